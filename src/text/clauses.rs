//! Splits a sentence into clauses at its punctuation.
//!
//! Clauses come in text order, never overlap, are never empty and begin and end between grapheme
//! clusters. The commas, dashes, semicolons and colons between clauses belong to none of them, but
//! a quotation keeps its marks.

use super::{
    ByteOffset,
    abbreviations::end_clause,
    expand_to_graphemes, is_grapheme_edge,
    punctuation::{brackets, contains_char, is_full_stop, is_note_mark, is_stop},
    slice,
};

/// Commas, semicolons and colons, of all scripts that the program knows.
const SEPARATORS: &str = ",;:，、；：،؛፣፤";

/// The length in bytes, closing mark included, up to which a quoted word is part of its clause.
const LONGEST_QUOTED_WORD: usize = 20;

/// Returns the clauses of the sentence from `start` to `end`, in order.
///
/// A clause ends at a comma, dash, semicolon or colon, which belongs to no clause, and where a
/// quotation begins or ends. A quotation is one clause, with both its marks and everything between
/// them; a quoted word is part of its clause. Nothing inside brackets ends a clause. A clause
/// excludes the full stop of the sentence, but keeps question and exclamation marks, because they
/// change the meaning.
///
/// Clauses never overlap, lie on edges of grapheme clusters, and are never empty. A sentence
/// without letters or digits is one clause; a range that does not fit the text gives an empty list.
pub fn clauses(text: &str, start: ByteOffset, end: ByteOffset) -> Vec<(ByteOffset, ByteOffset)> {
    let Some(sentence) = slice(text, start, end) else { return Vec::new() };
    let mut clauses = Clauses { sentence, from: 0, found: Vec::new() };
    clauses.read();
    clauses.end(sentence.len(), sentence.len());
    if clauses.found.is_empty() && !sentence.trim().is_empty() {
        clauses.found.push((0, sentence.len()));
    }
    let shift = |at: usize| ByteOffset::new(start.get() + at);
    let widen = |(from, to)| expand_to_graphemes(text, shift(from), shift(to));
    clauses.found.into_iter().map(widen).collect()
}

/// The state of a walk through one sentence.
struct Clauses<'a> {
    sentence: &'a str,
    /// The byte offset at which the clause that is being read begins.
    from: usize,
    /// The clauses before it, as ranges in bytes of the sentence.
    found: Vec<(usize, usize)>,
}

/// The effect of a mark on the clause before it.
enum MarkRole {
    /// The mark belongs to the clause.
    Nothing,
    /// The mark ends the clause and belongs to no clause.
    Separates,
    /// The mark opens a quotation, if a closing mark follows.
    Opens,
    /// The mark closes a quotation that began in an earlier sentence.
    Closes,
}

impl Clauses<'_> {
    /// Walks through the sentence and collects all clauses but the last.
    fn read(&mut self) {
        let sentence = self.sentence;
        let mut brackets = brackets(sentence).into_iter().peekable();
        // Holds the opening marks for which the sentence has no closing mark, so that a sentence
        // with many of them is searched once for each mark, not once for each quotation.
        let mut unclosed = String::new();
        let (mut at, mut before) = (0, None);
        while let Some(mark) = sentence.get(at..).and_then(|it| it.chars().next()) {
            while brackets.next_if(|(open, _)| *open < at).is_some() {}
            let mut after = at + mark.len_utf8();
            if let Some((_, close)) = brackets.next_if(|(open, _)| *open == at) {
                (at, before) = (close, Some('('));
                continue;
            }
            match mark_role(before, mark, sentence.get(after..).unwrap_or_default()) {
                MarkRole::Nothing => {}
                MarkRole::Separates => self.end(at, after),
                MarkRole::Closes => self.end(after, after),
                MarkRole::Opens if contains_char(&unclosed, mark) => {}
                MarkRole::Opens => match quotation(sentence, after, mark) {
                    Some(close) => {
                        self.quote(at, after, close);
                        after = close;
                    }
                    None => unclosed.push(mark),
                },
            }
            before = sentence.get(..after).and_then(|it| it.chars().next_back());
            at = after;
        }
    }

    /// Ends the current clause at `end` and begins the next at `next`, both in bytes; does nothing
    /// where one of them is inside a grapheme cluster.
    fn end(&mut self, end: usize, next: usize) {
        if !self.is_edge(end) || !self.is_edge(next) {
            return;
        }
        let clause = self.sentence.get(self.from..end).unwrap_or_default();
        let kept = without_end(clause);
        let body = kept.trim_start_matches(|it: char| it.is_whitespace() || is_stop(it));
        if body.contains(char::is_alphanumeric) {
            let to = self.from + kept.len();
            self.found.push((to - body.len(), to));
        }
        self.from = next;
    }

    /// Makes a clause of the quotation from `open` to `close`, unless it is only a word; `inside`
    /// is the offset after the opening mark, all in bytes.
    fn quote(&mut self, open: usize, inside: usize, close: usize) {
        let quoted = self.sentence.get(inside..close).unwrap_or_default();
        let words = quoted.char_indices().next_back().and_then(|(last, _)| quoted.get(..last));
        let is_word = quoted.len() <= LONGEST_QUOTED_WORD
            && words.is_some_and(|it| it.chars().all(|it| it.is_alphanumeric() || it == '-'));
        if !is_word && self.is_edge(open) && self.is_edge(close) {
            self.end(open, open);
            self.found.push((open, close));
            self.from = close;
        }
    }

    fn is_edge(&self, at: usize) -> bool {
        is_grapheme_edge(self.sentence, ByteOffset::new(at))
    }
}

