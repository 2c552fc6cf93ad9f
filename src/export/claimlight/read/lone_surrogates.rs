//! Halves of surrogate pairs that stand alone in a file: JSON can write them, and no text has them.

use std::borrow::Cow;

/// The file with U+FFFD for each of them, as for any other character that no text may have. Nothing
/// else is changed, and no place in the file is moved.
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

/// The UTF-16 unit that an escape names, from the `u` on.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix('u')?.get(..4)?;
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}
