//! Recognizes the names of speakers before the words that they say.
//!
//! Words before a colon may be a name or part of a sentence. So the module collects the names of
//! the whole file first, and accepts only those that are likely names.

use std::collections::{HashMap, HashSet};

use super::{cues::Cue, tags::plain};

/// The longest name, in characters.
const LONGEST_NAME: usize = 40;
/// The most words of a name.
const MOST_WORDS: usize = 4;
/// The weight that a candidate needs to be a name: one occurrence in capitals or after a turn
/// marker, or two occurrences that contain a capital.
const LEAST: usize = 2;
/// The turn markers: characters that show a change of speaker.
const TURNS: [&str; 4] = [">>", "- ", "– ", "— "];

/// The beginning of a line.
#[derive(Debug)]
pub(super) struct SpeakerPrefix<'a> {
    /// Whether a turn marker shows a change of speaker.
    pub(super) is_turn: bool,
    /// The possible name of the speaker, and the words after the colon; `None` where the line does
    /// not begin with such a name.
    pub(super) named: Option<(&'a str, &'a str)>,
}

/// Returns the turn marker and the possible name that a line, without its tags, begins with.
pub(super) fn opening(line: &str) -> SpeakerPrefix<'_> {
    let rest = TURNS.iter().find_map(|sign| line.strip_prefix(sign)).or(after_dash(line));
    let rest = rest.map(|it| it.trim_start_matches('>').trim_start());
    let name = rest.unwrap_or(line).split_once([':', '：']);
    let named = name.map(|(name, said)| (name.trim_end(), said));
    SpeakerPrefix {
        is_turn: rest.is_some(),
        named: named.filter(|(name, said)| is_name(name, said)),
    }
}

/// Returns the text after a dash that no space follows; `None` for other lines.
fn after_dash(line: &str) -> Option<&str> {
    let is_start =
        |it: char| it.is_alphabetic() || ['"', '“', '«', '[', '(', '¿', '¡'].contains(&it);
    line.strip_prefix('-').filter(|rest| rest.starts_with(is_start))
}

/// Returns whether `name`, which comes before a colon and the words `said`, can be a name.
fn is_name(name: &str, said: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|it: char| it.is_alphabetic() && !it.is_lowercase())
            || word.bytes().all(|it| it.is_ascii_digit())
    };
    let is_sign = |it: char| it.is_alphanumeric() || " .'’-_&#()\u{a0}".contains(it);
    name.starts_with(char::is_alphabetic)
        && name.chars().nth(LONGEST_NAME).is_none()
        && name.chars().all(is_sign)
        && name.split_whitespace().count() <= MOST_WORDS
        && name.split_whitespace().all(is_word)
        && (said.is_empty() || said.starts_with(char::is_whitespace))
}

/// Returns whether a name contains capitals and no lower-case letters.
fn is_in_capitals(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// Returns the names that come before colons in the cues. A name is in capitals, follows a turn
/// marker, or contains a capital and occurs at least twice.
pub(super) fn names(cues: &[Cue<'_>]) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in cues.iter().flat_map(|cue| &cue.lines) {
        let line = plain(line);
        let SpeakerPrefix { is_turn, named } = opening(&line);
        let Some((name, _)) = named else { continue };
        let is_sure = is_turn || is_in_capitals(name);
        let weight = if is_sure { LEAST } else { usize::from(name.contains(char::is_uppercase)) };
        *counts.entry(name.to_owned()).or_default() += weight;
    }
    counts.retain(|_, count| *count >= LEAST);
    counts.into_keys().collect()
}
