//! What no text may have is left out or replaced before it is read.

use std::borrow::Cow;

use super::ImportNote;

/// The text without a mark of the byte order, and with U+FFFD for NUL, which the parser of HTML
/// would drop and no block may have; and what was done of that.
pub(super) fn strip_bom_and_nul(text: &str) -> (Cow<'_, str>, Vec<ImportNote>) {
    let mut notes = Vec::new();
    let marked = text.strip_prefix('\u{feff}');
    notes.extend(marked.map(|_| ImportNote::ByteOrderMark));
    let text = marked.unwrap_or(text);
    let replaced = text.matches('\0').count();
    if replaced == 0 {
        return (Cow::Borrowed(text), notes);
    }
    notes.push(ImportNote::ReplacedChars(replaced));
    (Cow::Owned(text.replace('\0', "\u{fffd}")), notes)
}
