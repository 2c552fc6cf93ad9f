//! Cutting a paragraph into sentences.
//!
//! The rules are those of Unicode (UAX 29) in spirit: a sentence ends at a stop, with the closing
//! marks after it, unless what follows goes on in lower case. Besides, abbreviations, ordinals,
//! brackets and attributions of quotations, which Unicode leaves to its users, do not end one.

use super::{
    ByteOffset,
    abbreviations::{leave_open, starts_sentence},
    grapheme_edges, is_grapheme_edge,
    marks::{brackets, is_note_mark, is_stop, is_wide_stop},
};

/// What goes on after a stop.
const CONTINUES: &str = ",;:،؛，、；：)]}）】》〉/";

/// Closing marks that are never opening ones.
const CLOSES: &str = ")]}）】」』”’";

/// Quotation marks that close in one language and open in another.
const OPENS_OR_CLOSES: &str = "\"'“‘«»‹›";

const DASHES: &str = "-–—―";

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
        let stop = Stop::read(text, start, seen + at);
        seen = stop.end;
        while brackets.next_if(|(_, close)| *close < stop.at).is_some() {}
        let is_inside = brackets
            .peek()
            .is_some_and(|(open, close)| start < *open && *open < stop.at && stop.end <= *close);
        if !is_inside && let Some(next) = stop.next_sentence(text, start) {
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
struct Stop {
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

impl Stop {
    /// The stop that begins at `at`, in the sentence that begins at `start`.
    fn read(text: &str, start: usize, at: usize) -> Self {
        let starts_with_emoji = text.get(start..).is_some_and(|it| it.starts_with(is_emoji));
        let mut stop = Self { at, end: at, mark: '.', marks: 0, is_closed: false };
        while let Some(size) = text.get(stop.end..).and_then(|it| stop.take(it, starts_with_emoji))
        {
            stop.end += size;
        }
        stop
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
        if CLOSES.contains(first) || OPENS_OR_CLOSES.contains(first) && !is_word(second) {
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
        if matches!(second, Some('»' | '›')) && !is_word(third) {
            return Some(size);
        }
        // An emoji begins a sentence only in a text that sets one before each, as a bullet.
        (second.is_some_and(is_emoji) && !starts_with_emoji).then_some(size)
    }

    /// Where the next sentence begins, in bytes, if this stop ends one.
    fn next_sentence(&self, text: &str, start: usize) -> Option<usize> {
        let after = text.get(self.end..)?;
        let rest = after.trim_start();
        let next = text.len() - rest.len();
        let first = rest.chars().next()?;
        let is_wide = is_wide_stop(self.mark);
        let needs_space = !is_wide && (matches!(self.mark, '.' | '…') || !is_caseless(first));
        if needs_space && rest.len() == after.len()
            || is_stop(first)
            || CONTINUES.contains(first)
            || is_wide && self.is_closed && first == 'と'
        {
            return None;
        }
        let (at, _) = rest.char_indices().take(LOOK_AHEAD).find(|(_, it)| it.is_alphanumeric())?;
        let words = rest.get(at..)?;
        let ends = (is_wide || !goes_on(words))
            && !self.is_attributed(words, DASHES.contains(first))
            && !self.is_abbreviation(text.get(start..)?, start, words, DASHES.contains(first))
            && has_words(text, start, self.at)
            && is_grapheme_edge(text, ByteOffset::new(next));
        ends.then_some(next)
    }
}

impl Stop {
    /// Whether the words after a quotation say whose it is: a name and a verb of saying.
    fn is_attributed(&self, words: &str, follows_dash: bool) -> bool {
        let mut parts = words.split_whitespace();
        let (name, verb) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let verb = verb.trim_end_matches(|it: char| !it.is_alphabetic());
        self.is_closed && (follows_dash || is_said(verb)) && !starts_sentence(name)
    }

    /// Whether the stop belongs to an abbreviation that does not end the sentence.
    fn is_abbreviation(
        &self,
        sentence: &str,
        start: usize,
        words: &str,
        follows_dash: bool,
    ) -> bool {
        let is_single = self.marks == 1 && !self.is_closed && !follows_dash;
        let before = sentence.get(..self.at - start + self.mark.len_utf8());
        is_single
            && matches!(self.mark, '.' | '!')
            && before.is_some_and(|before| leave_open(before, words))
    }
}

fn is_said(verb: &str) -> bool {
    SPEECH.split(' ').any(|it| it == verb)
}

/// Whether `words` go on with the sentence before: in lower case, but for a name such as "iPhone".
fn goes_on(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(char::is_lowercase)
        && !letters.next().is_some_and(char::is_uppercase)
}

fn has_words(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|it| it.contains(char::is_alphanumeric))
}

/// Whether a letter is of a script without capitals.
fn is_caseless(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_uppercase() && !letter.is_lowercase()
}

fn is_emoji(mark: char) -> bool {
    matches!(mark, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}')
}

/// A range without the white space at its edges.
fn trimmed(text: &str, start: usize, end: usize) -> (ByteOffset, ByteOffset) {
    let part = text.get(start..end).unwrap_or_default();
    let from = start + (part.len() - part.trim_start().len());
    // An accent may stand on the space before the first word.
    grapheme_edges(text, ByteOffset::new(from), ByteOffset::new(from + part.trim().len()))
}
