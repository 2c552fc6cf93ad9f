//! Imports text that others wrote: each reader turns a text into the blocks of an article, together
//! with a record of every change that it made.
//!
//! A reader drops nothing. A block that it leaves out stays in the [`ImportedText`] as an
//! [`ImportedBlock`] that the user can restore, and a block that it joined from several lines keeps
//! those lines.

mod bylines;
mod datelines;
mod dispatch;
mod email;
mod encoding;
mod html;
mod language;
mod line_kinds;
mod markdown;
mod plain;
mod sanitize;
mod source_format;
mod subtitles;
mod unsupported;
pub mod worker_protocol;

pub use dispatch::{ImportRequest, import_text};
pub use email::read_message;
pub use encoding::{ENCODINGS, decode, detect_encoding};
pub use html::read_html;
pub use language::guess_language;
pub use markdown::read_markdown;
pub use plain::{ParsedArticle, read as read_article_lines, read_plain};
pub use source_format::{Encoding, ImportOutcome, ReadMode, ReadResult, SourceFormat};
pub use subtitles::read_subtitles;
pub use unsupported::UnsupportedKind;

use crate::article::Kind;

/// A text as a reader understood it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedText {
    /// The title that the text itself names. `None` where it names none; the headline then serves
    /// as the title.
    pub title: Option<String>,
    /// The author, where the text names one outside its blocks.
    pub byline: Option<String>,
    /// The address of the text, where the text names one.
    pub source: Option<String>,
    /// The publication that the text appeared in, where the text names one outside its blocks.
    pub publication: Option<String>,
    /// The date of publication, in whatever form the text has it.
    pub published: Option<String>,
    /// The language as a BCP 47 tag, where the text names it or its words reveal it.
    pub language: Option<String>,
    /// The imported blocks, in the order of the text.
    pub blocks: Vec<ImportedBlock>,
    /// The changes that the reader made and that no imported block shows.
    pub notes: Vec<ImportNote>,
}

/// A part of an imported text that becomes one block of the article or is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedBlock {
    /// The kind of the block.
    pub kind: Kind,
    /// The lines of the block. None is blank, and none contains a line break. There are several
    /// where the reader replaced the line breaks of the text by spaces, or removed the break after
    /// a line that ends with a soft hyphen (U+00AD).
    pub lines: Vec<String>,
    /// Information that accompanies the text without being part of it, such as the speaker and the
    /// time.
    pub label: Option<String>,
    /// Whether the block becomes part of the article, and if not, why.
    pub disposition: Disposition,
}

/// Whether an imported block becomes a block of the article, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// The block becomes part of the article.
    Included,
    /// The block is left out because the source shows it struck through, so it no longer holds.
    StruckThrough,
    /// The block is left out because readers of the source cannot see it.
    Hidden,
    /// The block is left out because it belongs to the page around the article, such as a menu or a
    /// footer.
    Boilerplate,
}

/// A change that a reader made to a text and that no imported block shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportNote {
    /// The reader left out a byte order mark.
    ByteOrderMark,
    /// The number of characters that no text may have (NUL, lone surrogates, damaged bytes) and
    /// that U+FFFD replaces.
    ReplacedChars(usize),
    /// The reader turned a table into this number of rows.
    Table(usize),
    /// The number of left-out elements that hold no text for readers (scripts, styles).
    Scripts(usize),
    /// The program guessed the language of the imported text from its words.
    LanguageGuessed,
    /// The number of superscripts, subscripts and annotated words that the reader wrote into the
    /// line with other characters.
    Superscripts(usize),
    /// The number of left-out files that were attached to a message.
    Attachments(usize),
    /// The number of left-out caption lines that only repeat a line of the cue before them.
    DuplicateCaptions(usize),
}

impl ImportedBlock {
    /// Returns an imported block of one line that becomes part of the article.
    pub fn new(kind: Kind, line: impl Into<String>) -> Self {
        Self { kind, lines: vec![line.into()], label: None, disposition: Disposition::Included }
    }

    /// Returns whether the block becomes part of the article.
    pub fn is_kept(&self) -> bool {
        self.disposition == Disposition::Included
    }

    /// Returns whether the block becomes part of the article and was joined from several lines.
    pub fn is_joined(&self) -> bool {
        self.disposition == Disposition::Included && self.lines.len() > 1
    }

    /// Returns whether the program shows the block dimmed, because it sends the reader elsewhere.
    pub fn is_dimmed(&self) -> bool {
        self.disposition == Disposition::Included && self.kind == Kind::Promo
    }

    /// Returns whether the block is left out because readers of the source cannot see it.
    pub fn is_hidden(&self) -> bool {
        self.disposition == Disposition::Hidden
    }

    /// Returns whether the block is left out because the source shows it struck through.
    pub fn is_struck(&self) -> bool {
        self.disposition == Disposition::StruckThrough
    }

    /// Returns whether the block is left out because it belongs to the page around the article.
    pub fn is_boilerplate(&self) -> bool {
        self.disposition == Disposition::Boilerplate
    }

    /// Returns the blocks that undo the reader's changes to this block: one included block for each
    /// line. A promo becomes a paragraph, and a removed hyphen at the end of a line comes back.
    fn restored(self) -> impl Iterator<Item = Self> {
        let is_dimmed = self.is_dimmed();
        let kind = if is_dimmed { Kind::Paragraph } else { self.kind };
        let Self { lines, label, .. } = self;
        let last = lines.len().saturating_sub(1);
        lines.into_iter().enumerate().map(move |(at, line)| {
            let line = if at < last { with_hyphen(line) } else { line };
            Self { label: label.clone(), ..Self::new(kind, line) }
        })
    }

    /// Returns the text of the block that the article gets: the lines, joined with a space, or with
    /// nothing where a line ends with a soft hyphen.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            if text.ends_with(SOFT_HYPHEN) {
                text.pop();
            } else if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
        }
        text
    }
}

/// The character at the end of a line that the next line continues without a space.
const SOFT_HYPHEN: char = '\u{ad}';

/// Returns a line as it was before the reader joined it to the next line: with a visible hyphen at
/// its end instead of a soft hyphen.
fn with_hyphen(line: String) -> String {
    match line.strip_suffix(SOFT_HYPHEN) {
        Some(line) if line.ends_with('-') => line.to_owned(),
        Some(line) => format!("{line}-"),
        None => line,
    }
}

impl ImportedText {
    /// Reads each line of a text that is not blank as one imported block, whatever markup it
    /// contains.
    pub fn from_lines(text: &str) -> Self {
        let draft = read_article_lines(text);
        let blocks = draft.blocks.iter().map(|it| ImportedBlock::new(it.kind, it.text.as_ref()));
        let notes = text.starts_with('\u{feff}').then_some(ImportNote::ByteOrderMark);
        Self { blocks: blocks.collect(), notes: notes.into_iter().collect(), ..Self::default() }
    }

    /// Undoes the reader's changes to the blocks at these indexes of `blocks`.
    pub fn restore(&mut self, positions: &[usize]) {
        let blocks = std::mem::take(&mut self.blocks).into_iter().enumerate();
        for (at, block) in blocks {
            if positions.contains(&at) {
                self.blocks.extend(block.restored());
            } else {
                self.blocks.push(block);
            }
        }
    }

    /// Returns the imported blocks that become blocks of the article, in order.
    pub fn kept(&self) -> impl Iterator<Item = &ImportedBlock> {
        self.blocks.iter().filter(|block| block.disposition == Disposition::Included)
    }
}
