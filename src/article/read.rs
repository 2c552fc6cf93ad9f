//! Reading plain text as an article.

use crate::{
    id::BlockId,
    json::Members,
    text::{self, lines, tidy},
};

use super::{Block, Blocks, Kind};

/// A text as it was read: its blocks, and its title.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text of the headline, or the first words where there is none.
    pub title: String,
    /// The blocks.
    pub blocks: Blocks,
}

/// How many words of the first line make the title where there is no headline.
const TITLE_WORDS: usize = 12;
/// The longest headline, in characters.
pub(crate) const LONGEST_HEADLINE: usize = 160;
/// The longest standfirst, in characters.
pub(crate) const LONGEST_STANDFIRST: usize = 320;
/// The longest subheading, in characters.
const LONGEST_SUBHEADING: usize = 80;
/// The longest byline, in characters.
pub(crate) const LONGEST_BYLINE: usize = 100;
/// How many paragraphs must follow a line for it to be a standfirst: below that it is the text.
const BODY_OF_A_STANDFIRST: usize = 3;
/// Within how many lines after the headline a byline may stand.
pub(crate) const LINES_TO_BYLINE: usize = 3;

/// What a promo begins with, in lower case; what follows must be a colon, a dash, or nothing.
const PROMOS: [&str; 19] = [
    "read more",
    "read also",
    "also read",
    "read next",
    "read this",
    "related",
    "related articles",
    "related stories",
    "see also",
    "see more",
    "more on this",
    "more on this story",
    "watch",
    "watch more",
    "listen",
    "recommended",
    "don't miss",
    "editor's picks",
    "most read",
];

/// What a line of its own says that only asks or sells, in lower case.
const PROMO_LINES: [&str; 6] = [
    "advertisement",
    "sign up",
    "subscribe now",
    "story continues below",
    "follow us on",
    "click here",
];

/// What a byline begins with.
const BYLINES: [&str; 4] = ["By ", "Written by ", "Reporting by ", "BY "];

/// Marks that a list item begins with.
const BULLETS: [&str; 5] = ["• ", "- ", "* ", "– ", "▪ "];

/// Reads plain text: each line that is not blank becomes a block, and none is dropped.
///
/// Kinds are told by what can be seen in a line and around it; where they are wrong, people
/// change them. Cannot fail: an empty text has no blocks.
pub fn read(text: &str) -> Draft {
    let lines: Vec<&str> = lines(text).map(tidy).filter(|line| !line.trim().is_empty()).collect();
    let kinds = kinds(&lines);
    let title = title(&lines, &kinds);
    let blocks = lines.iter().zip(&kinds).enumerate().filter_map(|(at, (line, kind))| {
        let id = BlockId::new(&format!("b{}", at + 1))?;
        Some(Block { id, kind: *kind, text: (*line).into(), unknown: Members::new() })
    });
    Draft { title, blocks: Blocks::new(blocks).unwrap_or_default() }
}

fn title(lines: &[&str], kinds: &[Kind]) -> String {
    let headline = lines.iter().zip(kinds).find(|(_, kind)| **kind == Kind::Headline);
    let line = headline.map(|(line, _)| line).or(lines.first()).copied().unwrap_or_default();
    if headline.is_some() {
        return line.trim().to_owned();
    }
    opening(line)
}

/// The first words of a text.
pub fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(TITLE_WORDS + 1).collect();
    match words.get(..TITLE_WORDS) {
        Some(first) if words.len() > TITLE_WORDS => format!("{}…", first.join(" ")),
        Some(_) | None => words.join(" "),
    }
}

/// The kinds of the lines, in order.
fn kinds(lines: &[&str]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(lines.len());
    let has_headline = lines.len() > 1 && lines.first().is_some_and(|line| is_headline(line));
    for (at, line) in lines.iter().enumerate() {
        let after_head =
            has_headline && kinds.iter().all(|kind| matches!(kind, Kind::Headline | Kind::Byline));
        let kind = if at == 0 && has_headline {
            Kind::Headline
        } else if has_headline && at <= LINES_TO_BYLINE && is_byline(line) {
            Kind::Byline
        } else if after_head && is_standfirst(line) && body_after(lines, at) {
            Kind::Standfirst
        } else {
            kind_anywhere(line, lines.get(at + 1).copied())
        };
        kinds.push(kind);
    }
    kinds
}

