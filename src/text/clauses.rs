//! Cutting a sentence into clauses.

use super::{
    ByteOffset,
    abbreviations::end_clause,
    grapheme_edges,
    marks::{brackets, is_full_stop},
};

/// What separates clauses, wherever it stands outside brackets, quotations and numbers.
const SEPARATORS: &str = ",;:–—―，、；：،؛";

/// What opens a quotation, and what closes it.
const QUOTES: [(char, &str); 9] = [
    ('"', "\""),
    ('“', "”"),
    ('„', "“”"),
    ('«', "»"),
    ('»', "«"),
    ('‹', "›"),
    ('‘', "’"),
    ('「', "」"),
    ('『', "』"),
];

/// The clauses of the sentence from `start` to `end`, in order; never empty ones.
///
/// A clause ends at a comma, dash, semicolon or colon that stands in no number, address, bracket or
/// quotation; none of them belongs to it, nor does the sentence's full stop. A quotation is a
/// clause of its own, with its marks.
pub fn clauses(text: &str, start: ByteOffset, end: ByteOffset) -> Vec<(ByteOffset, ByteOffset)> {
    let (first, last) = (start.get(), end.get());
    let Some(sentence) = text.get(first..last) else { return Vec::new() };
    let mut found = Vec::new();
    let mut closed = brackets(sentence).into_iter().peekable();
    let (mut from, mut past) = (0, 0);
    for (at, mark) in sentence.char_indices() {
        if at < past {
            continue;
        }
        if let Some((_, close)) = closed.next_if(|(open, _)| *open == at) {
            past = close;
        } else if let Some(close) = quotation(sentence, at, mark) {
            push(text, first + from, first + at, &mut found);
            let (start, end) = (ByteOffset::new(first + at), ByteOffset::new(first + close));
            found.push(grapheme_edges(text, start, end));
            // What is in brackets in the quotation has been passed, too.
            while closed.next_if(|(open, _)| *open < close).is_some() {}
            (from, past) = (close, close);
        } else if separates(sentence, at, mark) {
            push(text, first + from, first + at, &mut found);
            from = at + mark.len_utf8();
        }
    }
    push(text, first + from, last, &mut found);
    found
}

/// Where the quotation ends that opens at `at`, if one does.
fn quotation(sentence: &str, at: usize, mark: char) -> Option<usize> {
    let (_, closing) = QUOTES.iter().find(|(open, _)| *open == mark)?;
    let is_in_word = sentence.get(..at)?.ends_with(char::is_alphanumeric);
    if is_in_word && matches!(mark, '"' | '‘') {
        return None;
    }
    let inside = at + mark.len_utf8();
    let rest = sentence.get(inside..)?;
    let ends = |(at, it): &(usize, char)| {
        let after = rest.get(at + it.len_utf8()..).unwrap_or_default();
        // An apostrophe looks like a closing mark.
        *at > 0 && closing.contains(*it) && !after.starts_with(char::is_alphanumeric)
    };
    let (close, mark) = rest.char_indices().find(ends)?;
    Some(inside + close + mark.len_utf8())
}

/// Whether the mark at `at` separates clauses.
fn separates(sentence: &str, at: usize, mark: char) -> bool {
    let before = sentence.get(..at).and_then(|it| it.chars().next_back());
    let after = sentence.get(at + mark.len_utf8()..).and_then(|it| it.chars().next());
    let is = |it: Option<char>, test: fn(char) -> bool| it.is_some_and(test);
    if mark == '-' {
        return is(before, char::is_whitespace) && is(after, char::is_whitespace);
    }
    let is_in_number = is(before, char::is_numeric) && is(after, char::is_numeric);
    let is_in_address = mark == ':' && after == Some('/');
    SEPARATORS.contains(mark) && !is_in_number && !is_in_address
}

/// Adds a range without what only separates it from others, if words are left.
fn push(text: &str, from: usize, to: usize, found: &mut Vec<(ByteOffset, ByteOffset)>) {
    let is_edge = |it: char| it.is_whitespace() || it == '-' || SEPARATORS.contains(it);
    let part = text.get(from..to).unwrap_or_default();
    let start = from + (part.len() - part.trim_start_matches(is_edge).len());
    let words = part.trim_matches(is_edge);
    let words = match words.strip_suffix(is_full_stop) {
        Some(shorter) if !end_clause(words) => shorter,
        Some(_) | None => words,
    };
    if words.contains(char::is_alphanumeric) {
        let (start, end) = (ByteOffset::new(start), ByteOffset::new(start + words.len()));
        found.push(grapheme_edges(text, start, end));
    }
}
