//! What happens while an article comes in, and what is asked for then.

use crate::{
    event_context::EventContext,
    id::ArticleId,
    import::{Encoding, ImportNote, ImportedBlock, ReadMode, ReadResult},
};

use super::WorkerResult;

/// Something about an article that comes in.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportMsg {
    /// The dialog was opened, perhaps with a text that was typed before.
    Opened,
    /// The dialog was closed without adding an article.
    Closed,
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
    OpenedFromUrl(String),
    /// The text that another one took the place of is wanted again.
    PreviousTextRestored,
    /// Files were chosen or dropped.
    FilesTaken(Vec<FileHandle>),
    /// The file in the dialog is not wanted.
    FileDropped,
    /// What was told while a task is under way, as [`worker_protocol`](crate::import::worker_protocol) has it.
    Progressed {
        /// The number of the task.
        number: u32,
        /// What was told.
        said: String,
    },
    /// What came of a task; `None` where nothing can be read at all.
    Read {
        /// The number of the task.
        number: u32,
        /// What was received, as [`worker_protocol`](crate::import::worker_protocol) has it, or why it was refused.
        answer: Option<WorkerResult>,
    },
    /// The text is wanted in another way.
    ReadModeChosen(ReadMode),
    /// The bytes are wanted in this encoding.
    EncodingChosen(String),
    /// What was joined, dimmed or left out is wanted as it was: the passages' positions.
    Restored(Vec<usize>),
    /// What is in the dialog was confirmed.
    Added,
    /// What was done to the text that was just added is to be shown, and perhaps taken back.
    Reopened,
}

impl ImportMsg {
    /// Whether a text comes with it that has more bytes than this.
    pub(super) fn brings_more_than(&self, bytes: u64) -> bool {
        let is_large = |text: &String| text.len() as u64 > bytes;
        match self {
            Self::Typed(text) => is_large(text),
            Self::Pasted { text, html } => is_large(text) || html.as_ref().is_some_and(is_large),
            Self::Opened
            | Self::Closed
            | Self::OpenedFromUrl(_)
            | Self::PreviousTextRestored
            | Self::FilesTaken(_)
            | Self::FileDropped
            | Self::Progressed { .. }
            | Self::Read { .. }
            | Self::ReadModeChosen(_)
            | Self::EncodingChosen(_)
            | Self::Restored(_)
            | Self::Added
            | Self::Reopened => false,
        }
    }
}

/// A file that was chosen or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHandle {
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
    pub how: ReadMode,
    /// What the identifiers in a file of ours are made of, where they have to be new.
    pub context: EventContext,
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
        file: FileHandle,
        /// The encoding that the person has chosen.
        encoding: Option<String>,
    },
}

/// The dialog for a new article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportDialog {
    /// The text in the field.
    pub text: String,
    /// The text as HTML, where it was pasted so and has not been changed since.
    pub html: Option<String>,
    /// The file that is read instead of the text.
    pub file: Option<FileHandle>,
    /// The encoding that the person has chosen for it.
    pub encoding: Option<String>,
    /// How it is read.
    pub how: ReadMode,
    /// What was taken back of what was done to its structure, in order: positions of passages.
    pub restored: Vec<Vec<usize>>,
    /// The number of the task that is under way.
    pub task: Option<u32>,
    /// How much of what it reads has been read, in percent.
    pub percent: u8,
    /// What was read of it so far.
    pub blocks: Vec<ImportedBlock>,
    /// What was read.
    pub read: Option<ReadResult>,
    /// Whether something was changed since that task was begun.
    pub is_stale: bool,
    /// Whether the dialog is there for the file only.
    pub is_file_only: bool,
    /// Whether it is to be added as soon as it is read.
    pub add_when_ready: bool,
    /// The title that came with the text.
    pub title: Option<String>,
    /// Where the text was found, as it came with it.
    pub source: Option<String>,
    /// The text that was typed before one that was pasted, or came by an address, took its place.
    pub previous_text: Option<String>,
    /// The article that became of it before, whose place it takes.
    pub reimport_of: Option<ArticleId>,
    /// Why the text, or a file, was refused.
    pub problem: Option<String>,
}

impl ImportDialog {
    /// Whether there is nothing to be read.
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.html.is_none() && self.text.trim().is_empty()
    }

    /// What is to be read.
    pub(super) fn source(&self) -> ReadSource {
        match (&self.file, &self.html, self.how) {
            (Some(file), ..) => {
                ReadSource::File { file: file.clone(), encoding: self.encoding.clone() }
            }
            (None, Some(html), ReadMode::Structured) => {
                ReadSource::Text { text: html.clone(), is_html: true }
            }
            (None, ..) => ReadSource::Text { text: self.text.clone(), is_html: false },
        }
    }
}

/// Something that was done to a text.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRemark {
    /// What.
    pub done: RemarkKind,
    /// The positions of the passages that it was done to, where it can be taken back.
    pub blocks: Vec<usize>,
}

/// What was done to a text.
#[derive(Clone, Debug, PartialEq)]
pub enum RemarkKind {
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
    EncodingGuessed(Encoding),
    /// The language was told by the words of the text: its tag.
    Guessed(String),
    /// What no passage shows.
    Noted(ImportNote),
}

/// What was done to a text, in the order in which it is told.
pub fn remarks(read: &ReadResult) -> Vec<ImportRemark> {
    let blocks = &read.imported.blocks;
    let at = |is: fn(&ImportedBlock) -> bool| -> Vec<usize> {
        let all = blocks.iter().enumerate();
        all.filter(|(_, block)| is(block)).map(|(at, _)| at).collect()
    };
    let joined = at(ImportedBlock::is_joined);
    let breaks = joined.iter().filter_map(|at| blocks.get(*at)).map(|it| it.lines.len() - 1);
    let done = [
        (RemarkKind::Joined(breaks.sum()), joined),
        (RemarkKind::Dimmed, at(ImportedBlock::is_dimmed)),
        (RemarkKind::Struck, at(ImportedBlock::is_struck)),
        (RemarkKind::Hidden, at(ImportedBlock::is_hidden)),
        (RemarkKind::Around, at(ImportedBlock::is_boilerplate)),
    ];
    let done = done.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    let mut remarks: Vec<ImportRemark> =
        done.map(|(done, blocks)| ImportRemark { done, blocks }).collect();
    let language = read.imported.language.as_deref();
    let noted = read.imported.notes.iter().map(|note| match (note, language) {
        (ImportNote::LanguageGuessed, Some(language)) => RemarkKind::Guessed(language.to_owned()),
        (note, _) => RemarkKind::Noted(*note),
    });
    let is_told = |it: &&Encoding| it.is_guessed || it.malformed > 0;
    let decoded = read.encoding.iter().filter(is_told).cloned().map(RemarkKind::EncodingGuessed);
    remarks.extend(noted.chain(decoded).map(|done| ImportRemark { done, blocks: Vec::new() }));
    remarks
}
