//! What can be asked of the world outside.

use crate::{
    article::{Edge, Span},
    id::{ArticleId, ClaimId},
    settings::View,
    storage::{Batch, Write},
};

use super::{ArchiveRequest, FileSyncTask, ReadTask, Route, WorkerRequest};

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Store values in both stores; answered by `Saved` or `SaveFailed`.
    Save(Batch),
    /// Come back as soon as the page has answered the person; answered by `Tick`.
    ScheduleTick,
    /// Bring the stores in line with each other; answered like `Save`.
    RepairStores {
        /// What local storage lacks.
        to_local: Vec<Write>,
        /// What the database lacks.
        to_safe: Vec<Write>,
        /// The number of the batch.
        number: u64,
    },
    /// Fill stores that were cleared with everything that the page holds; answered like `Save`.
    Refill(Batch),
    /// Look at the stores; answered by `StorageReported`.
    QueryStorage,
    /// Ask the browser to keep what is stored, whatever happens.
    RequestPersistence,
    /// Do something with the file on disk that is kept up to date with an article.
    File(ArticleId, FileSyncTask),
    /// Read the journal; answered by `HistoryRead`.
    ReadHistory,
    /// Have a text or a file read; answered by [`ImportMsg::Read`](super::ImportMsg).
    Read(ReadTask),
    /// Stop the task of that number.
    StopReading(u32),
    /// Have a file written, and hand it over; answered by `ExportFailed` where that fails.
    Export {
        /// What writes the file's text.
        request: WorkerRequest,
        /// The file's name.
        name: String,
        /// The media type.
        media_type: &'static str,
    },
    /// Have articles written as one file, and hand it over; answered by
    /// [`LibraryMsg::ArchiveDownloaded`](super::LibraryMsg).
    ExportArchive {
        /// The articles.
        articles: Vec<ArticleId>,
        /// The same, as the writer needs them.
        archive: ArchiveRequest,
        /// The file's name.
        name: String,
    },
    /// Hand over a file.
    Download(Download),
    /// Put a text on the clipboard; answered by [`ClaimMsg::Copied`](super::ClaimMsg).
    Copy(String),
    /// Show an address in the browser's address bar.
    SetRoute(Route),
    /// Bring something into view, once it is drawn.
    ScrollTo(ScrollTo),
    /// Select nothing.
    ClearSelection,
    /// Select a span, with the edge that moves last, and bring it into view.
    Select {
        /// The span.
        span: Span,
        /// The edge that moves.
        edge: Edge,
    },
    /// Put the focus somewhere, once it is drawn.
    Focus(FocusTarget),
    /// Show the page in this way.
    ApplyAppearance(View),
    /// Show a title in the browser's own places.
    SetDocumentTitle(String),
}

/// A file to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The file's name.
    pub name: String,
    /// The media type.
    pub media_type: &'static str,
    /// The text in it.
    pub contents: String,
}

/// What to put the focus on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The field for the name of a tag in the bar.
    TagName,
    /// The field for the name of a tag in the card of the claim that is worked on.
    CardTag,
    /// The filter of the claims.
    Filter,
    /// The list of the library.
    Library,
    /// The note in that card.
    CardNote,
    /// The claim in words that stand alone, in that card.
    Restated,
    /// The choice of a verdict, in that card.
    Verdict,
    /// The field that names a source, in that card.
    Evidence,
    /// The button that moves the rating at a position up, in the window of the scale.
    RatingUp(usize),
    /// The button that takes that rating out; where there is none, the field for a further one.
    RemoveRating(usize),
    /// The button that deletes the source at a position, in the window of sources; where there is
    /// none, the one that closes the window.
    Source(usize),
    /// The button of the block at a position, which opens its list of kinds.
    Kind(usize),
    /// That button, which stays closed.
    Block(usize),
    /// What was recognised in a text, where the focus would be nowhere.
    ImportPreview,
    /// The article.
    Article,
}

/// What to bring into view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScrollTo {
    /// The words of a claim in the article.
    Mark {
        /// The claim.
        claim: ClaimId,
        /// The block where it starts, counted from 0.
        block: usize,
    },
    /// The card of a claim in the list.
    Card(ClaimId),
    /// The block at a position.
    Block(usize),
    /// The start of the article.
    Top,
}
