//! Finds the differences between two texts: character by character for white space, and word by
//! word for everything else.
//!
//! The result is a list of hunks in order that never overlap. A line feed and a space count as
//! equal, so joining lines is no difference.

use super::{ByteOffset, graphemes, is_grapheme_edge, words};

/// The largest number of inserted and deleted tokens for which the diff compares word by word; it
/// bounds the memory. Beyond it, one hunk covers everything between the common start and the common
/// end.
const MOST_CHANGES: usize = 1000;

/// A place where two texts differ, as half-open ranges in bytes, of which one may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The range in the old text.
    pub old: (usize, usize),
    /// The range in the new text that replaces it.
    pub new: (usize, usize),
}

/// Returns the places where two texts differ, in order; a line feed and a space count as equal.
///
/// If the change only adds or removes white space, the result is one hunk of exactly that white
/// space, even inside a word. Otherwise words that differ count as a whole, so that no part of a
/// corrected word passes for a part of the old one.
pub fn hunks(old: &str, new: &str) -> Vec<Hunk> {
    let hunk = trim_common(old, new);
    let is_blank = |text: &str, (from, to): (usize, usize)| {
        text.get(from..to).is_some_and(|it| it.trim().is_empty())
    };
    if !is_blank(old, hunk.old) || !is_blank(new, hunk.new) {
        return diff_words(old, new);
    }
    if hunk.old.0 == hunk.old.1 && hunk.new.0 == hunk.new.1 { Vec::new() } else { vec![hunk] }
}

/// Returns whether two characters are equal in a text whose lines may be joined by spaces.
fn is_same(one: char, other: char) -> bool {
    one == other || matches!((one, other), (' ', '\n') | ('\n', ' '))
}

/// Returns the ranges between the common start and the common end of two texts, on edges of
/// grapheme clusters.
fn trim_common(old: &str, new: &str) -> Hunk {
    let size = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        let same = pairs.take_while(|(one, other)| is_same(*one, *other));
        same.map(|(one, _)| one.len_utf8()).sum()
    };
    let is_edge = |one: usize, other: usize| {
        is_grapheme_edge(old, ByteOffset::new(one)) && is_grapheme_edge(new, ByteOffset::new(other))
    };
    let mut start = size(&mut old.chars().zip(new.chars()));
    while !is_edge(start, start) {
        start -= 1;
    }
    let rest = |text: &'_ str| text.get(start..).unwrap_or_default().len();
    let most = rest(old).min(rest(new));
    let mut end = size(&mut old.chars().rev().zip(new.chars().rev())).min(most);
    while !is_edge(old.len() - end, new.len() - end) {
        end -= 1;
    }
    Hunk { old: (start, old.len() - end), new: (start, new.len() - end) }
}

/// A word, or a grapheme cluster between words, after the byte offset at which it starts.
type Token<'a> = (usize, &'a str);

/// Splits a text into tokens that together cover it.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let end = ByteOffset::new(text.len());
    for (from, to) in words(text).into_iter().chain([(end, end)]) {
        let between = text.get(at..from.get()).unwrap_or_default();
        tokens.extend(graphemes(between).into_iter().filter_map(|(start, end)| {
            Some((at + start.get(), between.get(start.get()..end.get())?))
        }));
        at = to.get();
        tokens.extend(
            text.get(from.get()..at).filter(|it| !it.is_empty()).map(|it| (from.get(), it)),
        );
    }
    tokens
}

/// Returns whether two tokens are equal; a line feed and a space count as equal.
fn is_same_token((_, one): &Token<'_>, (_, other): &Token<'_>) -> bool {
    one == other || matches!((*one, *other), (" ", "\n") | ("\n", " "))
}

