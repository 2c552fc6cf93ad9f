//! Recognizes files that the program cannot read as text, by their first bytes. A file that no rule
//! recognizes may be text.

/// The kind of a file that the program cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsupportedKind {
    /// A PDF.
    Pdf,
    /// A formatted text in Rich Text Format.
    Rtf,
    /// A Word document, from 2007 on.
    Word,
    /// A document of an older office program, such as Word before 2007.
    OldOffice,
    /// Another document of an office program, from 2007 on.
    Office,
    /// A document in the format of `LibreOffice`.
    OpenDocument,
    /// An e-book.
    Ebook,
    /// An archive of other files.
    Archive,
    /// A picture.
    Picture,
    /// A sound or video recording.
    Recording,
    /// Bytes that are no text, in an unknown format.
    Unknown,
}

/// The byte offset, the bytes at that offset and the kind of file that they identify; the formats
/// themselves prescribe these bytes.
const SIGNATURES: [(usize, &[u8], UnsupportedKind); 25] = [
    (0, b"%PDF-", UnsupportedKind::Pdf),
    (0, b"{\\rtf", UnsupportedKind::Rtf),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", UnsupportedKind::OldOffice),
    (0, b"\x89PNG\r\n\x1a\n", UnsupportedKind::Picture),
    (0, b"\xff\xd8\xff", UnsupportedKind::Picture),
    (0, b"GIF87a", UnsupportedKind::Picture),
    (0, b"GIF89a", UnsupportedKind::Picture),
    (0, b"II*\0", UnsupportedKind::Picture),
    (0, b"MM\0*", UnsupportedKind::Picture),
    (8, b"WEBPVP8", UnsupportedKind::Picture),
    (4, b"ftyphei", UnsupportedKind::Picture),
    (4, b"ftypmif1", UnsupportedKind::Picture),
    (4, b"ftypavif", UnsupportedKind::Picture),
    (4, b"ftyp", UnsupportedKind::Recording),
    (8, b"WAVEfmt ", UnsupportedKind::Recording),
    (8, b"AVI LIST", UnsupportedKind::Recording),
    (0, b"ID3\x02", UnsupportedKind::Recording),
    (0, b"ID3\x03", UnsupportedKind::Recording),
    (0, b"ID3\x04", UnsupportedKind::Recording),
    (0, b"OggS\0", UnsupportedKind::Recording),
    (0, b"fLaC\0", UnsupportedKind::Recording),
    (0, b"\x1a\x45\xdf\xa3", UnsupportedKind::Recording),
    (0, b"\x1f\x8b", UnsupportedKind::Archive),
    (0, b"7z\xbc\xaf\x27\x1c", UnsupportedKind::Archive),
    (0, b"Rar!\x1a\x07", UnsupportedKind::Archive),
];
/// The first bytes of a ZIP file; many documents are ZIP files.
const ZIP: &[u8] = b"PK\x03\x04";
/// The bytes near the beginning of a ZIP file that identify a document.
const ZIPPED: [(&[u8], UnsupportedKind); 4] = [
    (b"mimetypeapplication/vnd.oasis.opendocument", UnsupportedKind::OpenDocument),
    (b"mimetypeapplication/epub+zip", UnsupportedKind::Ebook),
    (b"word/", UnsupportedKind::Word),
    (b"[Content_Types].xml", UnsupportedKind::Office),
];
/// The number of bytes of a ZIP file that the program examines; they contain the names of its first
/// parts.
const ZIP_BYTES: usize = 8192;
/// The byte order mark of UTF-8, which programs put before any content.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Returns the kind of a file by its first bytes; `None` where it may be text.
pub(super) fn sniff_unsupported(bytes: &[u8]) -> Option<UnsupportedKind> {
    if bytes.starts_with(ZIP) {
        let head = bytes.get(..ZIP_BYTES).unwrap_or(bytes);
        let has = |part: &[u8]| head.windows(part.len()).any(|it| it == part);
        return Some(
            ZIPPED.iter().find(|row| has(row.0)).map_or(UnsupportedKind::Archive, |row| row.1),
        );
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes).trim_ascii_start();
    let begins = |at: usize, sign: &[u8]| bytes.get(at..).is_some_and(|it| it.starts_with(sign));
    SIGNATURES.iter().find(|row| begins(row.0, row.1)).map(|row| row.2)
}