/// The kind of a line that may stand anywhere in the text, by itself and by the line after it.
///
/// A label before a sentence is a subheading; a label before another label may be anything.
fn kind_anywhere(line: &str, next: Option<&str>) -> Kind {
    if is_promo(line) {
        Kind::Promo
    } else if is_list_item(line.trim_start()) {
        Kind::ListItem
    } else if is_label(line) && next.is_some_and(|next| !is_label(next)) {
        Kind::Subheading
    } else {
        Kind::Paragraph
    }
}

/// Whether a line begins with a bullet, or with a number up to 99 that has a full stop or a bracket.
fn is_list_item(line: &str) -> bool {
    let after = line.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_numbered = (1..=2).contains(&(line.len() - after.len()))
        && (after.starts_with(". ") || after.starts_with(") "));
    is_numbered || BULLETS.iter().any(|bullet| line.starts_with(bullet))
}

fn is_headline(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADLINE
        && (!ends_a_sentence(line) || line.ends_with(['?', '!']))
        && !is_promo(line)
}

fn is_standfirst(line: &str) -> bool {
    line.chars().count() <= LONGEST_STANDFIRST
        && !is_label(line)
        && kind_anywhere(line, None) == Kind::Paragraph
        && text::word_count(line) > 3
}

fn body_after(lines: &[&str], at: usize) -> bool {
    let body =
        lines.iter().skip(at + 1).filter(|line| kind_anywhere(line, None) == Kind::Paragraph);
    body.count() >= BODY_OF_A_STANDFIRST
}

/// Whether a line says who wrote the article, and is no sentence about what happened by then.
pub(crate) fn is_byline(line: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    line.chars().count() <= LONGEST_BYLINE
        && !line.ends_with('.')
        && BYLINES.iter().filter_map(|start| line.strip_prefix(start)).any(|names| {
            let words: Vec<&str> = names.split_whitespace().collect();
            let capitals = words.iter().filter(|word| is_capital(word)).count();
            is_capital(names) && capitals * 2 >= words.len()
        })
}

/// Whether a line is short and no sentence.
fn is_label(line: &str) -> bool {
    line.chars().count() <= LONGEST_SUBHEADING
        && !ends_a_sentence(line)
        && line.chars().any(char::is_alphabetic)
}

/// Whether a line sends the reader elsewhere instead of telling something.
pub(crate) fn is_promo(line: &str) -> bool {
    let lower = promo_words(line);
    PROMOS.iter().any(|promo| {
        lower.strip_prefix(promo).is_some_and(|rest| {
            rest.is_empty() || rest.trim_start().starts_with([':', '–', '—', '|', '>', '»'])
        })
    }) || (is_label(line) && PROMO_LINES.iter().any(|promo| lower.starts_with(promo)))
}

/// Whether a line begins with the words of a promo, whatever follows them.
pub(crate) fn begins_as_promo(line: &str) -> bool {
    let lower = promo_words(line);
    PROMOS.iter().any(|promo| {
        lower.strip_prefix(promo).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// A line as the lists of promos spell it.
fn promo_words(line: &str) -> String {
    let line = line.trim().trim_start_matches(['[', '(', '>', '»', '→']).trim_start();
    line.to_ascii_lowercase().replace('’', "'")
}

/// Whether a line ends as sentences do: a full stop, question or exclamation mark, colon or
/// ellipsis of any script, perhaps followed by closing quotation marks and brackets.
pub(crate) fn ends_a_sentence(line: &str) -> bool {
    const CLOSING: [char; 12] = ['"', '\'', '”', '’', '»', '«', '“', ')', ']', '」', '』', '）'];
    const ENDS: [char; 14] =
        ['.', '?', '!', ':', ';', '…', '。', '？', '！', '：', '।', '؟', '۔', '።'];
    line.trim_end().trim_end_matches(CLOSING).trim_end().ends_with(ENDS)
}
