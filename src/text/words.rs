//! Words and grapheme clusters, by the rules of Unicode (UAX 29).

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::ByteOffset;

/// How many words `text` has, as people count them: what stands between spaces is one, and a run
/// of punctuation is none. In scripts that write no spaces, what Unicode calls a word is one.
pub fn word_count(text: &str) -> usize {
    let count = |part: &str| {
        if part.contains(writes_no_spaces) {
            part.unicode_words().count()
        } else {
            usize::from(part.contains(char::is_alphanumeric))
        }
    };
    text.split_whitespace().map(count).sum()
}

/// The words of `text`, by the rules of Unicode, in order; punctuation alone is none.
pub fn words(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let words = text.unicode_word_indices();
    words.map(|(at, word)| (ByteOffset::new(at), ByteOffset::new(at + word.len()))).collect()
}

/// The grapheme clusters of `text`, in order.
pub fn graphemes(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let clusters = text.grapheme_indices(true);
    clusters.map(|(at, it)| (ByteOffset::new(at), ByteOffset::new(at + it.len()))).collect()
}

/// Whether a character is of a script that writes no spaces between its words.
fn writes_no_spaces(character: char) -> bool {
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
pub fn grapheme_edges(text: &str, start: ByteOffset, end: ByteOffset) -> (ByteOffset, ByteOffset) {
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
pub fn word_edges(text: &str, start: ByteOffset, end: ByteOffset) -> (ByteOffset, ByteOffset) {
    let (start, end) = grapheme_edges(text, start, end);
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
    text.unicode_word_indices()
        .map(|(at, word)| (at, at + word.len()))
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
pub fn before_graphemes(text: &str, most: usize) -> &str {
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
pub fn after_graphemes(text: &str, most: usize) -> &str {
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
