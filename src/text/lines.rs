//! Splits a text into lines, at all line breaks that Unicode and text files use.
//!
//! Articles and exported files follow this definition, so the text of a block never contains one of
//! these breaks.

/// The characters that end a line, besides the pair CR LF.
pub(crate) const LINE_BREAKS: [char; 7] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Returns the lines of `text` in order, without their line breaks, empty ones included.
///
/// CR LF counts as one break. The function drops a leading byte order mark and changes nothing
/// else.
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

/// Returns whether `text` contains no line break, so that [`lines`] gives one line.
pub fn is_one_line(text: &str) -> bool {
    // One pass over the bytes finds the ASCII breaks. `str::contains` looks for the last UTF-8 byte
    // of the other breaks, and few texts contain one of those bytes.
    let is_broken = text.bytes().any(|byte| matches!(byte, b'\n'..=b'\r'));
    let mut others = LINE_BREAKS.iter().filter(|it| !it.is_ascii());
    !is_broken && (text.is_ascii() || !others.any(|it| text.contains(*it)))
}

/// Returns `line` without the white space at its end.
pub fn trim_line_end(line: &str) -> &str {
    line.trim_end()
}
