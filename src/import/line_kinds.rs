//! What a line of a plain text says by itself.

use crate::text::to_lowercase;

use crate::article::Kind;

use super::datelines::is_dateline;

/// The longest headline, in characters.
pub(crate) const LONGEST_HEADLINE: usize = 160;
/// The longest standfirst, in characters.
pub(crate) const LONGEST_STANDFIRST: usize = 320;
/// Within how many lines after the headline a byline may stand.
pub(crate) const LINES_TO_BYLINE: usize = 3;
/// The longest subheading, in characters.
const LONGEST_SUBHEADING: usize = 80;
/// The longest byline, in characters.
pub(crate) const LONGEST_BYLINE: usize = 100;
/// The longest caption, in characters.
const LONGEST_CAPTION: usize = 500;
/// The longest name of somebody who is quoted, in characters.
const LONGEST_ATTRIBUTION: usize = 60;
/// How much of a line is looked at for the words that it begins with, in characters.
const OPENING: usize = 80;

/// What a promo begins with, in lower case; what follows must be a colon, a dash, or nothing.
const PROMOS: [&str; 38] = [
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
    "lesen sie auch",
    "lesen sie mehr",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "lee también",
    "leia também",
    "leggi anche",
    "lees ook",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "pubblicità",
    "اقرأ أيضا",
    "اقرأ أيضاً",
    "إقرأ أيضا",
    "إقرأ أيضاً",
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
/// What it begins with in languages where many a sentence or headline begins so.
const BEFORE_NAMES: [&str; 3] = ["Von ", "Par ", "Por "];
/// Words between names.
const BETWEEN_NAMES: [&str; 4] = ["und", "et", "y", "e"];
/// Words within names, and before places.
const IN_NAMES: [&str; 12] =
    ["de", "del", "da", "du", "la", "le", "los", "von", "van", "der", "den", "in"];

/// Marks that a list item begins with, before a space.
const BULLETS: [char; 11] = ['•', '-', '*', '–', '▪', '‣', '◦', '●', '○', '■', '·'];

/// What a caption begins with, in lower case, before a colon.
const CAPTION_LABELS: [&str; 16] = [
    "photo",
    "photos",
    "photograph",
    "image",
    "images",
    "picture",
    "caption",
    "credit",
    "photo credit",
    "image credit",
    "image source",
    "file photo",
    "illustration",
    "graphic",
    "foto",
    "bild",
];

/// What a caption begins with, in lower case, whatever follows.
const CAPTION_OPENINGS: [&str; 11] = [
    "image caption, ",
    "image source, ",
    "photo by ",
    "photograph by ",
    "picture by ",
    "image by ",
    "illustration by ",
    "a file photo of ",
    "file photo of ",
    "(ap photo",
    "(photo by ",
];

/// What captions have in them that name an agency.
const CREDITS: [&str; 5] = ["(AP Photo", "[AP Photo", "AP Photo/", "REUTERS/", "/Getty Images"];

/// What captions end with that name an agency.
const LAST_CREDITS: [&str; 7] =
    ["Getty Images", "Getty Images)", "Getty Images]", "/Reuters", "/AFP", "/AP", "via AP"];

/// What stands above a text for those who print it, in lower case.
const NOTICES: [&str; 7] = [
    "for immediate release",
    "press release",
    "news release",
    "media release",
    "embargoed until",
    "pressemitteilung",
    "communiqué de presse",
];

/// Opening quotation marks, and what closes them.
const QUOTATION_MARKS: [(char, &[char]); 5] =
    [('"', &['"']), ('“', &['”']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«'])];

/// The kind of a line that may stand anywhere in the text, by itself and by the line after it.
///
/// A label before a sentence is a subheading; a label before another label may be anything.
pub(crate) fn kind_anywhere(line: &str, next: Option<&str>) -> Kind {
    let line = line.trim();
    if is_promo(line) {
        Kind::Promo
    } else if is_dateline(line) || is_horizontal_rule(line) || is_notice(line) {
        Kind::Other
    } else if is_caption(line) {
        Kind::Caption
    } else if is_list_item(line) {
        Kind::ListItem
    } else if is_pull_quote(line) {
        Kind::Quotation
    } else if is_label(line) && !line.ends_with(',') && next.is_some_and(|next| !is_label(next)) {
        Kind::Subheading
    } else {
        Kind::Paragraph
    }
}

/// Whether a line begins with a bullet, with a number up to 99 that has a full stop or a bracket,
/// or as points of laws do: "(a) ".
fn is_list_item(line: &str) -> bool {
    let line = line.trim_start();
    let point = line.strip_prefix('(').and_then(|it| it.split_once(") ")).map(|it| it.0);
    let is_point = point.is_some_and(|it| {
        let is_letter = it.len() == 1 && it.starts_with(|it: char| it.is_ascii_lowercase());
        is_letter
            || ["ii", "iii", "iv", "vi", "vii", "viii"].contains(&it)
            || it.parse::<u8>().is_ok()
    });
    let after = line.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_numbered = (1..=2).contains(&(line.len() - after.len()))
        && after.strip_prefix(['.', ')']).is_some_and(|it| it.starts_with([' ', '\t']));
    is_numbered
        || is_point
        || line.strip_prefix(BULLETS).is_some_and(|it| it.starts_with([' ', '\t', '\u{a0}']))
}

/// Whether a line has neither letters nor digits and parts what stands before and after it.
fn is_horizontal_rule(line: &str) -> bool {
    let is_sign = |it: char| matches!(it, '-' | '=' | '_' | '*' | '~' | '#' | '—' | '–' | '•');
    line.starts_with(is_sign)
        && line.chars().filter(|it| is_sign(*it)).take(2).count() == 2
        && line.chars().all(|it| is_sign(it) || it.is_whitespace())
}

fn is_notice(line: &str) -> bool {
    let lower = opening_of(line);
    is_label(line) && NOTICES.iter().any(|notice| lower.starts_with(notice))
}

/// Whether a line says what a picture shows, or who took it.
pub(crate) fn is_caption(line: &str) -> bool {
    if line.chars().count() > LONGEST_CAPTION {
        return false;
    }
    let lower = opening_of(line);
    let is_labelled = CAPTION_LABELS.iter().any(|label| {
        lower.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with(':'))
    });
    is_labelled
        || CAPTION_OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || CREDITS.iter().any(|credit| line.contains(credit))
        || LAST_CREDITS.iter().any(|credit| line.ends_with(credit))
}

/// Whether a line is words in quotation marks and, behind a dash, whose they are.
fn is_pull_quote(line: &str) -> bool {
    let mark = QUOTATION_MARKS.iter().find(|(open, _)| line.starts_with(*open));
    let Some((_, close)) = mark else { return false };
    line.rsplit_once(*close).is_some_and(|(words, rest)| {
        let name = rest.trim_start().strip_prefix(['-', '–', '—', '―']);
        words.chars().nth(1).is_some()
            && name.is_some_and(|name| {
                name.trim_start().starts_with(char::is_alphabetic)
                    && !name.ends_with('.')
                    && name.chars().count() <= LONGEST_ATTRIBUTION
            })
    })
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
        || (line.chars().count() <= LONGEST_BYLINE
            && BEFORE_NAMES.iter().filter_map(|start| line.strip_prefix(start)).any(is_name_list))
}

/// Whether words are nothing but names, of which the first has two capitals.
fn is_name_list(words: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let first = words.split(',').next().unwrap_or_default().split_whitespace();
    let first = first.take_while(|it| !BETWEEN_NAMES.contains(it));
    let is_name =
        |it: &str| is_capital(it) || BETWEEN_NAMES.contains(&it) || IN_NAMES.contains(&it);
    is_capital(words)
        && first.filter(|it| is_capital(it)).nth(1).is_some()
        && !ends_a_sentence(words)
        && words.split_whitespace().all(is_name)
}

/// Whether a line is short and no sentence.
pub(crate) fn is_label(line: &str) -> bool {
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
pub(crate) fn starts_like_promo(line: &str) -> bool {
    let lower = promo_words(line);
    PROMOS.iter().any(|promo| {
        lower.strip_prefix(promo).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// A line as the lists of promos spell it.
fn promo_words(line: &str) -> String {
    opening_of(line.trim().trim_start_matches(['[', '(', '>', '»', '→']).trim_start())
}

/// The first words of a line, in lower case.
fn opening_of(line: &str) -> String {
    let end = line.char_indices().nth(OPENING).map_or(line.len(), |(at, _)| at);
    let opening = line.get(..end).unwrap_or_default();
    to_lowercase(opening).replace('’', "'")
}

/// Whether a line ends as sentences do: a full stop, question or exclamation mark, colon or
/// ellipsis of any script, perhaps followed by closing quotation marks and brackets.
pub(crate) fn ends_a_sentence(line: &str) -> bool {
    const CLOSING: [char; 12] = ['"', '\'', '”', '’', '»', '«', '“', ')', ']', '」', '』', '）'];
    const ENDS: [char; 14] =
        ['.', '?', '!', ':', ';', '…', '。', '？', '！', '：', '।', '؟', '۔', '።'];
    let line = line.trim_end();
    // A remark of whoever wrote it down may follow: "Forty. [Laughter]".
    let remark = line.rsplit_once(" [").filter(|(_, remark)| remark.ends_with(']'));
    let line = remark.map_or(line, |it| it.0);
    line.trim_end().trim_end_matches(CLOSING).trim_end().ends_with(ENDS)
}
