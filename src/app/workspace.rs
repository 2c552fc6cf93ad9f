//! The workspace: the open article, the library, the selection, undo, and everything else that the
//! page shows. It is a pure model: it receives messages with an event context and returns effects,
//! and touches neither the browser nor the clock. The submodules add methods, each for one part of
//! the work.

mod announcer;
mod apply_edit;
mod batch_import;
mod block_editing;
mod claim_fields;
mod claims;
mod commands;
mod conflicts;
mod deferred;
mod drafts;
mod evidence;
mod export;
mod export_status;
mod file_sync;
mod history;
mod import_dialog;
mod import_queue;
mod keyboard_selection;
mod library;
mod metadata;
mod navigation;
mod notices;
mod onboarding;
mod open_article;
mod preferences;
mod refill;
mod reimport;
mod review;
mod sample;
mod scale_editing;
mod selection;
mod storage_dialog;
mod tab_sync;
mod tags;
mod undo;
mod update;
mod verdict;

use std::{collections::HashMap, mem::take, rc::Rc};

use crate::{
    document::Document,
    event_context::EventContext,
    id::{ArticleId, BlockId, ClaimId},
    settings::View,
    storage::{Clock, QuarantinedValue, RecordStore, SaveError, TabId, recover, settings},
    strings,
    undo_history::History,
};

use super::{
    Dialog, Drawer, Effect, FocusMode, ImportDialog, Keymap, Mode, Notice, Panel, Route, SaveState,
    Snap, StartupData, SyncState, pending_writes::PendingWrites, view::ArticleView,
};

pub use onboarding::{HINTS, Hint, HintState};
pub use open_article::ArticleSummary;

use batch_import::BatchImport;
use deferred::DeferredTask;
use reimport::RecentImport;

/// Everything that the page shows, and all work that is loaded.
#[derive(Clone, Debug)]
pub struct Workspace {
    clock: Clock,
    records: RecordStore,
    saving: PendingWrites,
    /// The deferred tasks, of which the last one runs first.
    deferred: Vec<DeferredTask>,
    documents: HashMap<ArticleId, Document>,
    articles: Vec<ArticleSummary>,
    open: Option<OpenArticle>,
    history: History,
    /// The name of the step for which the user has been warned that another tab has changed the
    /// same thing since.
    warned_step: Option<String>,
    /// The article in which the current event has made, undone or redone a step.
    edited_article: Option<ArticleId>,
    session: Mode,
    snap: Snap,
    notice: Option<Notice>,
    quarantined: Vec<QuarantinedValue>,
    /// How many of the quarantined values are stored, so that the next start finds them again.
    quarantined_persisted: usize,
    dialog: Option<ImportDialog>,
    /// The number of the last worker request that reads a text.
    last_job: u32,
    batch: BatchImport,
    /// The import dialogs of articles that were added since the page was opened.
    recent_imports: Vec<RecentImport>,
    /// The drafts of this tab: the name of the field and the text.
    drafts: Vec<(String, String)>,
    /// The claims whose marks lie under the last click, the smallest first.
    clicked_claims: Vec<ClaimId>,
    window: Option<Dialog>,
    /// The claim whose history the journal is being read for; `None` where it is the history of the
    /// article.
    claim_history_for: Option<ClaimId>,
    keymap: Rc<Keymap>,
    appearance: View,
    focus_mode: FocusMode,
    panel: Panel,
    drawer: Drawer,
    hints: [HintState; HINTS.len()],
    /// How many hints are saved as done.
    hints_kept: usize,
    /// The sentence in the live region, and how many sentences there have been.
    announcement: (String, usize),
}

/// The article on screen.
#[derive(Clone, Debug)]
struct OpenArticle {
    article: ArticleId,
    page: ArticleView,
    /// The current block.
    current: Option<BlockId>,
    /// The claim that stays open when the user selects another one.
    pinned_claim: Option<ClaimId>,
    /// The current block that is saved as a setting, to come back to after a reload.
    saved_current: Option<BlockId>,
    /// The state of the file on disk that is kept up to date with the article.
    file: SyncState,
    /// Whether a write of that file is scheduled.
    is_file_due: bool,
}

