//! Tags: labels with a colour and a key that the user puts on claims.
//!
//! Every article has a set of tags of its own, which starts as a copy of the default tags or of the
//! tags that the user has chosen for new articles.

use crate::{id::TagId, json::JsonObject};

/// A label that the user puts on claims, for example to say which kind of claim they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The tag's identifier within its article.
    pub id: TagId,
    /// The tag's name on screen.
    pub label: String,
    /// The colour of the tag's marks.
    pub color: Color,
    /// The digit key from 1 to 9 that applies the tag.
    pub key: Option<Digit>,
    /// The tag's description, in one line.
    pub meaning: String,
    /// The tag's rank among the tags of its article. Tags of the same rank are in the order of
    /// their identifiers.
    pub order: u32,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

impl Tag {
    /// Returns a tag with nothing but its identifier, which is also its label; it sorts after all
    /// others.
    pub fn placeholder(id: TagId) -> Self {
        Self {
            label: id.to_string(),
            id,
            color: Color::Slate,
            key: None,
            meaning: String::new(),
            order: u32::MAX,
            unknown: JsonObject::new(),
        }
    }
}

/// A digit from 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digit(u8);

impl Digit {
    /// Returns the digit; `None` unless it is from 1 to 9.
    pub fn new(digit: u8) -> Option<Self> {
        (1..=9).contains(&digit).then_some(Self(digit))
    }

    /// Returns the digit as a number from 1 to 9.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Returns the digits from 1 to 9.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=9).map(Self)
    }
}

/// The colour of a tag's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Color {
    Amber,
    Blue,
    Teal,
    Violet,
    Rose,
    Lime,
    Orange,
    Slate,
}

/// Every colour with its name in files, in the order in which new tags get them.
pub const COLORS: [(Color, &str); 8] = [
    (Color::Amber, "amber"),
    (Color::Blue, "blue"),
    (Color::Teal, "teal"),
    (Color::Violet, "violet"),
    (Color::Rose, "rose"),
    (Color::Lime, "lime"),
    (Color::Orange, "orange"),
    (Color::Slate, "slate"),
];

impl Color {
    /// Returns the colour's name in files and in the page.
    pub fn name(self) -> &'static str {
        COLORS.iter().find(|(color, _)| *color == self).map_or("slate", |(_, name)| name)
    }
}

/// The tags that a new article starts with if the user has chosen no others: identifier, label,
/// colour and meaning. A tag's key is its place in the list.
///
/// The types are those of Full Fact's claim detection guidelines (Konstantinovskiy et al. 2018,
/// arXiv 1809.08193), with "other" split into quotes, events and the rest, after the attribution
/// ratings of Snopes and `ClaimBuster`'s rule on past events.
pub const DEFAULT_TAGS: [(&str, &str, Color, &str); 8] = [
    (
        "quantity",
        "Quantity",
        Color::Amber,
        "States a number, change, comparison or ranking, past or present.",
    ),
    (
        "quote-attribution",
        "Quote",
        Color::Blue,
        "Says that somebody said, wrote, promised or voted something.",
    ),
    ("event", "Event", Color::Teal, "Says that something happened, who did it, when or where."),
    (
        "prediction",
        "Prediction",
        Color::Violet,
        "Says what will or would happen; only its premises can be checked.",
    ),
    (
        "causation",
        "Causation",
        Color::Orange,
        "Says that one thing causes another, is linked to it, or does not affect it.",
    ),
    (
        "law-rule",
        "Law or rule",
        Color::Slate,
        "Says what a law, a rule or a public procedure is or was.",
    ),
    (
        "personal-experience",
        "Personal experience",
        Color::Rose,
        "A first-hand account that public sources cannot confirm.",
    ),
    (
        "other-claim",
        "Other claim",
        Color::Lime,
        "Any other assertion that can be checked, such as a definition.",
    ),
];

/// Returns the default tags of a new article, in order and with their keys.
pub fn shipped_tags() -> Vec<Tag> {
    DEFAULT_TAGS
        .iter()
        .zip(Digit::all())
        .zip(0..)
        .filter_map(|(((id, label, color, meaning), key), order)| {
            Some(Tag {
                id: TagId::new(id)?,
                label: (*label).to_owned(),
                color: *color,
                key: Some(key),
                meaning: (*meaning).to_owned(),
                order,
                unknown: JsonObject::new(),
            })
        })
        .collect()
}

/// Returns a new tag with the given label, to be added to `others`. It gets the first free key, or
/// none if all are taken, and the colour that the fewest tags use.
///
/// Returns `None` if the label has no visible character.
pub fn new_tag(label: &str, others: &[&Tag]) -> Option<Tag> {
    let label = normalize_label(label);
    if label.is_empty() {
        return None;
    }
    let uses = |color: Color| others.iter().filter(|tag| tag.color == color).count();
    let color = COLORS.iter().map(|(color, _)| *color).min_by_key(|color| uses(*color))?;
    let key = Digit::all().find(|digit| others.iter().all(|tag| tag.key != Some(*digit)));
    let id = tag_id(&label, others)?;
    let order = others.iter().map(|tag| tag.order.saturating_add(1)).max().unwrap_or(0);
    let meaning = String::new();
    Some(Tag { id, label, color, key, meaning, order, unknown: JsonObject::new() })
}

/// Returns a label without white space at its ends and with single spaces between its words.
pub fn normalize_label(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns an identifier that no other tag has, made of the ASCII letters and digits of a label.
fn tag_id(label: &str, others: &[&Tag]) -> Option<TagId> {
    let slug = crate::text::slug(label, 48).unwrap_or_else(|| "tag".to_owned());
    let is_free = |id: &TagId| others.iter().all(|tag| tag.id != *id);
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.clone()).chain(numbered).find_map(|it| TagId::new(&it).filter(is_free))
}
