//! By what table the bytes of a file become characters.
//!
//! The browser decodes; what is found out here is the label that it is told.

use super::{Encoding, UnsupportedKind, unsupported::sniff_unsupported};

/// The encoding of nearly all texts.
const UTF_8: &str = "utf-8";
/// How many bytes are looked at for a declaration: as many as the HTML standard asks for.
const HEAD_BYTES: usize = 1024;
/// How many bytes are looked at to tell text from anything else, and one UTF-16 from the other.
const SAMPLE_BYTES: usize = 4096;
/// How many continuation bytes of whole characters make up for one place that is broken: in texts of
/// other encodings, what looks like UTF-8 is rarer than what does not.
const WHOLE_PER_BROKEN: usize = 4;
/// What a text that says nothing and is no UTF-8 is most likely to be.
const LEGACY: &str = "windows-1252";

/// The encoding of a file.
///
/// A byte order mark counts most, then UTF-16 that gives itself away by its zeros, then UTF-8 that
/// is valid but for a few places, then what a web page declares in its head; the rest is a guess.
///
/// # Errors
/// What the file is, where it is no text, or one that only its own program can read.
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
    /// An encoding that the person has chosen for these bytes.
    pub fn with_label(label: String, bytes: &[u8]) -> Self {
        let broken = if label == UTF_8 { broken_bytes(bytes) } else { 0 };
        Self { label, is_guessed: false, malformed: broken }
    }

    /// The same, with what the browser could not read as the text shows it. Of UTF-8 the bytes
    /// themselves tell that, apart from U+FFFD that somebody wrote.
    pub(super) fn with_broken_of(self, text: &str) -> Self {
        let broken =
            if self.label == UTF_8 { self.malformed } else { text.matches('\u{fffd}').count() };
        Self { malformed: broken, ..self }
    }

    /// Whether [`Encoding::malformed`] counts bytes, and not characters.
    pub fn counts_bytes(&self) -> bool {
        self.label == UTF_8
    }
}

/// How many bytes are no part of any character in UTF-8.
fn broken_bytes(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum()
}

/// Whether bytes are UTF-8 but for a few places, or for a character that is cut off at their end.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken, mut is_cut) = (0, 0, false);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().map(|it| it.len_utf8() - 1).sum::<usize>();
        is_cut = chunks.peek().is_none() && is_unfinished(chunk.invalid());
        // What is left of one character that was damaged is one place.
        let is_place = !chunk.invalid().is_empty() && (broken == 0 || !chunk.valid().is_empty());
        broken += usize::from(is_place && !is_cut);
    }
    whole >= broken * WHOLE_PER_BROKEN + usize::from(is_cut)
}

/// Whether bytes that are no character begin one all the same, so that more could make it whole.
fn is_unfinished(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|why| why.error_len().is_none())
}

/// UTF-16 without a byte order mark: of its ASCII characters every other byte is zero.
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

/// Whether bytes may be text: of the control characters, only those that texts have.
fn is_text(sample: &[u8]) -> bool {
    let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31);
    let controls = sample.iter().filter(is_control).count();
    !sample.contains(&0) && controls * 50 <= sample.len()
}

/// What `<meta charset>`, its older form, or an XML declaration says.
fn declared(head: &[u8]) -> Option<String> {
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let is_markup = head.trim_start().starts_with('<');
    let after = ["charset", "encoding"].iter().find_map(|name| Some(head.split_once(name)?.1))?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|it: char| !(it.is_ascii_alphanumeric() || "-_:.".contains(it)));
    let label = end.and_then(|end| value.get(..end)).unwrap_or(value);
    // A page that says UTF-16 in ASCII does not mean it.
    let label = if label.starts_with("utf-16") { "utf-8" } else { label };
    (is_markup && !label.is_empty()).then(|| label.to_owned())
}
