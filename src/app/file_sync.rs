//! Messages, tasks and states of the file on disk that the program keeps up to date with an
//! article.
//!
//! The user chooses such a file once for an article; from then on the program writes it after each
//! change. It does not overwrite a file that another program has changed unless the user asks for
//! that. Only browsers with `showSaveFilePicker` can do this.

use crate::id::ArticleId;

/// The state of the file that belongs to an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SyncState {
    /// The program can write the file, as far as it knows.
    #[default]
    UpToDate,
    /// The browser wants the user to allow writing again.
    PermissionNeeded,
    /// Another program has changed the file since the last write.
    ModifiedExternally,
    /// Writing failed, with the reason in the words of the browser or of the program.
    Failed(String),
}

/// The result of checking the file or of writing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncOutcome {
    /// The platform wrote the file. The number says how many changes in it no file contained
    /// before.
    Written(usize),
    /// The platform did not write the file. The state says why; [`SyncState::UpToDate`] means that
    /// a check found nothing wrong.
    State(SyncState),
}

/// A message about the file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSyncMsg {
    /// The user asked to choose a file for the article on screen.
    ChoiceAsked,
    /// The user chose a file.
    Chosen {
        /// The article.
        article: ArticleId,
        /// The name of the file.
        name: String,
    },
    /// The user agreed that the browser may ask for permission to write the file of the article on
    /// screen.
    PermissionAsked,
    /// The user asked to overwrite the file of the article on screen, whatever it contains.
    OverwriteAsked,
    /// The user asked to stop updating the file of the article on screen. The file itself stays.
    Dropped,
    /// The program has waited long enough, or has permission now, to write the file of an article.
    WriteDue(ArticleId),
    /// The platform has finished checking or writing the file of an article.
    Finished(ArticleId, SyncOutcome),
}

/// A task for the platform that concerns the file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSyncTask {
    /// Let the user choose a file. The answer is [`FileSyncMsg::Chosen`]; there is none if the user
    /// cancels.
    Choose {
        /// The file name to suggest.
        name: String,
    },
    /// Ask the browser for permission to write the file. The answer is [`FileSyncMsg::WriteDue`];
    /// there is none without the permission.
    Ask,
    /// Wait a few seconds, so that one write covers several changes. The answer is
    /// [`FileSyncMsg::WriteDue`].
    Wait,
    /// Check whether the file can be written. The answer is [`FileSyncMsg::Finished`].
    Check,
    /// Write the file. The answer is [`FileSyncMsg::Finished`].
    Write {
        /// The snapshot of the document.
        snapshot: String,
        /// The time of the export, in milliseconds since the start of 1970, UTC.
        millis: u64,
        /// How many changes in the snapshot no file contains yet.
        changes: usize,
        /// Whether to overwrite the file even if another program has changed it.
        is_overwriting: bool,
    },
}
