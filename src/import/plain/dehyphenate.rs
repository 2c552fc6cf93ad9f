//! Joins words that a line break split at a hyphen.
//!
//! A hyphen at the end of a line may belong to its word ("long-term") or stand for a second half
//! that follows ("pre- and post-war"). So the module removes the hyphen, or the space after it,
//! only where other words of the text or the halves of the word show which case it is.

use std::collections::HashSet;

use super::Line;

/// The halves that begin a word and are rarely a word themselves.
const BEGINNINGS: [&str; 4] = ["inter", "com", "con", "dis"];
/// The halves that end a word and are not a word themselves.
const ENDINGS: [&str; 25] = [
    "tion", "tions", "tional", "ation", "ations", "ational", "sion", "sions", "ment", "ments",
    "ing", "ings", "ly", "ness", "ity", "ities", "ies", "ance", "ence", "tionen", "ung", "ungen",
    "heit", "keit", "lich",
];

/// The words of a text in lower case, which show how a split word is written elsewhere.
pub(super) struct Words(HashSet<String>);

impl Words {
    /// Collects the words of a text; the set is empty where no line ends with a hyphen.
    pub(super) fn of(lines: &[Line]) -> Self {
        let has_broken = lines.iter().any(|it| it.text.ends_with('-'));
        let lines = lines.iter().filter(|_| has_broken);
        let words =
            lines.flat_map(|it| it.text.split(|it: char| !(it.is_alphabetic() || it == '-')));
        Self(words.map(str::to_lowercase).collect())
    }

    /// Returns a line for joining with the line `next`, which continues it. The result ends with a
    /// soft hyphen where no space may follow. That soft hyphen replaces the hyphen where it only
    /// split the word, and follows it where it belongs to the word.
    pub(super) fn join_hyphenated(&self, line: &str, next: &str) -> String {
        let joined = || {
            let start = line.strip_suffix('-')?;
            let first = start.rsplit(|it: char| !it.is_alphabetic()).next()?;
            let last = next.split(|it: char| !it.is_alphabetic()).next()?;
            let is_small =
                first.ends_with(char::is_lowercase) && last.starts_with(char::is_lowercase);
            if !is_small {
                return None;
            }
            let (first, last) = (first.to_lowercase(), last.to_lowercase());
            if self.0.contains(&format!("{first}-{last}")) {
                Some(format!("{line}\u{ad}"))
            } else if self.0.contains(&format!("{first}{last}"))
                || BEGINNINGS.contains(&first.as_str())
                || ENDINGS.contains(&last.as_str())
            {
                Some(format!("{start}\u{ad}"))
            } else {
                None
            }
        };
        joined().unwrap_or_else(|| line.to_owned())
    }
}
