//! Messages, tasks and state of the import dialog.
//!
//! The dialog asks the platform to read a text or a file ([`ReadTask`]), and shows what the worker
//! recognised and changed ([`remarks`]) before the user adds the article. At most one read task of
//! the dialog runs at a time; if the user changes the dialog meanwhile, the program reads again
//! afterwards.

use crate::{
    event_context::EventContext,
    id::ArticleId,
    import::{Encoding, ImportNote, ImportedBlock, ReadMode, ReadResult},
};

use super::WorkerResult;

/// A message about importing an article.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportMsg {
    /// The user opened the dialog; it may contain a draft from before.
    Opened,
    /// The user closed the dialog without adding an article.
    Closed,
    /// The user changed the text in the dialog.
    Typed(String),
    /// The user pasted a text, outside of any field or into the empty field of the dialog.
    Pasted {
        /// The text.
        text: String,
        /// The same text as HTML, if the clipboard has it.
        html: Option<String>,
    },
    /// The user opened an address that contains a text and perhaps its title and its source: the
    /// query of the address, in the format of [`form_urlencoded`].
    OpenedFromUrl(String),
    /// The user asked for the text that a pasted one replaced.
    PreviousTextRestored,
    /// The user chose or dropped files.
    FilesTaken(Vec<FileHandle>),
    /// The user removed the file from the dialog.
    FileDropped,
    /// The worker sent a progress message, in the format of
    /// [`worker_protocol`](crate::import::worker_protocol).
    Progressed {
        /// The number of the task.
        number: u32,
        /// The progress message.
        said: String,
    },
    /// The worker finished a task.
    Read {
        /// The number of the task.
        number: u32,
        /// The head of the result, in the format of
        /// [`worker_protocol`](crate::import::worker_protocol), or the reason for a refusal; `None`
        /// if the platform could not load the worker.
        answer: Option<WorkerResult>,
    },
    /// The user chose to read the text as plain lines or by its source format.
    ReadModeChosen(ReadMode),
    /// The user chose the encoding of the file.
    EncodingChosen(String),
    /// The user asked to restore imported blocks that the import had joined, dimmed or left out:
    /// their positions, from 0.
    Restored(Vec<usize>),
    /// The user confirmed the dialog.
    Added,
    /// The user asked to see, and perhaps to change, how the program read the text of the article
    /// on screen.
    Reopened,
}

impl ImportMsg {
    /// Returns whether the message contains a text of more than this many bytes.
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

/// A file that the user chose or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHandle {
    /// The number by which the platform finds the file.
    pub number: u32,
    /// The name of the file.
    pub name: String,
    /// The size of the file in bytes.
    pub bytes: u64,
}

/// A task to read a text or a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTask {
    /// The number of the task, which comes back with the result.
    pub number: u32,
    /// The text or the file to read.
    pub source: ReadSource,
    /// Whether to read it as plain lines or by its source format.
    pub how: ReadMode,
    /// The event context from which the reader derives the new identifiers of a Claimlight file.
    pub context: EventContext,
}

/// A text or a file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadSource {
    /// A text.
    Text {
        /// The text.
        text: String,
        /// Whether the text is known to be HTML.
        is_html: bool,
    },
    /// A file.
    File {
        /// The file.
        file: FileHandle,
        /// The encoding that the user has chosen; `None` to detect it.
        encoding: Option<String>,
    },
}

/// The state of the import dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportDialog {
    /// The text in the field.
    pub text: String,
    /// The HTML of the text, if the user pasted it as HTML and has not changed it since.
    pub html: Option<String>,
    /// The file that the program reads instead of the text.
    pub file: Option<FileHandle>,
    /// The encoding that the user has chosen for the file.
    pub encoding: Option<String>,
    /// Whether the program reads plain lines or the source format.
    pub how: ReadMode,
    /// The positions, from 0, of the imported blocks that the user restored: one list for each
    /// time, in order. A restored block can become several blocks, so the positions of a list refer
    /// to the result of the lists before it.
    pub restored: Vec<Vec<usize>>,
    /// The number of the running task.
    pub task: Option<u32>,
    /// How much of its input the running task has read, in percent.
    pub percent: u8,
    /// The imported blocks that the running task has sent so far.
    pub blocks: Vec<ImportedBlock>,
    /// The result of the last task.
    pub read: Option<ReadResult>,
    /// Whether the user has changed the dialog since the running task started.
    pub is_stale: bool,
    /// Whether the dialog opened for the file only, and closes if the program refuses that file.
    pub is_file_only: bool,
    /// Whether the program adds the article as soon as the task ends.
    pub add_when_ready: bool,
    /// The title that came with the text.
    pub title: Option<String>,
    /// The address of the text that came with it.
    pub source: Option<String>,
    /// The draft that the user had typed before a pasted text, or one from an address, replaced it.
    pub previous_text: Option<String>,
    /// The article that the text became before and that it now replaces.
    pub reimport_of: Option<ArticleId>,
    /// The reason why the program refused the text or a file.
    pub problem: Option<String>,
}

impl ImportDialog {
    /// Returns whether the dialog contains nothing to read.
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.html.is_none() && self.text.trim().is_empty()
    }

    /// Returns the text or the file to read.
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

/// A remark about something that the import did to the text.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRemark {
    /// What the import did.
    pub done: RemarkKind,
    /// The positions, from 0, of the imported blocks that the remark is about and that the user can
    /// restore; empty if there are none.
    pub blocks: Vec<usize>,
}

/// Something that the import did to a text.
#[derive(Clone, Debug, PartialEq)]
pub enum RemarkKind {
    /// It joined lines: the number of line breaks that it replaced by spaces.
    Joined(usize),
    /// It dimmed promotional blocks.
    Dimmed,
    /// It left out text that was struck through.
    Struck,
    /// It left out text that readers of the source cannot see.
    Hidden,
    /// It left out text of the page around the article.
    Around,
    /// It read bytes that are not UTF-8, guessed their encoding, or found bytes that are malformed in
    /// it.
    EncodingGuessed(Encoding),
    /// It guessed the language from the words of the text: the language tag.
    Guessed(String),
    /// It kept control characters, which a wrong encoding or a damaged file leaves: their number.
    ControlCharacters(usize),
    /// It made a note that is about no imported block in particular.
    Noted(ImportNote),
}

/// Returns the remarks about an imported text, in the order in which the dialog lists them.
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
    // Nearly all texts are UTF-8, so that only another encoding is worth a remark.
    let is_remarkable = |it: &&Encoding| it.is_guessed || it.malformed > 0 || it.label != "utf-8";
    let decoded =
        read.encoding.iter().filter(is_remarkable).cloned().map(RemarkKind::EncodingGuessed);
    let controls = Some(control_characters(read)).filter(|number| *number > 0);
    let controls = controls.map(RemarkKind::ControlCharacters);
    remarks.extend(
        noted.chain(decoded).chain(controls).map(|done| ImportRemark { done, blocks: Vec::new() }),
    );
    remarks
}

/// Counts the control characters in what becomes the article. A tab is none.
fn control_characters(read: &ReadResult) -> usize {
    let is_control = |it: char| it.is_control() && it != '\t';
    let lines = read.imported.kept().flat_map(|block| &block.lines);
    lines.map(|line| line.matches(is_control).count()).sum()
}
