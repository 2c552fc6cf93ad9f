//! The core of the program: a loop of messages, a model and effects.
//!
//! Everything that happens reaches the core as a [`Msg`]. [`update`] changes the [`Model`] and
//! returns the [`Effect`]s that the platform has to carry out; the user interface is a function of
//! the model. Nothing in here calls the browser, reads a clock or draws random bits, so the same
//! messages always give the same model.

mod claim_msg;
mod effect;
mod evidence;
mod features;
mod file_sync;
mod import_msg;
mod library;
mod library_export;
mod msg;
mod pending_writes;
mod route;
mod session;
mod shared_ptr;
mod shortcuts;
mod startup;
mod state;
pub mod view;
mod worker_request;
mod workspace;

pub use claim_msg::{ClaimField, ClaimMsg, ScaleMsg, WORK_FIELDS, WorkFieldRow};
pub use effect::{Download, Effect, FocusTarget, ScrollTo};
pub use evidence::{
    EvidenceField, EvidenceMsg, EvidenceRef, SOURCE_FIELDS, SourceField, SourceFieldRow,
};
pub use features::onboarding::{HINTS, Hint, HintState};
pub use file_sync::{FileSyncMsg, FileSyncTask, SyncOutcome, SyncState};
pub use import_msg::{
    FileHandle, ImportDialog, ImportMsg, ImportRemark, ReadSource, ReadTask, RemarkKind, remarks,
};
pub use library::{
    ARTICLE_FILTERS, ArticleFilter, Hit, HitLocation, Library, LibraryEntry, LibraryMsg,
    LibraryRow, LibraryStatus, ORDERS, SortOrder,
};
pub use library_export::{ArchiveRequest, read_archive};
pub use msg::{BlockEditMsg, Doubt, Field, Msg, SelectionOrigin, SettingsMsg, StorageMsg, TagsMsg};
pub use pending_writes::SaveState;
pub use route::Route;
pub use session::{
    Deletion, Dialog, Drawer, FocusMode, Mode, Notice, NoticeKind, Panel, Snap, Toolbar,
};
pub use shared_ptr::PtrEq;
pub use shortcuts::{
    Command, Context, Focus, GROUPS, Key, KeyPress, Keymap, SHORTCUTS, Shortcut, SingleKeys, hints,
};
pub use startup::{StartupData, StorageReport};
pub use state::ArticleSummary;
pub use worker_request::{WorkerRequest, WorkerResult, read_file};
pub use workspace::Workspace;

use crate::event_context::EventContext;

/// Everything that the page shows.
#[derive(Clone, Debug, Default)]
pub enum Model {
    /// The program has not read the stores yet.
    #[default]
    Starting,
    /// The program has read the stores, and the user can work.
    Ready(Box<Workspace>),
}

/// Applies a message to the model, and returns the effects that the platform has to carry out.
///
/// The function reads no clock and draws no random bits: `context` brings the time of the event and
/// the random bits for new identifiers.
pub fn update(model: &mut Model, msg: Msg, context: EventContext) -> Vec<Effect> {
    match (&mut *model, msg) {
        (Model::Starting, Msg::Started(start)) => {
            let (workspace, effects) = Workspace::new(*start, context);
            *model = Model::Ready(Box::new(workspace));
            effects
        }
        // Before the stores are read there is no workspace that a message could change, and the
        // program starts only once.
        (Model::Starting, _) | (Model::Ready(_), Msg::Started(_)) => Vec::new(),
        (Model::Ready(workspace), msg) => workspace.update(msg, context),
    }
}
