//! Words that a margin broke at a hyphen.
//!
//! A hyphen at the end of a line may be part of its word ("long-term") or stand for a second half
//! that follows ("pre- and post-war"), so it goes, or loses the space after it, only where the text
//! itself or the halves tell which it is.

use std::collections::HashSet;

use super::Line;

/// Halves that begin words and are hardly a word themselves.
const BEGINNINGS: [&str; 4] = ["inter", "com", "con", "dis"];
/// Halves that end words and are no word themselves.
const ENDINGS: [&str; 25] = [
    "tion", "tions", "tional", "ation", "ations", "ational", "sion", "sions", "ment", "ments",
    "ing", "ings", "ly", "ness", "ity", "ities", "ies", "ance", "ence", "tionen", "ung", "ungen",
    "heit", "keit", "lich",
];

/// The words of a text by which broken ones are told.
pub(super) struct Words(HashSet<String>);

impl Words {
    /// The words of a text; none where no line of it ends with a hyphen.
    pub(super) fn of(lines: &[Line]) -> Self {
        let has_broken = lines.iter().any(|it| it.text.ends_with('-'));
        let lines = lines.iter().filter(|_| has_broken);
        let words =
            lines.flat_map(|it| it.text.split(|it: char| !(it.is_alphabetic() || it == '-')));
        Self(words.map(str::to_lowercase).collect())
    }

    /// A line before another that goes on with it. It ends with a soft hyphen where no space
    /// follows, which stands for the hyphen itself if there is none before it.
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
