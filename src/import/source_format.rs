//! The types that describe how a file or text was read, and the result of reading it.
//!
//! The worker creates an [`ImportOutcome`] and sends it to the page; a text that somebody else
//! wrote comes in a [`ReadResult`], and a Claimlight file as a snapshot.

use super::ImportedText;

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// Lines without markup.
    Plain,
    /// HTML, a page or a part of one.
    Html,
    /// Markdown.
    Markdown,
    /// Subtitles with their times, `SubRip` or `WebVTT`.
    Subtitles,
    /// A message: an e-mail, or a page that a browser saved in the same format.
    Message,
}

/// The source formats, each with its name between the page and the worker, and its label for the
/// user.
const SOURCE_FORMATS: [(SourceFormat, &str, &str); 5] = [
    (SourceFormat::Plain, "plain", "plain text"),
    (SourceFormat::Html, "html", "a web page"),
    (SourceFormat::Markdown, "markdown", "Markdown"),
    (SourceFormat::Subtitles, "subtitles", "subtitles"),
    (SourceFormat::Message, "message", "a message"),
];

impl SourceFormat {
    /// Returns the source format with this name; `None` for an unknown name.
    pub(super) fn named(name: &str) -> Option<Self> {
        SOURCE_FORMATS.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    pub(super) fn name(self) -> &'static str {
        SOURCE_FORMATS.iter().find(|row| row.0 == self).map_or("plain", |row| row.1)
    }

    /// Returns the label that the user reads after "read as".
    pub fn label(self) -> &'static str {
        SOURCE_FORMATS.iter().find(|row| row.0 == self).map_or("plain text", |row| row.2)
    }
}

/// The way in which the user wants to read a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadMode {
    /// The reader follows the structure of the source format.
    #[default]
    Structured,
    /// The reader makes a block of each line, whatever the source format is.
    Plain,
}

/// The encoding that turned bytes into characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The name of the encoding in the WHATWG Encoding Standard.
    pub label: String,
    /// Whether the program guessed the encoding, because nothing in the file states or proves it.
    pub is_guessed: bool,
    /// For UTF-8, the number of bytes that are not part of any character. For other encodings, the
    /// number of U+FFFD characters in the decoded text, counted once the text has been read.
    pub malformed: usize,
}

/// The result of reading a text.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadResult {
    /// The source format that the reader assumed.
    pub source_format: SourceFormat,
    /// The encoding of the bytes; `None` where the text came as characters.
    pub encoding: Option<Encoding>,
    /// The content of the text.
    pub imported: ImportedText,
}

/// The result of importing a file or a text.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportOutcome {
    /// A Claimlight file, as the snapshot of its document.
    ClaimlightFile(String),
    /// An archive of several Claimlight files.
    Archive {
        /// The snapshots of the documents in the archive.
        snapshots: Vec<String>,
        /// One sentence for the user about each file that the program refused.
        refused: Vec<String>,
    },
    /// A text that somebody else wrote.
    Text(Box<ReadResult>),
}
