//! A file on disk that is kept up to date.

use crate::id::ArticleId;

/// How it stands with the file that is kept up to date with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SyncState {
    /// It can be written, as far as is known.
    #[default]
    UpToDate,
    /// The browser wants the person to allow it again.
    PermissionNeeded,
    /// Something else has written it since.
    ModifiedExternally,
    /// It could not be written; in the browser's words.
    Failed(String),
}

/// What came of looking at the file, or of writing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncOutcome {
    /// It was written, with so many changes that no file had before.
    Written(usize),
    /// It was not written, because of that; or it need not be, where that is [`SyncState::UpToDate`].
    State(SyncState),
}

/// Something about the file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSyncMsg {
    /// A file is to be chosen for the article on screen.
    ChoiceAsked,
    /// It was chosen.
    Chosen {
        /// The article.
        article: ArticleId,
        /// The file's name.
        name: String,
    },
    /// The browser is to be asked whether the file of the article on screen may be written.
    PermissionAsked,
    /// The file of the article on screen is to be written, whatever is in it.
    OverwriteAsked,
    /// The file of the article on screen is not to be kept up to date any more.
    Dropped,
    /// It is time to write the file of an article.
    WriteDue(ArticleId),
    /// The browser has looked at the file of an article, or has written it.
    Told(ArticleId, SyncOutcome),
}

/// Something to be done with the file of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSyncTask {
    /// Let the person choose one; answered by [`FileSyncMsg::Chosen`], where they do.
    Choose {
        /// The name that is offered.
        name: String,
    },
    /// Ask the browser whether it may be written; answered by [`FileSyncMsg::WriteDue`], where it may.
    Ask,
    /// Wait a moment; answered by [`FileSyncMsg::WriteDue`].
    Wait,
    /// Look whether it can be written; answered by [`FileSyncMsg::Told`].
    Check,
    /// Write it; answered by [`FileSyncMsg::Told`].
    Write {
        /// The document, packed.
        snapshot: String,
        /// The moment of the export, in milliseconds since the start of 1970.
        millis: u64,
        /// How many changes in it no file has yet.
        changes: usize,
        /// Whether it is written whatever is in it.
        is_overwriting: bool,
    },
}
