//! Judges the kind of a line of plain text from the line itself, and at most the line after it.
//!
//! The rules are lists of words in a few languages and limits of length. A line that no rule
//! recognizes is a paragraph.

use crate::text::to_lowercase;

use crate::article::Kind;

use super::datelines::is_dateline;

/// The longest headline, in characters.
pub(crate) const LONGEST_HEADLINE: usize = 160;
/// The longest standfirst, in characters.
pub(crate) const LONGEST_STANDFIRST: usize = 320;
/// The number of lines after the headline among which a byline may be.
pub(crate) const LINES_TO_BYLINE: usize = 3;
/// The longest subheading, in characters.
const LONGEST_SUBHEADING: usize = 80;
/// The longest byline, in characters.
pub(crate) const LONGEST_BYLINE: usize = 100;
/// The longest caption, in characters.
const LONGEST_CAPTION: usize = 500;
/// The longest name after a quotation, in characters.
const LONGEST_ATTRIBUTION: usize = 60;
/// The length of the beginning of a line that the program compares with these lists, in characters.
const OPENING: usize = 80;

/// The words that a promo begins with, in lower case. A colon, a dash, `|`, `>`, `»` or nothing may
/// follow.
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

/// The beginnings of short lines that only advertise or ask for something, in lower case.
const PROMO_LINES: [&str; 6] = [
    "advertisement",
    "sign up",
    "subscribe now",
    "story continues below",
    "follow us on",
    "click here",
];

/// The words that a byline begins with.
const BYLINES: [&str; 4] = ["By ", "Written by ", "Reporting by ", "BY "];
/// The words that a byline begins with in languages in which many sentences and headlines begin
/// with the same word.
const BEFORE_NAMES: [&str; 3] = ["Von ", "Par ", "Por "];
/// The words between names.
const BETWEEN_NAMES: [&str; 4] = ["und", "et", "y", "e"];
/// The words within names, and before places.
const IN_NAMES: [&str; 12] =
    ["de", "del", "da", "du", "la", "le", "los", "von", "van", "der", "den", "in"];

/// The characters that a list item begins with, before a space.
const BULLETS: [char; 11] = ['•', '-', '*', '–', '▪', '‣', '◦', '●', '○', '■', '·'];

/// The labels that a caption begins with, in lower case, before a colon.
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

/// The words that a caption begins with, in lower case, whatever follows.
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

/// The credits of agencies that identify a caption anywhere in the line.
const CREDITS: [&str; 5] = ["(AP Photo", "[AP Photo", "AP Photo/", "REUTERS/", "/Getty Images"];

/// The credits of agencies that identify a caption at the end of the line.
const LAST_CREDITS: [&str; 7] =
    ["Getty Images", "Getty Images)", "Getty Images]", "/Reuters", "/AFP", "/AP", "via AP"];

/// The notices to editors above a press release, in lower case.
const NOTICES: [&str; 7] = [
    "for immediate release",
    "press release",
    "news release",
    "media release",
    "embargoed until",
    "pressemitteilung",
    "communiqué de presse",
];

/// The opening quotation marks, each with its closing marks.
const QUOTATION_MARKS: [(char, &[char]); 5] =
    [('"', &['"']), ('“', &['”']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«'])];

/// Returns the kind that a line has anywhere in a text, judging by the line and the line after it.
///
/// A label before a sentence is a subheading; a label before another label may be anything, so it
/// counts as a paragraph.
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

/// Returns whether a line begins with a bullet, with a number of one or two digits before a full
/// stop or bracket, or with a point as laws number it: "(a) ".
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

/// Returns whether a line separates the text before it from the text after it: it consists of at
/// least two line-drawing characters, such as hyphens or asterisks, and white space.
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

/// Returns whether a line describes a picture or names its photographer or agency.
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

/// Returns whether a line consists of words in quotation marks and the name of their author after a
/// dash.
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

/// Returns whether a line names the author of the article. A sentence that begins with "By", such
/// as one about a deadline, is no byline.
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

/// Returns whether words consist only of names, the first of which has at least two capitalised
/// words.
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

/// Returns whether a line is short, contains a letter and does not end a sentence.
pub(crate) fn is_label(line: &str) -> bool {
    line.chars().count() <= LONGEST_SUBHEADING
        && !ends_a_sentence(line)
        && line.chars().any(char::is_alphabetic)
}

/// Returns whether a line sends the reader elsewhere, advertises, or asks for something.
pub(crate) fn is_promo(line: &str) -> bool {
    let lower = promo_words(line);
    PROMOS.iter().any(|promo| {
        lower.strip_prefix(promo).is_some_and(|rest| {
            rest.is_empty() || rest.trim_start().starts_with([':', '–', '—', '|', '>', '»'])
        })
    }) || (is_label(line) && PROMO_LINES.iter().any(|promo| lower.starts_with(promo)))
}

/// Returns whether a line begins with the words of a promo, whatever follows them.
pub(crate) fn starts_like_promo(line: &str) -> bool {
    let lower = promo_words(line);
    PROMOS.iter().any(|promo| {
        lower.strip_prefix(promo).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Returns the beginning of a line in the spelling of the lists of promos.
fn promo_words(line: &str) -> String {
    opening_of(line.trim().trim_start_matches(['[', '(', '>', '»', '→']).trim_start())
}

/// Returns the beginning of a line in lower case, with straight apostrophes.
fn opening_of(line: &str) -> String {
    let end = line.char_indices().nth(OPENING).map_or(line.len(), |(at, _)| at);
    let opening = line.get(..end).unwrap_or_default();
    to_lowercase(opening).replace('’', "'")
}

/// Returns whether a line ends like a sentence: with a full stop, question mark, exclamation mark,
/// colon, semicolon or ellipsis of any script. Closing quotation marks and brackets may follow.
pub(crate) fn ends_a_sentence(line: &str) -> bool {
    const CLOSING: [char; 12] = ['"', '\'', '”', '’', '»', '«', '“', ')', ']', '」', '』', '）'];
    const ENDS: [char; 14] =
        ['.', '?', '!', ':', ';', '…', '。', '？', '！', '：', '।', '؟', '۔', '።'];
    let line = line.trim_end();
    // The transcriber may have added a remark: "Forty. [Laughter]".
    let remark = line.rsplit_once(" [").filter(|(_, remark)| remark.ends_with(']'));
    let line = remark.map_or(line, |it| it.0);
    line.trim_end().trim_end_matches(CLOSING).trim_end().ends_with(ENDS)
}
