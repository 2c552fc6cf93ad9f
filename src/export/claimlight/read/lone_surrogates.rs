//! Replaces the halves of surrogate pairs that have no other half, in a JSON file.
//!
//! JSON can write such a half as an escape, but no Rust string can hold it. Each replacement is as
//! long as the escape, so all places in the file stay the same.

use std::borrow::Cow;

/// Returns the file with the escape of U+FFFD in place of each lone half, the character that also
/// replaces other characters that no text may have. Nothing else changes, and no place in the file
/// moves.
pub(super) fn replace_lone_surrogates(file: &str) -> Cow<'_, str> {
    if !file.contains("\\ud") && !file.contains("\\uD") {
        return Cow::Borrowed(file);
    }
    let mut mended = String::with_capacity(file.len());
    let mut rest = file;
    while let Some((before, after)) = rest.split_once('\\') {
        let second = after.get(5..).and_then(|it| unit(it.strip_prefix('\\')?));
        let one = after.chars().next().map_or(0, char::len_utf8);
        let (escape, length) = match (unit(after), second) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (after.get(..11), 11),
            (Some(0xd800..=0xdfff), _) => (Some("ufffd"), 5),
            _ => (after.get(..one), one),
        };
        mended.push_str(before);
        mended.push('\\');
        mended.push_str(escape.unwrap_or_default());
        rest = after.get(length..).unwrap_or_default();
    }
    mended.push_str(rest);
    Cow::Owned(mended)
}

/// Returns the UTF-16 code unit that an escape names; `escape` begins at its `u`.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix('u')?.get(..4)?;
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}
