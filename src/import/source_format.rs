//! How a text is written, and what is received of it.

use super::ImportedText;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// Lines, and nothing else.
    Plain,
    /// HTML, a page or a part of one.
    Html,
    /// Markdown.
    Markdown,
    /// Subtitles with their times, `SubRip` or `WebVTT`.
    Subtitles,
    /// A message: an e-mail, or a page that was saved as one.
    Message,
}

/// The shapes and how they are named: between the page and its worker, and to the person.
const SHAPES: [(SourceFormat, &str, &str); 5] = [
    (SourceFormat::Plain, "plain", "plain text"),
    (SourceFormat::Html, "html", "a web page"),
    (SourceFormat::Markdown, "markdown", "Markdown"),
    (SourceFormat::Subtitles, "subtitles", "subtitles"),
    (SourceFormat::Message, "message", "a message"),
];

impl SourceFormat {
    /// The shape that is called `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        SHAPES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    pub(super) fn name(self) -> &'static str {
        SHAPES.iter().find(|row| row.0 == self).map_or("plain", |row| row.1)
    }

    /// What the person reads of it, after "read as".
    pub fn label(self) -> &'static str {
        SHAPES.iter().find(|row| row.0 == self).map_or("plain text", |row| row.2)
    }
}

/// How the person wants a text to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadMode {
    /// By the shape that it has.
    #[default]
    Structured,
    /// As lines, whatever shape it has.
    Plain,
}

/// By what table bytes were made characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// Its name as the Encoding Standard of WHATWG has it.
    pub label: String,
    /// Whether nothing in the file said so.
    pub is_guessed: bool,
    /// How many bytes of UTF-8 are no part of any character; of other encodings, once the text is
    /// read, how many U+FFFD stand for what is none.
    pub malformed: usize,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadResult {
    /// How it was read.
    pub shape: SourceFormat,
    /// How its bytes were read; `None` where it came as characters.
    pub encoding: Option<Encoding>,
    /// What was in it.
    pub imported: ImportedText,
}

/// What came in.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportOutcome {
    /// A file of ours: the document in it, packed.
    ClaimlightFile(String),
    /// A file that holds many of ours.
    Archive {
        /// The documents in them, packed.
        snapshots: Vec<String>,
        /// Why others of them were refused, each in a sentence for the person.
        refused: Vec<String>,
    },
    /// A text of others.
    Text(Box<ReadResult>),
}