/// Returns the role of `mark` between the character before it and the text after it.
fn mark_role(before: Option<char>, mark: char, after: &str) -> MarkRole {
    let next = after.chars().next();
    let is_word = next.is_some_and(char::is_alphanumeric);
    let is_loose = before.is_none_or(|it| {
        it.is_whitespace() || contains_char(SEPARATORS, it) || contains_char("([（-–—―", it)
    });
    let is_spaced = next.is_none_or(char::is_whitespace);
    let between_digits = before.is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric);
    match mark {
        ',' | ';' | ':' if is_word || is_tied(after) => MarkRole::Nothing,
        '–' if !is_spaced => MarkRole::Nothing,
        '-' if !before.is_none_or(is_hyphen_apart) || !next.is_none_or(is_hyphen_apart) => {
            MarkRole::Nothing
        }
        '—' | '―' if between_digits => MarkRole::Nothing,
        '-' | '–' | '—' | '―' => MarkRole::Separates,
        _ if contains_char(SEPARATORS, mark) => {
            if between_digits {
                MarkRole::Nothing
            } else {
                MarkRole::Separates
            }
        }
        '「' | '『' => MarkRole::Opens,
        '“' | '„' | '«' | '‹' if is_loose || is_word => MarkRole::Opens,
        '‘' | '‚' if is_loose => MarkRole::Opens,
        '"' | '”' | '»' | '›' | '\'' if is_loose && !is_spaced => MarkRole::Opens,
        '"' if before.is_some_and(char::is_numeric) => MarkRole::Nothing,
        '“' | '«' | '"' | '”' | '»' | '」' | '』' => MarkRole::Closes,
        _ => MarkRole::Nothing,
    }
}

/// Returns whether a hyphen next to `neighbour` may be a dash.
fn is_hyphen_apart(neighbour: char) -> bool {
    neighbour.is_whitespace() || neighbour == '-'
}

/// Returns whether a comma, semicolon or colon right before `after` belongs to a link, as in `://`,
/// or to a closing quotation mark after it.
fn is_tied(after: &str) -> bool {
    let mut rest = after.chars();
    rest.next().is_some_and(|it| contains_char("/”\"»“", it))
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Returns the byte offset after the mark that closes a quotation; `open` is the opening mark and
/// `start` the offset after it. `None` if the sentence has no closing mark.
fn quotation(sentence: &str, start: usize, open: char) -> Option<usize> {
    let mut rest = sentence.get(start..)?.char_indices().peekable();
    while let Some((at, mark)) = rest.next() {
        let is_word = rest.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let closes = match open {
            '«' => mark == '»',
            '»' => mark == '«',
            '‹' => mark == '›',
            '›' => mark == '‹',
            '「' => mark == '」',
            '『' => mark == '』',
            '‘' | '‚' | '\'' => matches!(mark, '\'' | '’' | '‘') && !is_word,
            _ => mark == '”' || matches!(mark, '"' | '“') && !is_word,
        };
        if closes {
            return Some(start + at + mark.len_utf8());
        }
    }
    None
}

/// Returns `clause` without the full stops at its end and the footnote marks after them; a full
/// stop that belongs to an abbreviation stays.
fn without_end(clause: &str) -> &str {
    let clause = clause.trim_end();
    let is_note = |it: char| is_note_mark(it) || it.is_ascii_digit() || matches!(it, '[' | ']');
    let body = clause.trim_end_matches(is_note);
    let note = clause.get(body.len()..).unwrap_or_default();
    if !body.ends_with(is_full_stop) || note.starts_with(|it: char| it.is_ascii_digit()) {
        return clause;
    }
    if end_clause(body) { body } else { body.trim_end_matches(|it| is_full_stop(it) || it == ' ') }
}
