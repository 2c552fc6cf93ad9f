//! Determines how an element's text is positioned relative to the line: above, below, or as a ruby
//! annotation or the mark of a note.
//!
//! The name of the element decides first, then its inline style, then its class or link target. A
//! class or a link counts only for a text as short as a mark.

use super::{
    element::Display,
    tree::{Element, NodeId, Step, Tree},
};

/// Classes for raised text, in lower case.
const RAISED: [&str; 3] = ["sup", "super", "superscript"];
/// Classes for lowered text, in lower case.
const LOWERED: [&str; 2] = ["sub", "subscript"];
/// Classes for the mark of a note, in lower case.
const NOTE_MARKS: [&str; 5] =
    ["footnote-anchor", "footnote-ref", "footnoteref", "noteref", "footnote-marker"];
/// Beginnings of the anchor names of notes in a page, in lower case.
const NOTES: [&str; 4] = ["fn", "footnote", "cite_note", "_ftn"];
/// Words in the anchor names of marks, to which notes link back.
const BACKLINK_WORDS: [&str; 3] = ["ref", "anchor", "back"];
/// The longest text that a class or a link can make a mark, in characters.
const LONGEST_MARK: usize = 4;
/// How many steps of a walk into an element the search for its mark makes.
const MOST_STEPS: usize = 20;
/// The least shift that moves text off the line, in hundredths of the font size. A smaller shift
/// only aligns characters.
const MIN_SHIFT: f32 = 20.0;
/// The size of a pixel or a point in hundredths of the font size.
const POINT: f32 = 7.0;

/// The position of an element's text relative to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BaselinePosition {
    /// The text is above the line.
    Above,
    /// The text is below the line.
    Below,
    /// A ruby annotation: the reading of a word, beside the word.
    RubyText,
    /// A ruby bracket, which browsers draw only if they cannot draw the reading beside its word.
    RubyParenthesis,
    /// The mark of a note.
    Note,
}

/// Returns the position of an element's text relative to the line; `None` if it is on the line.
pub(super) fn baseline_position(
    tree: &Tree,
    id: NodeId,
    element: &Element,
) -> Option<BaselinePosition> {
    match element.html_name() {
        "" => None,
        "sup" => Some(BaselinePosition::Above),
        "sub" => Some(BaselinePosition::Below),
        "rt" => Some(BaselinePosition::RubyText),
        "rp" => Some(BaselinePosition::RubyParenthesis),
        _ if element.display() != Display::Inline => None,
        _ => element
            .baseline_by_style()
            .or_else(|| element.baseline_by_class().filter(|_| is_mark(tree, id))),
    }
}

impl Element {
    /// Returns the position to which the element's inline style moves its text.
    fn baseline_by_style(&self) -> Option<BaselinePosition> {
        match self.style("vertical-align")?.as_str() {
            "super" | "text-top" => Some(BaselinePosition::Above),
            "sub" => Some(BaselinePosition::Below),
            length => match hundredths(length)? {
                up if up >= MIN_SHIFT => Some(BaselinePosition::Above),
                down if down <= -MIN_SHIFT => Some(BaselinePosition::Below),
                _ => None,
            },
        }
    }

    /// Returns the position that the element's class or link gives to its text, provided that the
    /// text is a mark.
    fn baseline_by_class(&self) -> Option<BaselinePosition> {
        let class = self.attribute("class").unwrap_or_default().to_ascii_lowercase();
        let has = |list: &[&str]| class.split_whitespace().any(|it| list.contains(&it));
        if has(&NOTE_MARKS) || self.leads_to_note() {
            Some(BaselinePosition::Note)
        } else if has(&RAISED) {
            Some(BaselinePosition::Above)
        } else {
            has(&LOWERED).then_some(BaselinePosition::Below)
        }
    }

    /// Returns whether the element is a link to a note, and no link from a note back to its mark.
    fn leads_to_note(&self) -> bool {
        let address = self.attribute("href").filter(|_| self.html_name() == "a");
        let place = address.and_then(|it| it.rsplit_once('#')).map(|it| it.1.to_ascii_lowercase());
        place.is_some_and(|place| {
            let mut notes = NOTES.iter().filter_map(|it| place.strip_prefix(it));
            notes.any(|rest| !BACKLINK_WORDS.iter().any(|it| rest.contains(it)))
        })
    }
}

/// Returns a CSS length in hundredths of the font size; `None` if its unit is unknown.
fn hundredths(length: &str) -> Option<f32> {
    let units =
        [("%", 1.0), ("rem", 100.0), ("em", 100.0), ("ex", 50.0), ("px", POINT), ("pt", POINT)];
    let (number, unit) =
        units.iter().find_map(|(name, unit)| Some((length.strip_suffix(name)?, unit)))?;
    number.trim().parse::<f32>().ok().map(|it| it * unit)
}

/// Returns whether the text of an element is as short as a mark: four characters at most, without
/// white space between them.
fn is_mark(tree: &Tree, id: NodeId) -> bool {
    let mut text = String::new();
    for (at, step) in tree.steps(id).enumerate() {
        if at == MOST_STEPS {
            return false;
        }
        if let Step::Enter(id) = step {
            let more = tree.text(id).unwrap_or_default();
            if more.len() > MOST_STEPS * LONGEST_MARK {
                return false;
            }
            text.push_str(more);
        }
    }
    let mark = text.trim();
    mark.chars().count() <= LONGEST_MARK && !mark.contains(char::is_whitespace)
}
