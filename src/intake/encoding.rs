//! By what table the bytes of a file become characters.
//!
//! The browser decodes; what is found out here is the label that it is told.

use super::Encoding;

/// How many bytes are looked at for a declaration: as many as the HTML standard asks for.
const HEAD_BYTES: usize = 1024;
/// How many bytes are looked at to tell text from anything else, and one UTF-16 from the other.
const SAMPLE_BYTES: usize = 4096;
/// What a text that says nothing and is no UTF-8 is most likely to be.
const LEGACY: &str = "windows-1252";

/// The encoding of a file; `None` where its bytes are no text.
///
/// A byte order mark counts most, then UTF-16 that gives itself away by its zeros, then UTF-8 that
/// is valid throughout, then what a web page declares in its head; the rest is a guess.
pub fn encoding_of(bytes: &[u8]) -> Option<Encoding> {
    let known = |label: &str| Some(Encoding { label: label.to_owned(), is_guessed: false });
    let guessed = |label: &str| Some(Encoding { label: label.to_owned(), is_guessed: true });
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return known("utf-8"),
        [0xff, 0xfe, ..] => return known("utf-16le"),
        [0xfe, 0xff, ..] => return known("utf-16be"),
        _ => {}
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    if let Some(label) = utf_16(sample) {
        return guessed(label);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return known("utf-8");
    }
    if !is_text(sample) {
        return None;
    }
    let declared = declared(bytes.get(..HEAD_BYTES).unwrap_or(bytes));
    declared.map_or_else(|| guessed(LEGACY), |label| known(&label))
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
