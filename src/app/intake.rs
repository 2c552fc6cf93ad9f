//! What happens while an article comes in, and what is asked for then.

use crate::{
    id::ArticleId,
    intake::{Encoding, How, Note, Passage, ReadText},
    stamp::Stamp,
};

use super::Answer;

/// Something about an article that comes in.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeMsg {
    /// The dialog was opened, perhaps with a text that was typed before.
    Opened,
    /// The dialog was closed without adding an article.
    Left,
    /// The text in the dialog was changed.
    Typed(String),
    /// A text was pasted outside any field, or into the empty one.
    Pasted {
        /// The text.
        text: String,
        /// The same as HTML, where the clipboard has that.
        html: Option<String>,
    },
    /// The address brings a text, and perhaps its title and where it was found: its query, as
    /// [`form_urlencoded`] has it.
    Addressed(String),
    /// The text that another one took the place of is wanted again.
    BroughtBack,
    /// Files were chosen or dropped.
    FilesTaken(Vec<TakenFile>),
    /// The file in the dialog is not wanted.
    FileDropped,
    /// What was told while a task is under way, as [`wire`](crate::intake::wire) has it.
    Told {
        /// The number of the task.
        number: u32,
        /// What was told.
        said: String,
    },
    /// What came of a task; `None` where nothing can be read at all.
    Read {
        /// The number of the task.
        number: u32,
        /// What was received, as [`wire`](crate::intake::wire) has it, or why it was refused.
        answer: Option<Answer>,
    },
    /// The text is wanted in another way.
    HowChosen(How),
    /// The bytes are wanted in this encoding.
    EncodingChosen(String),
    /// What was joined, dimmed or left out is wanted as it was: the passages' positions.
    TakenBack(Vec<usize>),
    /// What is in the dialog was confirmed.
    Added,
    /// What was done to the text that was just added is to be shown, and perhaps taken back.
    OpenedAgain,
}

impl IntakeMsg {
    /// Whether a text comes with it that has more bytes than this.
    pub(super) fn brings_more_than(&self, bytes: u64) -> bool {
        let is_large = |text: &String| text.len() as u64 > bytes;
        match self {
            Self::Typed(text) => is_large(text),
            Self::Pasted { text, html } => is_large(text) || html.as_ref().is_some_and(is_large),
            Self::Opened
            | Self::Left
            | Self::Addressed(_)
            | Self::BroughtBack
            | Self::FilesTaken(_)
            | Self::FileDropped
            | Self::Told { .. }
            | Self::Read { .. }
            | Self::HowChosen(_)
            | Self::EncodingChosen(_)
            | Self::TakenBack(_)
            | Self::Added
            | Self::OpenedAgain => false,
        }
    }
}

/// A file that was chosen or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenFile {
    /// By what number the shell knows it.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// Something to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTask {
    /// The number that the answer comes with.
    pub number: u32,
    /// What is read.
    pub source: ReadSource,
    /// How.
    pub how: How,
    /// What the identifiers in a file of ours are made of, where they have to be new.
    pub stamp: Stamp,
}

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadSource {
    /// A text, which is HTML or not.
    Text {
        /// The text.
        text: String,
        /// Whether it is known to be HTML.
        is_html: bool,
    },
    /// A file.
    File {
        /// The file.
        file: TakenFile,
        /// The encoding that the person has chosen.
        encoding: Option<String>,
    },
}

/// The dialog for a new article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddDialog {
    /// The text in the field.
    pub text: String,
    /// The text as HTML, where it was pasted so and has not been changed since.
    pub html: Option<String>,
    /// The file that is read instead of the text.
    pub file: Option<TakenFile>,
    /// The encoding that the person has chosen for it.
    pub encoding: Option<String>,
    /// How it is read.
    pub how: How,
    /// What was taken back of what was done to its structure, in order: positions of passages.
    pub taken_back: Vec<Vec<usize>>,
    /// The number of the task that is under way.
    pub task: Option<u32>,
    /// How much of what it reads has been read, in percent.
    pub share: u8,
    /// What was read of it so far.
    pub passages: Vec<Passage>,
    /// What was read.
    pub read: Option<ReadText>,
    /// Whether something was changed since that task was begun.
    pub is_stale: bool,
    /// Whether the dialog is there for the file only.
    pub is_for_file: bool,
    /// Whether it is to be added as soon as it is read.
    pub is_adding: bool,
    /// The title that came with the text.
    pub title: Option<String>,
    /// Where the text was found, as it came with it.
    pub source: Option<String>,
    /// The text that was typed before one that was pasted, or came by an address, took its place.
    pub replaced: Option<String>,
    /// The article that became of it before, whose place it takes.
    pub replaces: Option<ArticleId>,
    /// Why the text, or a file, was refused.
    pub problem: Option<String>,
}

impl AddDialog {
    /// Whether there is nothing to be read.
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.html.is_none() && self.text.trim().is_empty()
    }

    /// What is to be read.
    pub(super) fn wanted(&self) -> ReadSource {
        match (&self.file, &self.html, self.how) {
            (Some(file), ..) => {
                ReadSource::File { file: file.clone(), encoding: self.encoding.clone() }
            }
            (None, Some(html), How::Structured) => {
                ReadSource::Text { text: html.clone(), is_html: true }
            }
            (None, ..) => ReadSource::Text { text: self.text.clone(), is_html: false },
        }
    }
}

/// Something that was done to a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What.
    pub done: Done,
    /// The positions of the passages that it was done to, where it can be taken back.
    pub passages: Vec<usize>,
}

/// What was done to a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// That many line breaks were taken for spaces.
    Joined(usize),
    /// Promos were dimmed.
    Dimmed,
    /// Parts that were struck through were left out.
    Struck,
    /// Hidden parts were left out.
    Hidden,
    /// What stands around the article was left out.
    Around,
    /// Bytes were read by this table.
    Decoded(Encoding),
    /// The language was told by the words of the text: its tag.
    Guessed(String),
    /// What no passage shows.
    Noted(Note),
}

/// What was done to a text, in the order in which it is told.
pub fn remarks(read: &ReadText) -> Vec<Remark> {
    let passages = &read.intake.passages;
    let at = |is: fn(&Passage) -> bool| -> Vec<usize> {
        let all = passages.iter().enumerate();
        all.filter(|(_, passage)| is(passage)).map(|(at, _)| at).collect()
    };
    let joined = at(Passage::is_joined);
    let breaks = joined.iter().filter_map(|at| passages.get(*at)).map(|it| it.lines.len() - 1);
    let done = [
        (Done::Joined(breaks.sum()), joined),
        (Done::Dimmed, at(Passage::is_dimmed)),
        (Done::Struck, at(Passage::is_struck)),
        (Done::Hidden, at(Passage::is_hidden)),
        (Done::Around, at(Passage::is_around)),
    ];
    let done = done.into_iter().filter(|(_, passages)| !passages.is_empty());
    let mut remarks: Vec<Remark> = done.map(|(done, passages)| Remark { done, passages }).collect();
    let language = read.intake.language.as_deref();
    let noted = read.intake.notes.iter().map(|note| match (note, language) {
        (Note::LanguageGuessed, Some(language)) => Done::Guessed(language.to_owned()),
        (note, _) => Done::Noted(*note),
    });
    let is_told = |it: &&Encoding| it.is_guessed || it.broken > 0;
    let decoded = read.encoding.iter().filter(is_told).cloned().map(Done::Decoded);
    remarks.extend(noted.chain(decoded).map(|done| Remark { done, passages: Vec::new() }));
    remarks
}
