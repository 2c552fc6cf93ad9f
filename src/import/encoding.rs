//! Detects the encoding of the bytes of a file.
//!
//! This module only chooses a label of the Encoding Standard; the browser then decodes the bytes. A
//! file that is no text gets no label but an [`UnsupportedKind`].

use super::{Encoding, UnsupportedKind, unsupported::sniff_unsupported};

/// The encoding of nearly all texts.
const UTF_8: &str = "utf-8";
/// The number of bytes in which the program looks for a declaration, as the HTML standard requires.
const HEAD_BYTES: usize = 1024;
/// The number of bytes that the program examines to recognize text and the two forms of UTF-16.
const SAMPLE_BYTES: usize = 4096;
/// The number of continuation bytes in valid characters that outweigh one damaged place. In texts
/// of other encodings, bytes that look like UTF-8 are rarer than bytes that do not.
const WHOLE_PER_BROKEN: usize = 4;
/// The most likely encoding of a text that declares none and is not UTF-8.
const LEGACY: &str = "windows-1252";

/// Detects the encoding of a file.
///
/// A byte order mark counts most. Next come UTF-16, which its zero bytes reveal, UTF-8 with at most
/// a few damaged places, and the encoding that a web page declares in its head. Otherwise the
/// function guesses.
///
/// # Errors
/// Returns the kind of the file where it is no text, or is a text that only its program can read.
pub fn detect_encoding(bytes: &[u8]) -> Result<Encoding, UnsupportedKind> {
    let encoding = |label: &str, is_guessed| Encoding {
        label: label.to_owned(),
        is_guessed,
        malformed: if label == UTF_8 { broken_bytes(bytes) } else { 0 },
    };
    if let Some(foreign) = sniff_unsupported(bytes) {
        return Err(foreign);
    }
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Ok(encoding(UTF_8, false)),
        [0xff, 0xfe, ..] => return Ok(encoding("utf-16le", false)),
        [0xfe, 0xff, ..] => return Ok(encoding("utf-16be", false)),
        _ => {}
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    if let Some(label) = utf_16(sample) {
        return Ok(encoding(label, true));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(encoding(UTF_8, false));
    }
    if !is_text(sample) {
        return Err(UnsupportedKind::Unknown);
    }
    if is_nearly_utf_8(bytes) {
        return Ok(encoding(UTF_8, true));
    }
    let declared = declared(bytes.get(..HEAD_BYTES).unwrap_or(bytes));
    Ok(declared.map_or_else(|| encoding(LEGACY, true), |label| encoding(&label, false)))
}

impl Encoding {
    /// Returns an encoding that the user has chosen for these bytes.
    pub fn with_label(label: String, bytes: &[u8]) -> Self {
        let broken = if label == UTF_8 { broken_bytes(bytes) } else { 0 };
        Self { label, is_guessed: false, malformed: broken }
    }

    /// Returns the encoding with the number of errors in the decoded text. For UTF-8 the count from
    /// the bytes remains, because U+FFFD in the text may come from its author; for other encodings
    /// the function counts U+FFFD.
    pub(super) fn with_broken_of(self, text: &str) -> Self {
        let broken =
            if self.label == UTF_8 { self.malformed } else { text.matches('\u{fffd}').count() };
        Self { malformed: broken, ..self }
    }

    /// Returns whether [`Encoding::malformed`] counts bytes rather than characters.
    pub fn counts_bytes(&self) -> bool {
        self.label == UTF_8
    }
}

/// Returns the number of bytes that are not part of any valid UTF-8 character.
fn broken_bytes(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum()
}

/// Returns whether bytes are UTF-8 apart from a few damaged places and a character that is cut off
/// at the end.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken, mut is_cut) = (0, 0, false);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().map(|it| it.len_utf8() - 1).sum::<usize>();
        is_cut = chunks.peek().is_none() && is_unfinished(chunk.invalid());
        // The remaining bytes of one damaged character count as one place.
        let is_place = !chunk.invalid().is_empty() && (broken == 0 || !chunk.valid().is_empty());
        broken += usize::from(is_place && !is_cut);
    }
    whole >= broken * WHOLE_PER_BROKEN + usize::from(is_cut)
}

/// Returns whether invalid bytes are the beginning of a character that more bytes could complete.
fn is_unfinished(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|why| why.error_len().is_none())
}

/// Returns the label of UTF-16 without a byte order mark, in which every other byte of an ASCII
/// character is zero; `None` for anything else.
fn utf_16(sample: &[u8]) -> Option<&'static str> {
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 4;
    match () {
        () if odd > most && even == 0 => Some("utf-16le"),
        () if even > most && odd == 0 => Some("utf-16be"),
        () => None,
    }
}

/// Returns whether bytes can be text: they have no NUL, and at most one byte in fifty is a control
/// character that texts do not use.
fn is_text(sample: &[u8]) -> bool {
    let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31);
    let controls = sample.iter().filter(is_control).count();
    !sample.contains(&0) && controls * 50 <= sample.len()
}

/// Returns the encoding that `<meta charset>`, its older form or an XML declaration names, in lower
/// case; `None` where the bytes do not begin with `<` or declare nothing.
fn declared(head: &[u8]) -> Option<String> {
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let is_markup = head.trim_start().starts_with('<');
    let after = ["charset", "encoding"].iter().find_map(|name| Some(head.split_once(name)?.1))?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|it: char| !(it.is_ascii_alphanumeric() || "-_:.".contains(it)));
    let label = end.and_then(|end| value.get(..end)).unwrap_or(value);
    // A page that declares UTF-16 in ASCII bytes cannot be UTF-16.
    let label = if label.starts_with("utf-16") { "utf-8" } else { label };
    (is_markup && !label.is_empty()).then(|| label.to_owned())
}
