//! What comes in: texts of others, read as the blocks of an article, with what was done to them.
//!
//! A reader drops nothing: what it leaves out stays in its [`ImportedText`] as a [`ImportedBlock`] that can be
//! taken back in, and what it joins keeps its lines.

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
pub use encoding::detect_encoding;
pub use html::read_html;
pub use language::guess_language;
pub use markdown::read_markdown;
pub use plain::{Draft, read as read_article_lines, read_plain};
pub use source_format::{Encoding, ImportOutcome, ReadMode, ReadResult, SourceFormat};
pub use subtitles::read_subtitles;
pub use unsupported::UnsupportedKind;

use crate::article::Kind;

/// A text as a reader understood it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedText {
    /// What the text itself names as its title; where it names none, the headline is the title.
    pub title: Option<String>,
    /// Who wrote it, where the text says so outside its blocks.
    pub byline: Option<String>,
    /// Its address, where the text names one.
    pub source: Option<String>,
    /// What it was published in, where the text says so outside its blocks.
    pub publication: Option<String>,
    /// When it was published, in whatever form the text has it.
    pub published: Option<String>,
    /// Its language as a BCP 47 tag, where the text names it or its words tell it.
    pub language: Option<String>,
    /// The passages, in order.
    pub blocks: Vec<ImportedBlock>,
    /// What was done that no passage shows.
    pub notes: Vec<ImportNote>,
}

/// What becomes one block, or is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedBlock {
    /// What it is.
    pub kind: Kind,
    /// Its lines, none of them blank and none with a line break inside. More than one where line
    /// breaks of the text were taken for spaces, or for nothing after a line that ends with a soft
    /// hyphen (U+00AD).
    pub lines: Vec<String>,
    /// What stands beside it and not in it, such as who speaks and when.
    pub label: Option<String>,
    /// Whether it becomes a block.
    pub disposition: Disposition,
}

/// Whether a passage becomes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// It does.
    Included,
    /// Readers of the source see it struck through: it does not hold any more.
    StruckThrough,
    /// Readers of the source cannot see it, so it is left out.
    Hidden,
    /// It belongs to the page around the article, such as a menu or a footer.
    Boilerplate,
}

/// Something that was done to a text and that no passage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportNote {
    /// A byte order mark was left out.
    ByteOrderMark,
    /// That many characters that no text may have (NUL, lone surrogates, damaged bytes) were
    /// replaced by U+FFFD.
    ReplacedChars(usize),
    /// A table was read as that many rows.
    Table(usize),
    /// That many elements that hold no text for readers (scripts, styles) were left out.
    Scripts(usize),
    /// The language of the intake was told by the words of the text.
    LanguageGuessed,
    /// That many raised, lowered or annotated texts were written in the line, with other signs.
    Superscripts(usize),
    /// That many files that came with a message were left out.
    Attachments(usize),
    /// That many lines of captions that only show what the cue before them showed were left out.
    DuplicateCaptions(usize),
}

impl ImportedBlock {
    /// A passage of one line that is kept.
    pub fn new(kind: Kind, line: impl Into<String>) -> Self {
        Self { kind, lines: vec![line.into()], label: None, disposition: Disposition::Included }
    }

    /// Whether it becomes a block.
    pub fn is_kept(&self) -> bool {
        self.disposition == Disposition::Included
    }

    /// Whether line breaks of it were taken for spaces.
    pub fn is_joined(&self) -> bool {
        self.disposition == Disposition::Included && self.lines.len() > 1
    }

    /// Whether it is shown dimmed, because it sends the reader elsewhere.
    pub fn is_dimmed(&self) -> bool {
        self.disposition == Disposition::Included && self.kind == Kind::Promo
    }

    /// Whether it is left out because readers of the source cannot see it.
    pub fn is_hidden(&self) -> bool {
        self.disposition == Disposition::Hidden
    }

    /// Whether it is left out because it was struck through.
    pub fn is_struck(&self) -> bool {
        self.disposition == Disposition::StruckThrough
    }

    /// Whether it is left out because it belongs to the page around the article.
    pub fn is_boilerplate(&self) -> bool {
        self.disposition == Disposition::Boilerplate
    }

    /// The passages without what was done to this one: it is kept, and each of its lines is one.
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

    /// The text of the block that it becomes.
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

/// Stands at the end of a line that goes on in the next without a space.
const SOFT_HYPHEN: char = '\u{ad}';

/// A line as it was before it went on in the next: the hyphen at its end is seen.
fn with_hyphen(line: String) -> String {
    match line.strip_suffix(SOFT_HYPHEN) {
        Some(line) if line.ends_with('-') => line.to_owned(),
        Some(line) => format!("{line}-"),
        None => line,
    }
}

impl ImportedText {
    /// A text each of whose lines is a passage.
    pub fn from_lines(text: &str) -> Self {
        let draft = read_article_lines(text);
        let blocks = draft.blocks.iter().map(|it| ImportedBlock::new(it.kind, it.text.as_ref()));
        let notes = text.starts_with('\u{feff}').then_some(ImportNote::ByteOrderMark);
        Self { blocks: blocks.collect(), notes: notes.into_iter().collect(), ..Self::default() }
    }

    /// Takes back what was done to the passages at these positions.
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

    /// The passages that become blocks.
    pub fn kept(&self) -> impl Iterator<Item = &ImportedBlock> {
        self.blocks.iter().filter(|block| block.disposition == Disposition::Included)
    }
}
