//! Decodes the bytes of a file to text.
//!
//! The encoding comes from the first of these that decides: a byte order mark, what only Unicode
//! looks like, what the file declares, and a guess from the letters. A file that is no text gets an
//! [`UnsupportedKind`]. The tables of the encodings and the guess for the older ones come from the
//! crates `encoding_rs` and `chardetng`.

mod declared;
mod legacy;
mod unicode;

use encoding_rs::{Encoding as Table, GBK, ISO_2022_JP, REPLACEMENT, WINDOWS_1252};

use super::{Encoding, UnsupportedKind, unsupported::sniff_unsupported};

/// The label of the encoding of nearly all texts.
const UTF_8: &str = "utf-8";
/// The number of bytes that the program examines to tell a text from other files.
const SAMPLE_BYTES: usize = 4096;
/// The number of continuation bytes in valid characters that outweigh one damaged place. In texts
/// of other encodings, bytes that look like UTF-8 are rarer than bytes that do not.
const WHOLE_PER_BROKEN: usize = 4;
/// Every how many bytes of a text may at most be a control character that texts do not use.
const CONTROLS_ONE_IN: usize = 50;
/// The byte that begins the escape sequences of ISO-2022-JP.
const ESCAPE: u8 = 0x1b;
/// The labels of UTF-32, which the Encoding Standard does not have.
const UTF_32LE: &str = "utf-32le";
const UTF_32BE: &str = "utf-32be";

/// The labels of the encodings that the user can choose, in the order of a list: Unicode first,
/// then by region.
pub const ENCODINGS: [&str; 36] = [
    UTF_8,
    "utf-16le",
    "utf-16be",
    UTF_32LE,
    UTF_32BE,
    "windows-1252",
    "macintosh",
    "iso-8859-15",
    "windows-1250",
    "iso-8859-2",
    "iso-8859-16",
    "windows-1257",
    "iso-8859-4",
    "iso-8859-13",
    "windows-1254",
    "iso-8859-3",
    "windows-1251",
    "koi8-r",
    "koi8-u",
    "iso-8859-5",
    "ibm866",
    "x-mac-cyrillic",
    "windows-1253",
    "iso-8859-7",
    "windows-1255",
    "iso-8859-8",
    "windows-1256",
    "iso-8859-6",
    "windows-1258",
    "windows-874",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "gb18030",
    "big5",
    "euc-kr",
];

/// Decodes the bytes of a file: with the encoding of the label `chosen`, or with the one that
/// [`detect_encoding`] finds. Returns the text and its encoding. A byte order mark stays in the
/// text, so that the reader can report it.
///
/// # Errors
/// Returns the kind of the file where the function has to find the encoding and the file is no
/// text.
pub fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<(String, Encoding), UnsupportedKind> {
    let encoding = match chosen {
        Some(label) => Encoding::with_label(label.to_owned(), bytes),
        None => detect_encoding(bytes)?,
    };
    let text = match encoding.label.as_str() {
        UTF_32LE => unicode::decode_utf_32(bytes, u32::from_le_bytes),
        UTF_32BE => unicode::decode_utf_32(bytes, u32::from_be_bytes),
        label => {
            let Some(table) = Table::for_label(label.as_bytes()) else {
                return decode(bytes, Some(&label_of(WINDOWS_1252)));
            };
            table.decode_without_bom_handling(bytes).0.into_owned()
        }
    };
    Ok((text, encoding))
}

/// Detects the encoding of a file.
///
/// # Errors
/// Returns the kind of the file where it is no text, or is a text that only its program can read.
pub fn detect_encoding(bytes: &[u8]) -> Result<Encoding, UnsupportedKind> {
    if let Some(foreign) = sniff_unsupported(bytes) {
        return Err(foreign);
    }
    let (label, is_guessed) = match marked(bytes) {
        Some(label) => (label.to_owned(), false),
        None => unmarked(bytes)?,
    };
    let malformed = if label == UTF_8 { broken_bytes(bytes) } else { 0 };
    Ok(Encoding { label, is_guessed, malformed })
}

/// Returns the label of the encoding of bytes without a byte order mark, and whether the label is a
/// guess.
fn unmarked(bytes: &[u8]) -> Result<(String, bool), UnsupportedKind> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let is_utf_8 = std::str::from_utf8(bytes).is_ok();
    if let Some(label) = unicode::guess(sample, is_utf_8) {
        return Ok((label.to_owned(), true));
    }
    if controls(sample) * CONTROLS_ONE_IN > sample.len() || (!is_utf_8 && sample.contains(&0)) {
        return Err(UnsupportedKind::Unknown);
    }
    let declared = declared::encoding(bytes).filter(|it| *it != REPLACEMENT);
    if is_utf_8 {
        if sample.contains(&ESCAPE) && legacy::guess(bytes) == ISO_2022_JP {
            return Ok((label_of(ISO_2022_JP), true));
        }
        // A short page in an encoding of Chinese can be valid UTF-8 by accident.
        let other = declared.filter(|it| legacy::is_likelier_than_utf_8(it, bytes));
        return Ok((other.map_or_else(|| UTF_8.to_owned(), label_of), false));
    }
    if is_nearly_utf_8(bytes) {
        return Ok((UTF_8.to_owned(), true));
    }
    Ok(match declared {
        Some(declared) => (label_of(declared), false),
        None => (label_of(legacy::guess(bytes)), true),
    })
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
            if self.counts_bytes() { self.malformed } else { text.matches('\u{fffd}').count() };
        Self { malformed: broken, ..self }
    }

    /// Returns whether [`Encoding::malformed`] counts bytes rather than characters.
    pub fn counts_bytes(&self) -> bool {
        self.label == UTF_8
    }
}

/// Returns the label of an encoding of the standard. GBK gets the label of GB 18030, which contains
/// it: the standard decodes both with one table.
fn label_of(table: &'static Table) -> String {
    if table == GBK { "gb18030".to_owned() } else { table.name().to_ascii_lowercase() }
}

/// Returns the label of the encoding whose byte order mark the bytes begin with.
fn marked(bytes: &[u8]) -> Option<&'static str> {
    // UTF-32 first: its mark begins with that of UTF-16.
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some(UTF_32LE),
        [0, 0, 0xfe, 0xff, ..] => Some(UTF_32BE),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        [0xef, 0xbb, 0xbf, ..] => Some(UTF_8),
        _ => None,
    }
}

/// Returns the number of control characters that texts do not use, NUL among them.
fn controls(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(**byte, 0..=8 | 14..=26 | 28..=31)).count()
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
