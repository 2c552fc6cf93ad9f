//! What no text may have is left out or replaced before it is read.

use std::borrow::Cow;

use super::Note;

/// The text without a mark of the byte order, and with U+FFFD for NUL, which the parser of HTML
/// would drop and no block may have; and what was done of that.
pub(super) fn cleaned(text: &str) -> (Cow<'_, str>, Vec<Note>) {
    let mut notes = Vec::new();
    let marked = text.strip_prefix('\u{feff}');
    notes.extend(marked.map(|_| Note::ByteOrderMark));
    let text = marked.unwrap_or(text);
    let replaced = text.matches('\0').count();
    if replaced == 0 {
        return (Cow::Borrowed(text), notes);
    }
    notes.push(Note::Replaced(replaced));
    (Cow::Owned(text.replace('\0', "\u{fffd}")), notes)
}
