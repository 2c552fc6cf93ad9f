//! Effects: everything that the core asks the platform to do.
//!
//! The core returns effects as data and never calls the browser, so tests can compare them. An
//! effect that has an answer names the [`Msg`](super::Msg) that brings it.

use crate::{
    article::{Edge, Span},
    id::{ArticleId, ClaimId},
    settings::View,
    storage::{Batch, Write},
};

use super::{ArchiveRequest, FileSyncTask, ReadTask, Route, WorkerRequest};

/// A task for the platform.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Store values in local storage and in the database. The answer is `Saved` or `SaveFailed`.
    Save(Batch),
    /// Send a message as soon as the browser has drawn the page and handled waiting input. The
    /// answer is `Tick`.
    ScheduleTick,
    /// Write to each of the two stores the records that it lacks. The answer is that of `Save`.
    RepairStores {
        /// The records that local storage lacks.
        to_local: Vec<Write>,
        /// The records that the database lacks.
        to_safe: Vec<Write>,
        /// The number of the batch.
        number: u64,
    },
    /// Fill stores that the browser has cleared with everything that the page holds. The answer is
    /// that of `Save`.
    Refill(Batch),
    /// Report how much the stores hold. The answer is `StorageReported`.
    QueryStorage,
    /// Ask the browser to keep the stored data even when it runs out of room.
    RequestPersistence,
    /// Carry out a task with the file that the program keeps up to date with an article.
    File(ArticleId, FileSyncTask),
    /// Read the newest entries of the journal. The answer is `HistoryRead`.
    ReadHistory,
    /// Have the worker read a text or a file. The answer is [`ImportMsg::Read`](super::ImportMsg).
    Read(ReadTask),
    /// Stop the read task with this number. There is no answer.
    StopReading(u32),
    /// Have the worker write a file, and download it. The answer is `ExportFailed`; there is none
    /// if the export succeeds.
    Export {
        /// The request that returns the text of the file.
        request: WorkerRequest,
        /// The name of the file.
        name: String,
        /// The media type of the file.
        media_type: &'static str,
    },
    /// Have the worker write several articles into one file, and download it. The answer is
    /// [`LibraryMsg::ArchiveDownloaded`](super::LibraryMsg).
    ExportArchive {
        /// The articles.
        articles: Vec<ArticleId>,
        /// The same articles, as the worker needs them.
        archive: ArchiveRequest,
        /// The name of the file.
        name: String,
    },
    /// Download a file.
    Download(Download),
    /// Copy a text to the clipboard. The answer is [`ClaimMsg::Copied`](super::ClaimMsg).
    Copy(String),
    /// Show a route in the address bar of the browser.
    SetRoute(Route),
    /// Scroll something into view once the page is drawn.
    ScrollTo(ScrollTo),
    /// Clear the browser's selection.
    ClearSelection,
    /// Select a span in the browser, and scroll its moving edge into view.
    Select {
        /// The span.
        span: Span,
        /// The edge that the arrow keys move; the browser extends its selection from there.
        edge: Edge,
    },
    /// Focus an element once the page is drawn.
    Focus(FocusTarget),
    /// Apply the appearance that the user has chosen.
    ApplyAppearance(View),
    /// Set the title of the document, which the browser shows in its tab and in its history.
    SetDocumentTitle(String),
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The name of the file.
    pub name: String,
    /// The media type of the file.
    pub media_type: &'static str,
    /// The text of the file.
    pub contents: String,
}

/// An element to focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The field for the name of a tag in the tag toolbar.
    TagName,
    /// The field for the name of a tag in the card of the selected claim.
    CardTag,
    /// The filter of the claims.
    Filter,
    /// The list of articles in the library.
    Library,
    /// The note in the card of the selected claim.
    CardNote,
    /// The field in the card of the selected claim for the claim restated in words that need no
    /// context.
    Restated,
    /// The verdict control in the card of the selected claim.
    Verdict,
    /// The field that adds a source in the card of the selected claim.
    Evidence,
    /// The button that moves a rating up in the dialog of the scale: the position of the rating,
    /// from 0.
    RatingUp(usize),
    /// The button that removes a rating in the dialog of the scale: the position of the rating,
    /// from 0. If there is no such rating, the field that adds one.
    RemoveRating(usize),
    /// The button that deletes a source in the dialog of sources: the position of the source, from
    /// 0. If there is no such source, the button that closes the dialog.
    Source(usize),
    /// The menu button of a block, whose list of kinds the platform also opens: the position of the
    /// block, from 0.
    Kind(usize),
    /// The menu button of a block, without opening its list: the position of the block, from 0.
    Block(usize),
    /// The preview in the import dialog. The platform does nothing if any element has the focus
    /// already.
    ImportPreview,
    /// The article.
    Article,
}

/// A thing to scroll into view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScrollTo {
    /// The marked words of a claim in the article.
    Mark {
        /// The claim.
        claim: ClaimId,
        /// The position of the block where the claim starts, from 0.
        block: usize,
    },
    /// The card of a claim in the list.
    Card(ClaimId),
    /// A block, by its position from 0.
    Block(usize),
    /// The start of the article.
    Top,
}
