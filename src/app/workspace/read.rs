//! What the page reads of the workspace.

use std::rc::Rc;

use crate::{
    app::{
        ArticleSummary, Dialog, Drawer, Field, FocusMode, HINTS, HintState, ImportDialog, Keymap,
        Mode, Notice, Panel, SaveState, Snap, SyncState,
        features::{conflicts, navigation, sample::SAMPLE_ID, undo},
        view::ArticleView,
    },
    document::Document,
    id::{BlockId, ClaimId},
    settings::View,
    storage::{
        Conflict, QuarantinedValue, TabId,
        settings::{ExportStatus, SyncedFile},
    },
};

use super::Workspace;

impl Workspace {
    /// Returns the identifier of this tab.
    pub fn tab(&self) -> &TabId {
        self.state.clock.tab()
    }

    /// Returns the document on screen, if there is one.
    pub fn document(&self) -> Option<&Document> {
        self.state.document()
    }

    /// Returns whether the sample article is on screen.
    pub fn is_sample(&self) -> bool {
        self.state.open.as_ref().is_some_and(|open| open.article.as_str() == SAMPLE_ID)
    }

    /// Returns the view of the article on screen, if there is one.
    pub fn page(&self) -> Option<&ArticleView> {
        self.state.page()
    }

    /// Returns the list of articles, the one added last first.
    pub fn articles(&self) -> &[ArticleSummary] {
        &self.state.articles
    }

    /// Returns the mode: reading, selecting text or working on a claim.
    pub fn session(&self) -> &Mode {
        &self.state.mode
    }

    /// Returns whether marks snap to whole words or may begin and end inside a word.
    pub fn snap(&self) -> Snap {
        self.features.marking.snap()
    }

    /// Returns whether the last change is saved.
    pub fn save_state(&self) -> &SaveState {
        &self.state.saving.state
    }

    /// Returns the notice on the page, if there is one.
    pub fn notice(&self) -> Option<&Notice> {
        self.state.notice.as_ref()
    }

    /// Returns the sentence in the live region, and how many sentences there have been. A new count
    /// has the page speak the sentence even where its words are the same as before.
    pub fn announcement(&self) -> (&str, usize) {
        self.state.announcement()
    }

    /// Returns the values that could not be read.
    pub fn quarantined(&self) -> &[QuarantinedValue] {
        &self.state.quarantined
    }

    /// Returns the draft in a field; the empty text where there is none.
    pub fn typed(&self, field: &Field) -> &str {
        self.state.typed(field)
    }

    /// Returns the import dialog, while it is open.
    pub fn dialog(&self) -> Option<&ImportDialog> {
        self.features.import.dialog.as_ref()
    }

    /// Returns the open dialog, if there is one. The import dialog is not among these.
    pub fn window(&self) -> Option<&Dialog> {
        self.state.dialog.as_ref()
    }

    /// Returns whether a dialog is open, the import dialog among them.
    pub fn is_window_open(&self) -> bool {
        self.window().is_some() || self.dialog().is_some()
    }

    /// Returns whether the import dialog of the article on screen can be opened again.
    pub fn can_reimport(&self) -> bool {
        self.features.import.can_reimport(&self.state)
    }

    /// Returns whether focus mode shows the current block large.
    pub fn focus_mode(&self) -> FocusMode {
        self.features.navigation.focus_mode
    }

    /// Returns which contents the panel beside the article shows.
    pub fn panel(&self) -> Panel {
        self.features.navigation.panel
    }

    /// Returns whether the drawer, which holds the panel on narrow screens, is open.
    pub fn drawer(&self) -> Drawer {
        self.features.navigation.drawer
    }

    /// Returns the filter of the claims of the article on screen, without spaces around it; the
    /// empty text where there is none.
    pub fn filter(&self) -> &str {
        navigation::filter(&self.state)
    }

    /// Returns the current block, if there is one.
    pub fn current(&self) -> Option<&BlockId> {
        self.state.current()
    }

    /// Returns the pinned claim, which stays open beside the selected one; `None` where no claim is
    /// pinned or the pinned claim is the selected one.
    pub fn kept(&self) -> Option<&ClaimId> {
        self.state.kept()
    }

    /// Returns whether a claim is pinned, so that it stays open when the user selects another one.
    pub fn is_pinned(&self, claim: &ClaimId) -> bool {
        self.state.is_pinned(claim)
    }

    /// Returns the undecided conflicts of the article on screen.
    pub fn contested(&self) -> Vec<Conflict> {
        conflicts::contested(&self.state)
    }

    /// Returns how many changes of the article on screen are in no file, and when it was exported
    /// last.
    pub fn export_status(&self) -> ExportStatus {
        self.state.export_status()
    }

    /// Returns the file that is kept up to date with the article on screen, and its state; `None`
    /// where the user has chosen no file.
    pub fn kept_file(&self) -> Option<(SyncedFile, SyncState)> {
        self.features.file_sync.kept_file(&self.state)
    }

    /// Returns how many claims there are in all articles.
    pub fn claim_count(&self) -> usize {
        self.state.claim_count()
    }

    /// Returns the state of each hint, in the order of [`HINTS`].
    pub fn hints(&self) -> [HintState; HINTS.len()] {
        self.features.onboarding.hints()
    }

    /// Returns the appearance of the page.
    pub fn view(&self) -> View {
        self.features.preferences.view()
    }

    /// Returns the keys as the user has set them.
    pub fn keymap(&self) -> &Rc<Keymap> {
        self.features.preferences.keymap()
    }

    /// Returns the name that new claims get as their author, if the user has given one.
    pub fn author(&self) -> Option<String> {
        self.state.author()
    }

    /// Returns whether low ratings ask for a reason.
    pub fn asks_for_reasons(&self) -> bool {
        self.state.asks_for_reasons()
    }

    /// Returns the name of the scale that a verdict refers to by its identifier; `None` where no
    /// scale has this identifier, or scales with different names have it.
    pub fn scale_name(&self, id: &str) -> Option<String> {
        self.state.scale_name(id)
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        undo::can_undo(&self.state)
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        undo::can_redo(&self.state)
    }
}
