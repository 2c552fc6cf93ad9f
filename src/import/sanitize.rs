//! Removes or replaces the characters that no text may have, before a reader sees the text. Every
//! change is in the returned notes.

use std::borrow::Cow;

use super::ImportNote;

/// Returns the text without a byte order mark and with U+FFFD instead of NUL, and notes about both
/// changes. The HTML parser would drop NUL, and no block may contain it.
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
