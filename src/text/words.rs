//! Words and grapheme clusters, by the rules of Unicode (UAX 29).
//!
//! The `unicode_segmentation` crate finds the clusters, and rules in this module find the words:
//! for living scripts, the word tables of Unicode add hardly more than whether a character is a
//! letter or a digit. All ranges are in bytes and lie on edges of grapheme clusters.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::ByteOffset;

/// Returns how many words `text` has, as people count them: the characters between two spaces are
/// one word, and a run of punctuation is none. In scripts that write no spaces, each word of
/// [`words`] counts.
pub fn word_count(text: &str) -> usize {
    // The program counts a long text each time the user opens it, so ASCII words are counted by
    // bytes, without decoding characters.
    let parts = text.as_bytes().split(|byte| byte.is_ascii_whitespace() || *byte == b'\x0b');
    let count = |part: &[u8]| {
        if part.is_ascii() {
            return usize::from(part.iter().any(u8::is_ascii_alphanumeric));
        }
        // The part lies between two ASCII bytes, so it consists of whole characters.
        std::str::from_utf8(part).map_or(0, other_word_count)
    };
    parts.map(count).sum()
}

/// Returns [`word_count`] of a text of any characters.
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

/// Characters that keep two letters in one word (UAX 29, `MidLetter` and `MidNumLet`), and
/// characters that are invisible.
const AMONG_LETTERS: &str = "'’‘.․:·‧״＇．：\u{ad}\u{2060}\u{feff}";
/// Characters that keep two digits in one word (UAX 29, `MidNum` and `MidNumLet`), and characters
/// that are invisible.
const AMONG_DIGITS: &str = "'’‘.․,;،٬⁄＇．，；\u{ad}\u{2060}\u{feff}";

/// Returns the words of `text`, in order; punctuation alone is no word.
///
/// A run of letters, digits and underscores is a word. Two runs are one word if a single character
/// between them belongs among letters or among digits. In a script that writes no spaces each
/// cluster is a word, except for runs of Katakana.
pub fn words(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    // `last` is the last character of a word that may go on, and `sign` the character right after
    // it.
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

/// Returns whether `last` and `next` belong to one word, with perhaps the character `sign` between
/// them.
fn is_one_word(last: char, sign: Option<char>, next: char) -> bool {
    if is_unspaced_script(last) || is_unspaced_script(next) {
        return sign.is_none() && is_katakana(last) && is_katakana(next);
    }
    let Some(sign) = sign else { return true };
    (last.is_numeric() && next.is_numeric() && AMONG_DIGITS.contains(sign))
        || (last.is_alphabetic() && next.is_alphabetic() && AMONG_LETTERS.contains(sign))
}

/// Returns the grapheme clusters of `text`, in order.
pub fn graphemes(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let clusters = text.grapheme_indices(true);
    clusters.map(|(at, it)| (ByteOffset::new(at), ByteOffset::new(at + it.len()))).collect()
}

/// Returns whether a character belongs to a script that writes no spaces between its words.
pub(crate) fn is_unspaced_script(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Returns whether `offset` lies between two grapheme clusters of `text`, or at one of its ends.
pub fn is_grapheme_edge(text: &str, offset: ByteOffset) -> bool {
    text.is_char_boundary(offset.get())
        && GraphemeCursor::new(offset.get(), text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

/// Expands a range to the nearest edges of grapheme clusters: the start moves back and the end
/// forward.
///
/// Offsets beyond the text become its end. White space stays, and the range may cut words.
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

/// Expands a range to whole words and removes the white space at its edges.
///
/// Quotation marks, brackets and other punctuation stay as the range covered them. In scripts that
/// write no spaces, where only a dictionary could find words, the edges stay between grapheme
/// clusters. The function returns two equal offsets if the range covers nothing but white space.
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

/// Returns the range of the word that contains `offset` inside, in bytes; `offset` twice if it lies
/// between words or in a run of Katakana.
fn word_around(text: &str, offset: usize) -> (usize, usize) {
    words(text)
        .into_iter()
        .map(|(from, to)| (from.get(), to.get()))
        .take_while(|(from, _)| *from < offset)
        .find(|(_, to)| offset < *to)
        .filter(|(from, _)| !text.get(*from..).is_some_and(|it| it.starts_with(is_katakana)))
        .unwrap_or((offset, offset))
}

/// Returns whether `character` is Katakana, whose runs Unicode joins into words although the script
/// writes no spaces.
fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}')
}

/// Returns the end of `text`: as many whole grapheme clusters as fit into `most` code points.
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

/// Returns the start of `text`: as many whole grapheme clusters as fit into `most` code points.
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

/// The number of words that [`first_words`] keeps.
const TITLE_WORDS: usize = 12;

/// Returns the first twelve words of a text, with an ellipsis if it has more: a title for an
/// article without one.
pub fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(TITLE_WORDS + 1).collect();
    match words.get(..TITLE_WORDS) {
        Some(first) if words.len() > TITLE_WORDS => format!("{}…", first.join(" ")),
        Some(_) | None => words.join(" "),
    }
}
