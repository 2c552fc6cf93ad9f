//! Names of those who speak, where they stand before what they say.

use std::collections::{HashMap, HashSet};

use super::{cues::Cue, tags::plain};

/// The longest name, in characters.
const LONGEST_NAME: usize = 40;
/// The most words of a name.
const MOST_WORDS: usize = 4;
/// How often something that is not in capitals must stand before a colon to be a name.
const LEAST: usize = 2;
/// What marks that another person speaks.
const TURNS: [&str; 4] = [">>", "- ", "– ", "— "];

/// What a line begins with.
#[derive(Debug)]
pub(super) struct SpeakerPrefix<'a> {
    /// Whether a sign says that another person speaks.
    pub(super) is_turn: bool,
    /// What may be the name of who speaks, and what is said.
    pub(super) named: Option<(&'a str, &'a str)>,
}

/// What a line, without its marks, begins with.
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

/// What follows a dash that stands close to a word.
fn after_dash(line: &str) -> Option<&str> {
    let is_start =
        |it: char| it.is_alphabetic() || ['"', '“', '«', '[', '(', '¿', '¡'].contains(&it);
    line.strip_prefix('-').filter(|rest| rest.starts_with(is_start))
}

/// Whether `name`, which stands before a colon and what is said, can be a name.
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

/// Whether all letters are capitals, of which there are some.
fn is_in_capitals(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// What stands before colons in cues and is a name: it is in capitals, begins with one and comes
/// again, or stands after a sign that another person speaks.
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
