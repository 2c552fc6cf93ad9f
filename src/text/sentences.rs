//! Cutting a paragraph into sentences.
//!
//! The rules are those of Unicode (UAX 29) in spirit: a sentence ends at a stop, with the closing
//! marks after it, unless what follows goes on in lower case. Besides, abbreviations, ordinals,
//! brackets and attributions of quotations, which Unicode leaves to its users, do not end one.

use super::{
    ByteOffset,
    abbreviations::{first_word, is_listed, keeps_sentence_open, starts_sentence},
    expand_to_graphemes, is_grapheme_edge,
    punctuation::{brackets, contains_char, is_note_mark, is_stop, is_wide_stop},
};

/// What goes on after a stop.
const CONTINUES: &str = ",;:،؛，、；：)]}）】》〉/";

/// Closing marks that are never opening ones.
const CLOSES: &str = ")]}）】」』”’";

/// Quotation marks that close in one language and open in another.
const OPENS_OR_CLOSES: &str = "\"'“‘«»‹›";

const DASHES: &str = "-–—―";

/// What Japanese writes between a quotation and its verb.
const QUOTATIVE: char = 'と';

/// Verbs that attribute a question or a cry to somebody whose name begins with a capital.
const SPEECH: &str = "said says asked asks added wrote tweeted told cried shouted";

/// How far ahead of a stop the next word is looked for, in characters.
const LOOK_AHEAD: usize = 16;

/// The longest footnote in square brackets, in characters.
const LONGEST_NOTE: usize = 16;

/// The sentences of a text, in order: each without the white space around it.
///
/// Together they cover everything but white space. None is without a letter or a digit, unless it
/// is the only one; edges lie between grapheme clusters. Where an abbreviation or an initial comes
/// before a capital ("in Washington, D.C. The mayor") it ends the sentence only if the next word
/// is one of those that often begin sentences. Sentences end within a quotation as well, but not
/// within brackets, except those that the sentence begins with.
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

/// What may be the end of a sentence.
struct SentenceEnd {
    /// Before the first mark, in bytes.
    at: usize,
    /// After the last mark and the closing marks, footnotes and emoji that belong to it, in bytes.
    end: usize,
    /// The last mark.
    mark: char,
    /// How many marks there are.
    marks: usize,
    /// Whether it ends in a quotation mark or bracket.
    is_closed: bool,
}

impl SentenceEnd {
    /// The stop that begins at `at`, in the sentence that begins at `start`.
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

    /// How many bytes of `tail` belong to the stop as well: one mark, mostly.
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
        // An emoji begins a sentence only in a text that sets one before each, as a bullet.
        (second.is_some_and(is_emoji) && !starts_with_emoji).then_some(size)
    }

    /// Where the next sentence begins, in bytes, if this stop ends the one that begins at `start`.
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

    /// Whether a sentence can begin with `first`, with or without a space before it.
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

    /// Whether the stop ends a question or cry that `words` attribute to somebody.
    fn is_attributed(&self, words: &str) -> bool {
        self.is_closed
            && matches!(self.mark, '!' | '?')
            && !starts_sentence(words)
            && words.split(' ').take(3).any(|it| is_listed(SPEECH, first_word(it).0))
    }

    /// Whether the stop is part of the last word of `sentence`, or all there is in brackets.
    fn is_abbreviation(&self, sentence: &str, start: usize, first: char, words: &str) -> bool {
        let to = |end: usize| sentence.get(..end - start).unwrap_or_default();
        let words = if contains_char(DASHES, first) { "" } else { words };
        to(self.at).ends_with(['(', '['])
            || self.marks == 1
                && self.mark.is_ascii()
                && keeps_sentence_open(to(self.at + self.mark.len_utf8()), words)
    }
}

fn has_case(letter: char) -> bool {
    letter.is_uppercase() || letter.is_lowercase()
}

/// Whether `words` begin in lower case; a brand such as iPhone does not.
fn is_lower(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(char::is_lowercase)
        && !letters.take_while(|it| it.is_alphanumeric()).any(char::is_uppercase)
}

/// Whether `mark` is an emoji or part of one.
fn is_emoji(mark: char) -> bool {
    matches!(mark, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

fn has_words(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|it| it.contains(char::is_alphanumeric))
}

/// The range without white space around it, on edges of grapheme clusters.
fn trimmed(text: &str, start: usize, end: usize) -> (ByteOffset, ByteOffset) {
    let part = text.get(start..end).unwrap_or_default().trim_start();
    let from = end - part.len();
    expand_to_graphemes(text, ByteOffset::new(from), ByteOffset::new(from + part.trim_end().len()))
}
