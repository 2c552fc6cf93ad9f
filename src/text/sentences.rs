//! Splits a paragraph into sentences.
//!
//! The rules follow the idea of Unicode (UAX 29): a sentence ends at a stop, with the closing marks
//! after it, unless the text goes on in lower case. In addition, abbreviations, ordinals, brackets
//! and attributions of quotations, which Unicode leaves to the implementation, do not end a
//! sentence.

use super::{
    ByteOffset,
    abbreviations::{first_word, is_listed, keeps_sentence_open, starts_sentence},
    expand_to_graphemes, is_grapheme_edge,
    punctuation::{brackets, contains_char, is_note_mark, is_stop, is_wide_stop},
};

/// Characters after a stop that show that the sentence goes on.
const CONTINUES: &str = ",;:،؛，、；：)]}）】》〉/";

/// Closing marks that are never opening ones.
const CLOSES: &str = ")]}）】」』”’";

/// Quotation marks that close in one language and open in another.
const OPENS_OR_CLOSES: &str = "\"'“‘«»‹›";

/// Hyphens and dashes, which may follow a closing quotation mark within a sentence.
const DASHES: &str = "-–—―";

/// The particle that Japanese puts between a quotation and its verb.
const QUOTATIVE: char = 'と';

/// Verbs that attribute a question or an exclamation to somebody whose name begins with a capital.
const SPEECH: &str = "said says asked asks added wrote tweeted told cried shouted";

/// The number of characters after a stop, not counting white space, in which the next word must
/// begin.
const LOOK_AHEAD: usize = 16;

/// The longest footnote in square brackets, in characters, the brackets included.
const LONGEST_NOTE: usize = 16;

/// Returns the sentences of a text, in order, each without the white space around it.
///
/// Together they cover everything but white space. Each has a letter or a digit, unless it is the
/// only one, and its edges lie between grapheme clusters. Where an abbreviation or an initial comes
/// before a capital ("in Washington, D.C. The mayor"), it ends the sentence only if the next word
/// is one of those that often begin sentences. A sentence can end inside a quotation, but not
/// inside brackets, unless the sentence begins with these brackets.
pub fn sentences(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    let mut found = Vec::new();
    let mut brackets = brackets(text).into_iter().peekable();
    let (mut start, mut seen) = (text.len() - text.trim_start().len(), 0);
    while let Some(at) = text.get(seen..).and_then(|it| it.find(is_stop)) {
        let sentence_end = SentenceEnd::read(text, start, seen + at);
        seen = sentence_end.end;
        while brackets.next_if(|(_, close)| *close < sentence_end.at).is_some() {}
        let is_inside = brackets.peek().is_some_and(|(open, close)| {
            start < *open && *open < sentence_end.at && sentence_end.end <= *close
        });
        if !is_inside && let Some(next) = sentence_end.next_sentence(text, start) {
            found.push(trimmed(text, start, next));
            start = next;
        }
    }
    let last = trimmed(text, start, text.len());
    match found.last_mut() {
        Some(before) if !has_words(text, start, text.len()) => before.1 = last.1,
        _ if last.0 < last.1 => found.push(last),
        _ => {}
    }
    found
}

/// A stop that may be the end of a sentence, with the marks that belong to it.
struct SentenceEnd {
    /// The byte offset before the first mark.
    at: usize,
    /// The byte offset after the last mark and the closing marks, footnotes and emoji that belong
    /// to it.
    end: usize,
    /// The last mark that may end a sentence.
    mark: char,
    /// The number of marks that may end a sentence.
    marks: usize,
    /// Whether a closing quotation mark or bracket belongs to it.
    is_closed: bool,
}

impl SentenceEnd {
    /// Reads the stop that begins at `at`, in the sentence that begins at `start`, both in bytes.
    fn read(text: &str, start: usize, at: usize) -> Self {
        let starts_with_emoji = text.get(start..).is_some_and(|it| it.starts_with(is_emoji));
        let mut sentence_end = Self { at, end: at, mark: '.', marks: 0, is_closed: false };
        while let Some(size) =
            text.get(sentence_end.end..).and_then(|it| sentence_end.take(it, starts_with_emoji))
        {
            sentence_end.end += size;
        }
        sentence_end
    }

