//! Finds characters that a text contains but that nobody can see, such as direction controls.
//!
//! The page marks them, so that a text cannot hide or reorder words unnoticed.

/// A part of a text that is either visible or one invisible character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibilitySpan<'a> {
    /// Visible characters and spaces.
    Visible(&'a str),
    /// One invisible character.
    Invisible {
        /// The character as it is in the text.
        text: &'a str,
        /// The code point of the character, such as `U+202E`.
        code: String,
    },
}

/// Splits a text into visible parts and invisible characters, in order; `None` if all characters
/// are visible.
///
/// Invisible characters are controls other than the tab, among them those for the direction of
/// writing, and characters without width. The joiners of scripts and emoji count as visible between
/// two characters beyond ASCII, where they do their work; so do the tag characters of flags. The
/// function decides a text of printable ASCII at once.
pub fn split_invisible(text: &str) -> Option<Vec<VisibilitySpan<'_>>> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    let mut parts = Vec::new();
    let (mut start, mut before) = (0, None);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|(_, after)| *after);
        if is_unseen(before.replace(character), character, after) {
            let end = at + character.len_utf8();
            parts.extend(
                text.get(start..at).filter(|text| !text.is_empty()).map(VisibilitySpan::Visible),
            );
            let code = format!("U+{:04X}", u32::from(character));
            parts.extend(text.get(at..end).map(|text| VisibilitySpan::Invisible { text, code }));
            start = end;
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.extend(text.get(start..).filter(|text| !text.is_empty()).map(VisibilitySpan::Visible));
    Some(parts)
}

fn is_unseen(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is_far = |it: Option<char>| it.is_some_and(|it| !it.is_ascii() && !it.is_control());
    match character {
        '\t' => false,
        '\u{200c}' | '\u{200d}' => !(is_far(before) && is_far(after)),
        '\u{e0020}'..='\u{e007f}' => {
            !before.is_some_and(|it| matches!(it, '\u{1f3f4}' | '\u{e0020}'..='\u{e007f}'))
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e001f}' => true,
        _ => character.is_control(),
    }
}
