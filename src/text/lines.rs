//! Cutting a text into lines, as the public contract defines them.

/// The characters that end a line, besides the pair CR LF.
pub(crate) const LINE_BREAKS: [char; 7] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of `text` in order, without their line breaks, empty ones included.
///
/// CR LF counts as one break. A leading byte order mark is dropped; nothing else is changed.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text.strip_prefix('\u{feff}').unwrap_or(text));
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((line, after)) = text.split_once(LINE_BREAKS) else {
            rest = None;
            return Some(text);
        };
        let broken_by_cr = text.get(line.len()..).is_some_and(|it| it.starts_with('\r'));
        rest = Some(if broken_by_cr { after.strip_prefix('\n').unwrap_or(after) } else { after });
        Some(line)
    })
}

/// Whether [`lines`] has one line only.
pub fn is_one_line(text: &str) -> bool {
    // One walk for the breaks of ASCII; few texts hold any of the bytes that the others end with.
    let is_broken = text.bytes().any(|byte| matches!(byte, b'\n'..=b'\r'));
    let mut others = LINE_BREAKS.iter().filter(|it| !it.is_ascii());
    !is_broken && (text.is_ascii() || !others.any(|it| text.contains(*it)))
}

/// A line without the white space at its end.
pub fn trim_line_end(line: &str) -> &str {
    line.trim_end()
}
