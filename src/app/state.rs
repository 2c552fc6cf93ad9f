//! The state that the features share, and what they may do with it.
//!
//! [`State`] holds the stored records, the loaded articles, the article on screen, the mode, the
//! undo history and what the page tells the user. A feature gets it as part of a [`Ctx`], together
//! with the time and the random bits of the event. The modules of this folder build on each other
//! in this order: saving and notices, the loaded articles, the view of the article on screen, the
//! mode, writing and committing edits, and showing articles, blocks and claims.

mod articles;
mod claim_changes;
mod commit;
mod defaults;
mod drafts;
mod export_status;
mod mode;
mod notices;
mod open_view;
mod review_changes;
mod saving;
mod show;
mod writing;

use std::{
    collections::HashMap,
    ops::{Deref, DerefMut},
};

use crate::{
    document::Document,
    edit::Action,
    event_context::EventContext,
    id::{ArticleId, BlockId, ClaimId},
    storage::{Clock, QuarantinedValue, RecordStore},
    undo_history::History,
};

use super::{Dialog, Mode, Msg, Notice, pending_writes::PendingWrites, view::ArticleView};

pub use articles::ArticleSummary;
pub(in crate::app) use articles::new_document;
pub(in crate::app) use commit::join_batches;
pub(in crate::app) use defaults::{AUTHOR_NAME, REASONS_OFF};
pub(in crate::app) use review_changes::{reviews_after_adding, reviews_after_deleting};
pub(in crate::app) use show::adding;
pub(in crate::app) use writing::{LARGE_TEXT_BYTES, is_long};

/// What all features share.
#[derive(Clone, Debug)]
pub(in crate::app) struct State {
    pub(in crate::app) clock: Clock,
    pub(in crate::app) records: RecordStore,
    pub(in crate::app) saving: PendingWrites,
    /// The long writes that wait for a tick, of which the last one runs first.
    long_writes: Vec<writing::LongWrite>,
    /// The loaded articles; the article on screen is always one of them.
    pub(in crate::app) documents: HashMap<ArticleId, Document>,
    /// The list of articles, the one added last first.
    pub(in crate::app) articles: Vec<ArticleSummary>,
    /// The article on screen.
    pub(in crate::app) open: Option<OpenArticle>,
    pub(in crate::app) history: History,
    /// The steps that the current event has made, undone or redone: the article and the action.
    pub(in crate::app) steps: Vec<(ArticleId, Action)>,
    /// The article that the current event has shown, if it has.
    pub(in crate::app) shown: Option<ArticleId>,
    pub(in crate::app) mode: Mode,
    pub(in crate::app) notice: Option<Notice>,
    pub(in crate::app) quarantined: Vec<QuarantinedValue>,
    /// How many of the quarantined values are stored, so that the next start finds them again.
    pub(in crate::app) quarantined_persisted: usize,
    /// The drafts of this tab: the name of the field and the text.
    pub(in crate::app) drafts: Vec<(String, String)>,
    /// The open dialog; the import dialog is not among these.
    pub(in crate::app) dialog: Option<Dialog>,
    /// The sentence in the live region, and how many sentences there have been.
    announcement: (String, usize),
}

/// The article on screen.
#[derive(Clone, Debug)]
pub(in crate::app) struct OpenArticle {
    pub(in crate::app) article: ArticleId,
    pub(in crate::app) page: ArticleView,
    /// The current block.
    pub(in crate::app) current: Option<BlockId>,
    /// The claim that stays open when the user selects another one.
    pub(in crate::app) pinned_claim: Option<ClaimId>,
    /// The current block that is saved as a setting, to come back to after a reload.
    saved_current: Option<BlockId>,
}

/// What a feature gets with a message: the shared state, the event, and a way to the other
/// features.
///
/// Features do not call each other. A feature that needs another one sends it a message, which the
/// workspace handles within the same event.
pub(in crate::app) struct Ctx<'a> {
    pub(in crate::app) state: &'a mut State,
    pub(in crate::app) event: EventContext,
    sent: &'a mut Vec<Msg>,
}

impl<'a> Ctx<'a> {
    /// Makes the context of an event; `sent` collects the messages to other features.
    pub(in crate::app) fn new(
        state: &'a mut State,
        event: EventContext,
        sent: &'a mut Vec<Msg>,
    ) -> Self {
        Self { state, event, sent }
    }

    /// Returns the context with other random bits, for one of several acts of the same event.
    pub(in crate::app) fn with_entropy(&mut self, nth: u128) -> Ctx<'_> {
        let entropy = self.event.entropy.wrapping_add(nth);
        Ctx { state: self.state, event: EventContext { entropy, ..self.event }, sent: self.sent }
    }

    /// Has the workspace handle a message after the current one, within the same event.
    pub(in crate::app) fn send(&mut self, msg: Msg) {
        self.sent.push(msg);
    }
}

impl Deref for Ctx<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl DerefMut for Ctx<'_> {
    fn deref_mut(&mut self) -> &mut State {
        self.state
    }
}

impl State {
    /// Makes the state at the start, from the records of the stores.
    pub(in crate::app) fn new(
        clock: Clock,
        records: RecordStore,
        saving: PendingWrites,
        quarantined: Vec<QuarantinedValue>,
    ) -> Self {
        Self {
            clock,
            records,
            saving,
            long_writes: Vec::new(),
            documents: HashMap::new(),
            articles: Vec::new(),
            open: None,
            history: History::default(),
            steps: Vec::new(),
            shown: None,
            mode: Mode::default(),
            notice: None,
            quarantined_persisted: quarantined.len(),
            quarantined,
            drafts: Vec::new(),
            dialog: None,
            announcement: (String::new(), 0),
        }
    }

    /// Returns the document on screen, if there is one.
    pub(in crate::app) fn document(&self) -> Option<&Document> {
        self.documents.get(&self.open.as_ref()?.article)
    }

    /// Returns the view of the article on screen, if there is one.
    pub(in crate::app) fn page(&self) -> Option<&ArticleView> {
        self.open.as_ref().map(|open| &open.page)
    }
}
