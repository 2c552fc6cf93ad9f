//! The desk: what is open, selected, undone and on its way to the stores.

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

/// All that is on the desk.
#[derive(Clone, Debug)]
pub struct Workspace {
    clock: Clock,
    records: RecordStore,
    saving: PendingWrites,
    /// What is done before anything else, the last of it first.
    deferred: Vec<DeferredTask>,
    documents: HashMap<ArticleId, Document>,
    articles: Vec<ArticleSummary>,
    open: Option<OpenArticle>,
    history: History,
    /// The step of which the person was told that somebody else has written on what it did.
    warned_step: Option<String>,
    /// The article that was changed by what happens just now.
    edited_article: Option<ArticleId>,
    session: Mode,
    snap: Snap,
    notice: Option<Notice>,
    quarantined: Vec<QuarantinedValue>,
    /// How many of them are kept where they can be had at the next start, too.
    quarantined_persisted: usize,
    dialog: Option<ImportDialog>,
    /// The number of the last task for a reader.
    last_job: u32,
    batch: BatchImport,
    /// How the texts of articles were read that were added since the page was opened.
    recent_imports: Vec<RecentImport>,
    /// What is typed in fields and not yet taken, by the names of the fields.
    drafts: Vec<(String, String)>,
    /// The claims that were clicked together last, from the smallest out.
    clicked_claims: Vec<ClaimId>,
    window: Option<Dialog>,
    /// The claim whose history is about to be shown, where it is not that of the article.
    claim_history_for: Option<ClaimId>,
    keymap: Rc<Keymap>,
    appearance: View,
    focus_mode: FocusMode,
    panel: Panel,
    drawer: Drawer,
    hints: [HintState; HINTS.len()],
    /// How many hints are kept as done.
    hints_kept: usize,
    /// What was said last, and how much was said before.
    announcement: (String, usize),
}

/// The article that is on screen.
#[derive(Clone, Debug)]
struct OpenArticle {
    article: ArticleId,
    page: ArticleView,
    /// The current block.
    current: Option<BlockId>,
    /// The claim that stays open when another one is picked.
    pinned_claim: Option<ClaimId>,
    /// The current block as it is kept over reloads.
    saved_current: Option<BlockId>,
    /// How it stands with the file that is kept up to date.
    file: SyncState,
    /// Whether that will be written in a moment.
    is_file_due: bool,
}

impl Workspace {
    /// The desk of what both stores hold; at the very first start, with the sample article.
    pub(super) fn new(start: StartupData, context: EventContext) -> (Self, Vec<Effect>) {
        let mut clock = Clock::new(TabId::new(context));
        let mut recovered = recover(&start.found, &mut clock, context.millis);
        let to_mend = [&mut recovered.missing_in_local, &mut recovered.missing_in_database];
        let ([to_local, to_safe], asides) = (to_mend.map(take), take(&mut recovered.asides));
        let new_asides = recovered.new_asides;
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
            quarantined_persisted: asides.len(),
            quarantined: asides,
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
        effects.extend(workspace.begin(&start.address, new_asides, context));
        (workspace, effects)
    }

    fn begin(&mut self, address: &Route, new_asides: usize, context: EventContext) -> Vec<Effect> {
        // On a full disk the database was not opened, so its articles are not known.
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
        self.notify_quarantine(new_asides);
        if is_unopened {
            self.notify_error(strings::NOT_OPENED.to_owned());
        }
        effects.extend(self.remember_asides(context));
        effects.extend(self.name_stores(context));
        self.announce_save_error(false);
        effects
    }

    /// This tab.
    pub fn tab(&self) -> &TabId {
        self.clock.tab()
    }

    /// The article that is on screen, if there is one.
    pub fn document(&self) -> Option<&Document> {
        self.documents.get(&self.open.as_ref()?.article)
    }

    /// Whether the sample article is on screen.
    pub fn is_sample(&self) -> bool {
        self.open.as_ref().is_some_and(|reading| reading.article.as_str() == sample::SAMPLE_ID)
    }

    /// How the article on screen is shown.
    pub fn page(&self) -> Option<&ArticleView> {
        self.open.as_ref().map(|reading| &reading.page)
    }

    /// The articles, the one added last first.
    pub fn articles(&self) -> &[ArticleSummary] {
        &self.articles
    }

    /// What the person is at.
    pub fn session(&self) -> &Mode {
        &self.session
    }

    /// Whether marks may begin and end inside a word.
    pub fn snap(&self) -> Snap {
        self.snap
    }

    /// Whether the work is safe.
    pub fn save_state(&self) -> &SaveState {
        &self.saving.state
    }

    /// What the person has to be told.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What could not be read.
    pub fn quarantined(&self) -> &[QuarantinedValue] {
        &self.quarantined
    }

    /// The dialog for a new article, while it is open.
    pub fn dialog(&self) -> Option<&ImportDialog> {
        self.dialog.as_ref()
    }

    /// Whether the current block is shown large.
    pub fn focus_mode(&self) -> FocusMode {
        self.focus_mode
    }

    /// What the panel beside the article shows.
    pub fn panel(&self) -> Panel {
        self.panel
    }

    /// Whether the panel is open where it is a sheet.
    pub fn drawer(&self) -> Drawer {
        self.drawer
    }
}
