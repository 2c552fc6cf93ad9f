//! What comes in: texts of others, read as the blocks of an article, with what was done to them.
//!
//! A reader drops nothing: what it leaves out stays in its [`Intake`] as a [`Passage`] that can be
//! taken back in, and what it joins keeps its lines.

mod cleaned;
mod encoding;
mod foreign;
mod html;
mod language;
mod markdown;
mod message;
mod names;
mod plain;
mod receive;
mod shape;
mod subtitles;
pub mod wire;

pub use encoding::encoding_of;
pub use foreign::Foreign;
pub use html::read_html;
pub use language::guess_language;
pub use markdown::read_markdown;
pub use message::read_message;
pub use plain::read_plain;
pub use receive::{Given, receive};
pub use shape::{Encoding, How, ReadText, Received, Shape};
pub use subtitles::read_subtitles;

use crate::article::{self, Kind};

/// A text as a reader understood it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
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
    /// breaks of the text were taken for spaces, or for nothing after a line that ends with a soft
    /// hyphen (U+00AD).
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
    /// Readers of the source see it struck through: it does not hold any more.
    Struck,
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
    /// The language of the intake was told by the words of the text.
    LanguageGuessed,
    /// That many raised, lowered or annotated texts were written in the line, with other signs.
    InLine(usize),
    /// That many files that came with a message were left out.
    Attachments(usize),
    /// That many lines of captions that only show what the cue before them showed were left out.
    Repeated(usize),
}

impl Passage {
    /// A passage of one line that is kept.
    pub fn new(kind: Kind, line: impl Into<String>) -> Self {
        Self { kind, lines: vec![line.into()], label: None, fate: Fate::Kept }
    }

    /// Whether it becomes a block.
    pub fn is_kept(&self) -> bool {
        self.fate == Fate::Kept
    }

    /// Whether line breaks of it were taken for spaces.
    pub fn is_joined(&self) -> bool {
        self.fate == Fate::Kept && self.lines.len() > 1
    }

    /// Whether it is shown dimmed, because it sends the reader elsewhere.
    pub fn is_dimmed(&self) -> bool {
        self.fate == Fate::Kept && self.kind == Kind::Promo
    }

    /// Whether it is left out because readers of the source cannot see it.
    pub fn is_hidden(&self) -> bool {
        self.fate == Fate::Hidden
    }

    /// Whether it is left out because it was struck through.
    pub fn is_struck(&self) -> bool {
        self.fate == Fate::Struck
    }

    /// Whether it is left out because it belongs to the page around the article.
    pub fn is_around(&self) -> bool {
        self.fate == Fate::Around
    }

    /// The passages without what was done to this one: it is kept, and each of its lines is one.
    fn taken_back(self) -> impl Iterator<Item = Self> {
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

impl Intake {
    /// A text each of whose lines is a passage.
    pub fn of_lines(text: &str) -> Self {
        let draft = article::read(text);
        let passages = draft.blocks.iter().map(|it| Passage::new(it.kind, it.text.as_ref()));
        let notes = text.starts_with('\u{feff}').then_some(Note::ByteOrderMark);
        Self { passages: passages.collect(), notes: notes.into_iter().collect(), ..Self::default() }
    }

    /// Takes back what was done to the passages at these positions.
    pub fn take_back(&mut self, positions: &[usize]) {
        let passages = std::mem::take(&mut self.passages).into_iter().enumerate();
        for (at, passage) in passages {
            if positions.contains(&at) {
                self.passages.extend(passage.taken_back());
            } else {
                self.passages.push(passage);
            }
        }
    }

    /// The passages that become blocks.
    pub fn kept(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| passage.fate == Fate::Kept)
    }
}