/// Returns the hunks between two texts, compared token by token.
fn diff_words(old: &str, new: &str) -> Vec<Hunk> {
    let (olds, news) = (tokens(old), tokens(new));
    let same = |pairs: &mut dyn Iterator<Item = (&Token<'_>, &Token<'_>)>| {
        pairs.take_while(|(one, other)| is_same_token(one, other)).count()
    };
    let start = same(&mut olds.iter().zip(&news));
    let most = olds.len().min(news.len()) - start;
    let end = same(&mut olds.iter().rev().zip(news.iter().rev())).min(most);
    let inside = |list: &[Token<'_>]| start..list.len() - end;
    let (inner_old, inner_new) = (olds.get(inside(&olds)), news.get(inside(&news)));
    let pairs = inner_old
        .zip(inner_new)
        .and_then(|(old, new)| common_subsequence(old, new))
        .unwrap_or_default();
    let kept = pairs.into_iter().map(|(one, other)| (start + one, start + other));
    let place = |list: &[Token<'_>], at: usize, end: usize| list.get(at).map_or(end, |it| it.0);
    let mut hunks = Vec::new();
    let (mut one, mut other) = (start, start);
    for (next_one, next_other) in kept.chain([(olds.len() - end, news.len() - end)]) {
        if one < next_one || other < next_other {
            hunks.push(Hunk {
                old: (place(&olds, one, old.len()), place(&olds, next_one, old.len())),
                new: (place(&news, other, new.len()), place(&news, next_other, new.len())),
            });
        }
        (one, other) = (next_one + 1, next_other + 1);
    }
    hunks
}

/// Returns the pairs of indexes of equal tokens that a shortest edit script keeps (Myers 1986), in
/// order; `None` if it needs more than [`MOST_CHANGES`] insertions and deletions.
fn common_subsequence(old: &[Token<'_>], new: &[Token<'_>]) -> Option<Vec<(usize, usize)>> {
    // `rows[changes][deleted]` is the furthest index in `old` that `changes` changes can reach if
    // `deleted` of them are deletions.
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for changes in 0..=MOST_CHANGES.min(old.len() + new.len()) {
        let mut row = Vec::with_capacity(changes + 1);
        for deleted in 0..=changes {
            let from = step(rows.last(), deleted, changes, old.len(), new.len());
            let to = from.map(|from| {
                let other = from + changes - 2 * deleted;
                let pairs = old.iter().skip(from).zip(new.iter().skip(other));
                from + pairs.take_while(|(one, other)| is_same_token(one, other)).count()
            });
            row.push(to);
            if to == Some(old.len()) && old.len() + changes == new.len() + 2 * deleted {
                rows.push(row);
                return Some(backtrack(&rows, deleted, old.len(), new.len()));
            }
        }
        rows.push(row);
    }
    None
}

/// Returns the furthest index in `old` right after the last of `changes` changes, of which
/// `deleted` are deletions; `None` if no such sequence fits the texts. `last` is the row of one
/// change fewer.
fn step(
    last: Option<&Vec<Option<usize>>>,
    deleted: usize,
    changes: usize,
    olds: usize,
    news: usize,
) -> Option<usize> {
    let Some(last) = last else { return Some(0) };
    let before = |at: usize| last.get(at).copied().flatten();
    let by_deletion = deleted.checked_sub(1).and_then(before).map(|it| it + 1);
    let by_insertion = before(deleted);
    let is_inside = |at: &usize| {
        *at <= olds && (at + changes).checked_sub(2 * deleted).is_some_and(|it| it <= news)
    };
    by_deletion.filter(is_inside).max(by_insertion.filter(is_inside))
}

/// Returns the pairs of equal tokens along the path that ends with `deleted` deletions, in order.
fn backtrack(
    rows: &[Vec<Option<usize>>],
    mut deleted: usize,
    olds: usize,
    news: usize,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut to = olds;
    for changes in (0..rows.len()).rev() {
        let last = changes.checked_sub(1).and_then(|it| rows.get(it));
        let from = step(last, deleted, changes, olds, news).unwrap_or(0);
        pairs.extend((from..to).rev().map(|at| (at, at + changes - 2 * deleted)));
        let Some(last) = last else { break };
        let by_deletion = deleted.checked_sub(1).and_then(|at| last.get(at).copied().flatten());
        if by_deletion.is_some_and(|it| it + 1 == from) {
            deleted -= 1;
            to = from - 1;
        } else {
            to = from;
        }
    }
    pairs.reverse();
    pairs
}
