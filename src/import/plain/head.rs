//! Reads plain text as an article, one block for each line that is not blank.
//!
//! The first lines may be a headline, a byline and a standfirst. The other lines get the kind that
//! their words suggest, or are paragraphs. The reader drops no line that is not blank.

use crate::{
    id::BlockId,
    json::JsonObject,
    text::{self, first_words, lines, trim_line_end},
};

use crate::article::{Block, Blocks, Kind};
use crate::import::line_kinds::{
    LINES_TO_BYLINE, LONGEST_HEADLINE, LONGEST_STANDFIRST, ends_a_sentence, is_byline, is_label,
    kind_anywhere,
};

/// The blocks and the title of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedArticle {
    /// The text of the headline, or the first words of the text where it has no headline.
    pub title: String,
    /// The blocks.
    pub blocks: Blocks,
}

/// The most sentences of a standfirst.
const SENTENCES_OF_A_STANDFIRST: usize = 2;
/// The fewest paragraphs after a standfirst; before fewer paragraphs, a line is part of the text.
const BODY_OF_A_STANDFIRST: usize = 3;
/// The number of lines at the beginning among which the headline may be.
const LINES_TO_HEADLINE: usize = 3;
/// The longest place and date at the beginning of a paragraph, in characters.
const LONGEST_PLACE: usize = 50;

/// Reads plain text: each line that is not blank becomes a block.
///
/// The reader judges the kind of a line by the line and the lines around it; the user can correct
/// it. Cannot fail: an empty text has no blocks.
pub fn read(text: &str) -> ParsedArticle {
    let lines: Vec<&str> =
        lines(text).map(trim_line_end).filter(|line| !line.trim().is_empty()).collect();
    let kinds = kinds(&lines);
    let title = title(&lines, &kinds);
    let blocks = lines.iter().zip(&kinds).enumerate().filter_map(|(at, (line, kind))| {
        let id = BlockId::new(&format!("b{}", at + 1))?;
        Some(Block { id, kind: *kind, text: (*line).into(), unknown: JsonObject::new() })
    });
    ParsedArticle { title, blocks: Blocks::new(blocks).unwrap_or_default() }
}

fn title(lines: &[&str], kinds: &[Kind]) -> String {
    let headline = lines.iter().zip(kinds).find(|(_, kind)| **kind == Kind::Headline);
    let line = headline.map(|(line, _)| line).or(lines.first()).copied().unwrap_or_default();
    if headline.is_some() {
        return line.trim().to_owned();
    }
    first_words(line)
}

/// Returns the kinds of the lines of an article, in order.
pub(crate) fn kinds(lines: &[&str]) -> Vec<Kind> {
    let headline = headline(lines);
    let mut kinds: Vec<Kind> = Vec::with_capacity(lines.len());
    let mut is_head = headline.is_some();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied();
        let anywhere = kind_anywhere(line, next);
        let after = headline.and_then(|(from, headline)| Some((at.checked_sub(from)?, headline)));
        let kind = match after {
            Some((0, _)) => Kind::Headline,
            Some((since, _)) if since <= LINES_TO_BYLINE && is_byline(line) => Kind::Byline,
            Some((_, headline)) if is_head && is_standfirst(lines, at, headline) => {
                Kind::Standfirst
            }
            Some(_) | None => anywhere,
        };
        if after.is_some() {
            is_head &= matches!(kind, Kind::Headline | Kind::Byline);
        }
        kinds.push(kind);
    }
    kinds
}

/// Returns the kinds of lines without a headline, in order.
pub(crate) fn kinds_without_head(lines: &[&str]) -> Vec<Kind> {
    let all = lines.iter().enumerate();
    all.map(|(at, line)| kind_anywhere(line, lines.get(at + 1).copied())).collect()
}

/// Returns the index and the text of the headline: the first line that is no dateline, rule or
/// notice, among the lines at the beginning. `None` where that line cannot be a headline.
fn headline<'a>(lines: &[&'a str]) -> Option<(usize, &'a str)> {
    let mut first = lines.iter().take(LINES_TO_HEADLINE).enumerate();
    let (at, line) = first.find(|(_, line)| kind_anywhere(line, None) != Kind::Other)?;
    (lines.len() > at + 1 && is_headline(line)).then_some((at, *line))
}

fn is_headline(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADLINE
        && (!ends_a_sentence(line) || line.ends_with(['?', '!']))
        && !line.ends_with(',')
        && kind_anywhere(line, None) == Kind::Paragraph
}

/// Returns whether the line at index `at`, which comes right below the headline or the byline,
/// summarizes the article.
///
/// The first paragraph of most articles repeats the headline. A standfirst adds to the headline,
/// and the paragraph below it repeats the headline instead. So the line is a standfirst only where
/// the next line shares more words with the headline; an unclear case is a paragraph.
fn is_standfirst(lines: &[&str], at: usize, headline: &str) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let rest = lines.get(at + 1..).unwrap_or_default();
    let is_paragraph = |line: &&&str| kind_anywhere(line, None) == Kind::Paragraph;
    line.chars().count() <= LONGEST_STANDFIRST
        && !is_label(line)
        && is_paragraph(&line)
        && !has_dateline(line)
        && text::word_count(line) > 3
        && text::sentences(line).len() <= SENTENCES_OF_A_STANDFIRST
        && rest.iter().filter(is_paragraph).take(BODY_OF_A_STANDFIRST).count()
            == BODY_OF_A_STANDFIRST
        && rest
            .first()
            .is_some_and(|next| shared_words(headline, next) > shared_words(headline, line))
}

/// Returns the number of words of a headline, of more than three characters, that also occur in the
/// beginning of a paragraph.
fn shared_words(headline: &str, paragraph: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|it: char| !it.is_alphanumeric());
        words.filter(|it| it.chars().count() > 3).map(text::to_lowercase).collect()
    };
    let message: String = paragraph.chars().take(LONGEST_STANDFIRST * 2).collect();
    let message = words(&message);
    words(headline).iter().filter(|word| message.contains(word)).count()
}

/// Returns whether a paragraph begins with the place of the report in capitals and a dash.
fn has_dateline(line: &str) -> bool {
    let opening: String = line.chars().take(LONGEST_PLACE).collect();
    let place = opening.split([',', '(', '–', '—']).next().unwrap_or_default().trim();
    let has_dash = [" – ", " — ", " - ", ") –", ") —"].iter().any(|it| opening.contains(it));
    has_dash && place.chars().any(char::is_uppercase) && !place.chars().any(char::is_lowercase)
}
