//! What comes in: texts of others, read as the blocks of an article, with what was done to them.
//!
//! A reader drops nothing: what it leaves out stays in its [`Intake`] as a [`Passage`] that can be
//! taken back in, and what it joins keeps its lines.

mod html;

pub use html::read_html;

use crate::article::Kind;

/// A text as a reader understood it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// What the text itself names as its title; where it names none, the headline is the title.
    pub title: Option<String>,
    /// Who wrote it, where the text says so outside its blocks.
    pub byline: Option<String>,
    /// Its address, where the text names one.
    pub source: Option<String>,
    /// When it was published, in whatever form the text has it.
    pub published: Option<String>,
    /// Its language as a BCP 47 tag, where the text names it.
    pub language: Option<String>,
    /// The passages, in order.
    pub passages: Vec<Passage>,
    /// What was done that no passage shows.
    pub notes: Vec<Note>,
}

/// What becomes one block, or is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it is.
    pub kind: Kind,
    /// Its lines, none of them blank and none with a line break inside. More than one where line
    /// breaks of the text were taken for spaces.
    pub lines: Vec<String>,
    /// What stands beside it and not in it, such as who speaks and when.
    pub label: Option<String>,
    /// Whether it becomes a block.
    pub fate: Fate,
}

/// Whether a passage becomes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It does.
    Kept,
    /// Readers of the source cannot see it, so it is left out.
    Hidden,
    /// It belongs to the page around the article, such as a menu or a footer.
    Around,
}

/// Something that was done to a text and that no passage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A byte order mark was left out.
    ByteOrderMark,
    /// That many characters that no text may have (NUL, lone surrogates, damaged bytes) were
    /// replaced by U+FFFD.
    Replaced(usize),
    /// A table was read as that many rows.
    Table(usize),
    /// That many elements that hold no text for readers (scripts, styles) were left out.
    Scripts(usize),
    /// That many numbers of subtitles were left out.
    Cues(usize),
}

impl Passage {
    /// A passage of one line that is kept.
    pub fn new(kind: Kind, line: impl Into<String>) -> Self {
        Self { kind, lines: vec![line.into()], label: None, fate: Fate::Kept }
    }

    /// The text of the block that it becomes.
    pub fn text(&self) -> String {
        self.lines.join(" ")
    }
}