impl Workspace {
    /// Creates the workspace from the contents of both stores, with the effects that the start
    /// needs. At the very first start, it adds the sample article.
    pub(super) fn new(start: StartupData, context: EventContext) -> (Self, Vec<Effect>) {
        let mut clock = Clock::new(TabId::new(context));
        let mut recovered = recover(&start.found, &mut clock, context.millis);
        let to_mend = [&mut recovered.missing_in_local, &mut recovered.missing_in_database];
        let ([to_local, to_safe], quarantined_values) =
            (to_mend.map(take), take(&mut recovered.quarantined_values));
        let new_quarantined = recovered.new_quarantined;
        let records = RecordStore::new(recovered);
        let hints = onboarding::hints_at_start(&records);
        let view = records.setting(settings::VIEW).map(settings::read_view).unwrap_or_default();
        let mut workspace = Self {
            clock,
            keymap: Rc::new(preferences::keys_at_start(&records)),
            records,
            saving: PendingWrites::new(start.save_error),
            deferred: Vec::new(),
            documents: HashMap::new(),
            articles: Vec::new(),
            open: None,
            history: History::default(),
            warned_step: None,
            edited_article: None,
            session: Mode::default(),
            snap: Snap::default(),
            notice: None,
            quarantined_persisted: quarantined_values.len(),
            quarantined: quarantined_values,
            dialog: None,
            last_job: 0,
            batch: BatchImport::default(),
            recent_imports: Vec::new(),
            drafts: Vec::new(),
            clicked_claims: Vec::new(),
            window: None,
            claim_history_for: None,
            appearance: view,
            focus_mode: FocusMode::default(),
            panel: Panel::default(),
            drawer: Drawer::default(),
            hints,
            hints_kept: hints.iter().filter(|hint| **hint == HintState::Done).count(),
            announcement: (String::new(), 0),
        };
        let mut effects = Vec::new();
        if !(to_local.is_empty() && to_safe.is_empty()) {
            let number = workspace.saving.send(&to_safe);
            effects.push(Effect::RepairStores { to_local, to_safe, number });
        }
        effects.extend(workspace.begin(&start.address, new_quarantined, context));
        (workspace, effects)
    }

    /// Applies the settings, adds the sample article at the very first start, and goes to the
    /// address.
    fn begin(
        &mut self,
        address: &Route,
        new_quarantined: usize,
        context: EventContext,
    ) -> Vec<Effect> {
        // With a full disk, the platform does not open the database, so the workspace does not know
        // whether it holds articles.
        let is_unopened = self.saving.state == SaveState::Unsaved(SaveError::Full);
        let mut effects = Vec::new();
        if self.appearance != View::default() {
            effects.push(Effect::ApplyAppearance(self.appearance));
        }
        if self.records.details().is_empty() && !is_unopened {
            effects.extend(self.add_sample(context));
        }
        self.list_articles();
        effects.extend(self.go_to(address));
        if let Route::Add(query) = address {
            effects.extend(self.add_by_address(query, context));
        }
        self.notify_quarantine(new_quarantined);
        if is_unopened {
            self.notify_error(strings::NOT_OPENED.to_owned());
        }
        effects.extend(self.save_quarantined(context));
        effects.extend(self.name_stores(context));
        self.announce_save_error(false);
        effects
    }

    /// Returns the identifier of this tab.
    pub fn tab(&self) -> &TabId {
        self.clock.tab()
    }

    /// Returns the document on screen, if there is one.
    pub fn document(&self) -> Option<&Document> {
        self.documents.get(&self.open.as_ref()?.article)
    }

    /// Returns whether the sample article is on screen.
    pub fn is_sample(&self) -> bool {
        self.open.as_ref().is_some_and(|reading| reading.article.as_str() == sample::SAMPLE_ID)
    }

    /// Returns the view of the article on screen, if there is one.
    pub fn page(&self) -> Option<&ArticleView> {
        self.open.as_ref().map(|reading| &reading.page)
    }

    /// Returns the list of articles, the one added last first.
    pub fn articles(&self) -> &[ArticleSummary] {
        &self.articles
    }

    /// Returns the mode: reading, selecting text or working on a claim.
    pub fn session(&self) -> &Mode {
        &self.session
    }

    /// Returns whether marks snap to whole words or may begin and end inside a word.
    pub fn snap(&self) -> Snap {
        self.snap
    }

    /// Returns whether the last change is saved.
    pub fn save_state(&self) -> &SaveState {
        &self.saving.state
    }

    /// Returns the notice on the page, if there is one.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Returns the values that could not be read.
    pub fn quarantined(&self) -> &[QuarantinedValue] {
        &self.quarantined
    }

    /// Returns the import dialog, while it is open.
    pub fn dialog(&self) -> Option<&ImportDialog> {
        self.dialog.as_ref()
    }

    /// Returns whether focus mode shows the current block large.
    pub fn focus_mode(&self) -> FocusMode {
        self.focus_mode
    }

    /// Returns which contents the panel beside the article shows.
    pub fn panel(&self) -> Panel {
        self.panel
    }

    /// Returns whether the drawer, which holds the panel on narrow screens, is open.
    pub fn drawer(&self) -> Drawer {
        self.drawer
    }
}
