//! Words and grapheme clusters, by the rules of Unicode (UAX 29).
//!
//! Words are found by rules of our own on top of the clusters: Unicode's tables of word rules say of
//! living scripts hardly more than whether a character is a letter or a digit.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::ByteOffset;

/// How many words `text` has, as people count them: what stands between spaces is one, and a run
/// of punctuation is none. In scripts that write no spaces, what Unicode calls a word is one.
pub fn word_count(text: &str) -> usize {
    // Long texts are counted whenever they are opened, so most words are told by their bytes.
    let parts = text.as_bytes().split(|byte| byte.is_ascii_whitespace() || *byte == b'\x0b');
    let count = |part: &[u8]| {
        if part.is_ascii() {
            return usize::from(part.iter().any(u8::is_ascii_alphanumeric));
        }
        // What stands between two bytes of ASCII is whole characters.
        std::str::from_utf8(part).map_or(0, other_word_count)
    };
    parts.map(count).sum()
}

/// [`word_count`] of a text of any characters.
fn other_word_count(text: &str) -> usize {
    let count = |part: &str| {
        if part.contains(is_unspaced_script) {
            words(part).len()
        } else {
            usize::from(part.contains(char::is_alphanumeric))
        }
    };
    text.split_whitespace().map(count).sum()
}

/// What keeps two letters in one word (UAX 29, `MidLetter` and `MidNumLet`), and characters that are
/// not seen.
const AMONG_LETTERS: &str = "'’‘.․:·‧״＇．：\u{ad}\u{2060}\u{feff}";
/// What keeps two digits in one word (UAX 29, `MidNum` and `MidNumLet`), and characters that are not
/// seen.
const AMONG_DIGITS: &str = "'’‘.․,;،٬⁄＇．，；\u{ad}\u{2060}\u{feff}";

/// The words of `text`, in order; punctuation alone is none.
///
/// A run of letters, digits and low lines is a word, and so are two with one sign between them that
/// belongs among letters or among digits. Of a script that writes no spaces each cluster is a word,
/// but for runs of Katakana.
pub fn words(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    // The last character of a word, and a sign right after it, while they may go on.
    let (mut last, mut sign) = (None, None);
    for (at, cluster) in text.grapheme_indices(true) {
        let Some(first) = cluster.chars().next() else { continue };
        if !(first.is_alphanumeric() || first == '_') {
            sign = last.filter(|_| sign.is_none()).map(|_| first);
            last = last.filter(|_| sign.is_some());
            continue;
        }
        let goes_on = last.is_some_and(|last| is_one_word(last, sign, first));
        match words.last_mut().filter(|_| goes_on) {
            Some((_, end)) => *end = at + cluster.len(),
            None => words.push((at, at + cluster.len())),
        }
        (last, sign) = (Some(first), None);
    }
    words.into_iter().map(|(at, end)| (ByteOffset::new(at), ByteOffset::new(end))).collect()
}

/// Whether a word goes on from a character to the next, with perhaps a sign between them.
fn is_one_word(last: char, sign: Option<char>, next: char) -> bool {
    if is_unspaced_script(last) || is_unspaced_script(next) {
        return sign.is_none() && is_katakana(last) && is_katakana(next);
    }
    let Some(sign) = sign else { return true };
    (last.is_numeric() && next.is_numeric() && AMONG_DIGITS.contains(sign))
        || (last.is_alphabetic() && next.is_alphabetic() && AMONG_LETTERS.contains(sign))
}

/// The grapheme clusters of `text`, in order.
pub fn graphemes(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let clusters = text.grapheme_indices(true);
    clusters.map(|(at, it)| (ByteOffset::new(at), ByteOffset::new(at + it.len()))).collect()
}

/// Whether a character is of a script that writes no spaces between its words.
pub(crate) fn is_unspaced_script(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether `offset` lies between two grapheme clusters of `text`, or at one of its ends.
pub fn is_grapheme_edge(text: &str, offset: ByteOffset) -> bool {
    text.is_char_boundary(offset.get())
        && GraphemeCursor::new(offset.get(), text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

/// The nearest edges of grapheme clusters around the range: the start moves back, the end on.
///
/// Offsets beyond the text become its end. White space stays, and words may be cut.
pub fn expand_to_graphemes(
    text: &str,
    start: ByteOffset,
    end: ByteOffset,
) -> (ByteOffset, ByteOffset) {
    let mut start = start.get().min(text.len());
    while !is_grapheme_edge(text, ByteOffset::new(start)) {
        start -= 1;
    }
    let mut end = end.get().clamp(start, text.len());
    while !is_grapheme_edge(text, ByteOffset::new(end)) {
        end += 1;
    }
    (ByteOffset::new(start), ByteOffset::new(end))
}

/// The range with half-covered words taken whole and without white space at its edges.
///
/// Quotation marks, brackets and other punctuation stay as they were covered. In scripts that
/// write no spaces a word is what Unicode can tell without a dictionary: one character, mostly.
/// Equal offsets are returned where nothing but white space was covered.
pub fn expand_to_words(text: &str, start: ByteOffset, end: ByteOffset) -> (ByteOffset, ByteOffset) {
    let (start, end) = expand_to_graphemes(text, start, end);
    let covered = super::slice(text, start, end).unwrap_or_default();
    let first = start.get() + (covered.len() - covered.trim_start().len());
    let last = end.get() - (covered.len() - covered.trim_end().len());
    if first >= last {
        return (start, start);
    }
    (ByteOffset::new(word_around(text, first).0), ByteOffset::new(word_around(text, last).1))
}

/// The word that `offset` lies inside of, or `offset` itself, twice, where it lies between words.
fn word_around(text: &str, offset: usize) -> (usize, usize) {
    words(text)
        .into_iter()
        .map(|(from, to)| (from.get(), to.get()))
        .take_while(|(from, _)| *from < offset)
        .find(|(_, to)| offset < *to)
        .filter(|(from, _)| !text.get(*from..).is_some_and(|it| it.starts_with(is_katakana)))
        .unwrap_or((offset, offset))
}

/// Whether Unicode joins runs of `character` into words in a script that writes no spaces.
fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}')
}

/// The end of `text`: as many whole grapheme clusters as fit into `most` code points.
pub fn last_graphemes(text: &str, most: usize) -> &str {
    let mut left = most;
    let mut from = text.len();
    for (at, cluster) in text.grapheme_indices(true).rev() {
        let size = cluster.chars().count();
        if size > left {
            break;
        }
        left -= size;
        from = at;
    }
    text.get(from..).unwrap_or_default()
}

/// The start of `text`: as many whole grapheme clusters as fit into `most` code points.
pub fn first_graphemes(text: &str, most: usize) -> &str {
    let mut left = most;
    let mut to = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        let size = cluster.chars().count();
        if size > left {
            break;
        }
        left -= size;
        to = at + cluster.len();
    }
    text.get(..to).unwrap_or_default()
}

/// How many words [`first_words`] takes.
const TITLE_WORDS: usize = 12;

/// The first twelve words of a text, with an ellipsis where it has more: a title for what has none.
pub fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(TITLE_WORDS + 1).collect();
    match words.get(..TITLE_WORDS) {
        Some(first) if words.len() > TITLE_WORDS => format!("{}…", first.join(" ")),
        Some(_) | None => words.join(" "),
    }
}