    /// Returns how many bytes at the beginning of `tail` belong to the stop as well, mostly one
    /// mark; `None` where the stop ends.
    fn take(&mut self, tail: &str, starts_with_emoji: bool) -> Option<usize> {
        let mut rest = tail.chars();
        let (first, second, third) = (rest.next()?, rest.next(), rest.next());
        let size = first.len_utf8();
        let is_word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        if is_stop(first) {
            self.mark = first;
            self.marks += 1;
            return Some(size);
        }
        if contains_char(CLOSES, first) || contains_char(OPENS_OR_CLOSES, first) && !is_word(second)
        {
            self.is_closed = true;
            return Some(size);
        }
        if is_note_mark(first) || is_emoji(first) {
            return Some(size);
        }
        if first == '[' {
            return tail.chars().take(LONGEST_NOTE).position(|it| it == ']').and_then(|length| {
                tail.char_indices().nth(length).map(|(at, mark)| at + mark.len_utf8())
            });
        }
        if !first.is_whitespace() {
            return None;
        }
        if matches!(second, Some('»' | '›' | '"')) && !is_word(third) {
            return Some(size);
        }
        // An emoji after a stop belongs to that sentence, unless the text puts one before each
        // sentence, as a bullet.
        (second.is_some_and(is_emoji) && !starts_with_emoji).then_some(size)
    }

    /// Returns the byte offset of the next sentence if this stop ends the one that begins at
    /// `start`; `None` if the sentence goes on.
    fn next_sentence(&self, text: &str, start: usize) -> Option<usize> {
        let after = text.get(self.end..)?;
        let rest = after.trim_start();
        let next = text.len() - rest.len();
        let first = rest.chars().next()?;
        if !self.can_start_with(first, rest.len() < after.len()) {
            return None;
        }
        let mut ahead = rest.char_indices().take(LOOK_AHEAD);
        let words = rest.get(ahead.find(|(_, it)| it.is_alphanumeric())?.0..)?;
        let goes_on = !is_wide_stop(self.mark) && is_lower(words)
            || self.is_attributed(words)
            || self.is_abbreviation(text.get(start..)?, start, first, words);
        let ends = !goes_on
            && has_words(text, start, self.at)
            && is_grapheme_edge(text, ByteOffset::new(next));
        ends.then_some(next)
    }

    /// Returns whether a sentence can begin with `first`, where `is_spaced` is whether white space
    /// precedes it.
    fn can_start_with(&self, first: char, is_spaced: bool) -> bool {
        let is_wide = is_wide_stop(self.mark);
        let is_apart = is_spaced
            || is_wide
            || matches!(self.mark, '!' | '?') && first.is_alphabetic() && !has_case(first);
        is_apart
            && !is_stop(first)
            && !contains_char(CONTINUES, first)
            && !(self.is_closed && (contains_char(DASHES, first) || is_wide && first == QUOTATIVE))
    }

    /// Returns whether the stop ends a question or an exclamation that `words` attribute to
    /// somebody.
    fn is_attributed(&self, words: &str) -> bool {
        self.is_closed
            && matches!(self.mark, '!' | '?')
            && !starts_sentence(words)
            && words.split(' ').take(3).any(|it| is_listed(SPEECH, first_word(it).0))
    }

    /// Returns whether the stop belongs to the last word of `sentence`, or directly follows an
    /// opening bracket.
    fn is_abbreviation(&self, sentence: &str, start: usize, first: char, words: &str) -> bool {
        let to = |end: usize| sentence.get(..end - start).unwrap_or_default();
        let words = if contains_char(DASHES, first) { "" } else { words };
        to(self.at).ends_with(['(', '['])
            || self.marks == 1
                && self.mark.is_ascii()
                && keeps_sentence_open(to(self.at + self.mark.len_utf8()), words)
    }
}

/// Returns whether a letter is a capital or a small letter; many scripts have neither.
fn has_case(letter: char) -> bool {
    letter.is_uppercase() || letter.is_lowercase()
}

/// Returns whether `words` begin in lower case; a brand such as iPhone does not count.
fn is_lower(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(char::is_lowercase)
        && !letters.take_while(|it| it.is_alphanumeric()).any(char::is_uppercase)
}

/// Returns whether `mark` is an emoji or part of one.
fn is_emoji(mark: char) -> bool {
    matches!(mark, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

/// Returns whether the range, in bytes, contains a letter or a digit.
fn has_words(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|it| it.contains(char::is_alphanumeric))
}

/// Returns the range, in bytes, without the white space around it, on edges of grapheme clusters.
fn trimmed(text: &str, start: usize, end: usize) -> (ByteOffset, ByteOffset) {
    let part = text.get(start..end).unwrap_or_default().trim_start();
    let from = end - part.len();
    expand_to_graphemes(text, ByteOffset::new(from), ByteOffset::new(from + part.trim_end().len()))
}
