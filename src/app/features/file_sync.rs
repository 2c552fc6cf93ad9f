//! Keeping a file on disk up to date with an article. The workspace remembers the name of the file
//! and the time of the last write; the platform holds the file itself. Several changes are written
//! together after a short wait. A file that another program has changed is overwritten only when
//! the user asks for that.

use crate::{
    app::{
        Effect, FileSyncMsg, FileSyncTask, SyncOutcome, SyncState,
        state::{Ctx, State},
    },
    export::{FORMATS, Format, file_name},
    id::ArticleId,
    storage::{
        settings::{self, ExportStatus, SyncedFile},
        to_snapshot,
    },
};

/// The file on disk that is kept up to date with the article on screen, while that article is on
/// screen.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct FileSync {
    /// The article on screen.
    article: Option<ArticleId>,
    /// The state of its file.
    state: SyncState,
    /// Whether a write of the file is scheduled.
    is_due: bool,
}

impl FileSync {
    /// Returns the file that is kept up to date with the article on screen, and its state; `None`
    /// where the user has chosen no file.
    pub(in crate::app) fn kept_file(&self, state: &State) -> Option<(SyncedFile, SyncState)> {
        let reading = state.open.as_ref()?;
        Some((file_of(&reading.article, state)?, self.state.clone()))
    }

    /// Handles a message about the file of an article.
    pub(in crate::app) fn change_file(
        &mut self,
        msg: FileSyncMsg,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
        match (msg, shown) {
            (FileSyncMsg::Chosen { article, name }, _) => {
                let file = SyncedFile { name, written: None };
                let mut effects = keep_file(&article, Some(&file), ctx);
                effects.extend(write_file(&article, true, ctx));
                effects
            }
            (FileSyncMsg::WriteDue(article), _) => {
                self.is_due &= !self.is_shown(&article);
                write_file(&article, false, ctx)
            }
            (FileSyncMsg::Finished(article, outcome), _) => {
                self.handle_sync_outcome(&article, outcome, ctx)
            }
            (FileSyncMsg::ChoiceAsked, Some(article)) => choose_file(article, ctx),
            (FileSyncMsg::PermissionAsked, Some(article)) => {
                vec![Effect::File(article, FileSyncTask::Ask)]
            }
            (FileSyncMsg::OverwriteAsked, Some(article)) => write_file(&article, true, ctx),
            (FileSyncMsg::Dropped, Some(article)) => keep_file(&article, None, ctx),
            (
                FileSyncMsg::ChoiceAsked
                | FileSyncMsg::PermissionAsked
                | FileSyncMsg::OverwriteAsked
                | FileSyncMsg::Dropped,
                None,
            ) => Vec::new(),
        }
    }

    /// Schedules a write of an article's file after a short wait, so that several changes are
    /// written together.
    pub(in crate::app) fn schedule_file_write(
        &mut self,
        article: &ArticleId,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let is_kept = file_of(article, ctx).is_some();
        if !is_kept || !self.is_shown(article) || std::mem::replace(&mut self.is_due, true) {
            return Vec::new();
        }
        vec![Effect::File(article.clone(), FileSyncTask::Wait)]
    }

    /// Checks the file of an article that has just been shown, because some browsers forget the
    /// permission to write it. If the file lacks changes, schedules a write instead.
    pub(in crate::app) fn check_file(
        &mut self,
        article: &ArticleId,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        *self = Self { article: Some(article.clone()), ..Self::default() };
        if file_of(article, ctx).is_none() {
            return Vec::new();
        }
        if ctx.export_status_of(article).changes > 0 {
            return self.schedule_file_write(article, ctx);
        }
        vec![Effect::File(article.clone(), FileSyncTask::Check)]
    }

    /// Records the outcome of a check or a write. After a write, the changes that were not in it
    /// still count as in no file.
    fn handle_sync_outcome(
        &mut self,
        article: &ArticleId,
        outcome: SyncOutcome,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let state = match &outcome {
            SyncOutcome::Written(_) => SyncState::UpToDate,
            SyncOutcome::State(state) => state.clone(),
        };
        if self.is_shown(article) {
            self.state = state;
        }
        let (SyncOutcome::Written(packed), Some(file)) = (outcome, file_of(article, ctx)) else {
            return Vec::new();
        };
        let written = Some(ctx.event.time());
        let mut effects = keep_file(article, Some(&SyncedFile { written, ..file }), ctx);
        let changes = ctx.export_status_of(article).changes.saturating_sub(packed);
        effects
            .extend(ctx.save_export_status(article, &ExportStatus { changes, exported: written }));
        effects
    }

    /// Returns whether an article is the one on screen.
    fn is_shown(&self, article: &ArticleId) -> bool {
        self.article.as_ref() == Some(article)
    }
}

/// Asks the user to choose a file for an article, and offers a name made of its title.
fn choose_file(article: ArticleId, state: &State) -> Vec<Effect> {
    let Some(document) = state.documents.get(&article) else { return Vec::new() };
    let [Format { extension, .. }, ..] = FORMATS;
    let name = file_name(&document.details().title, extension);
    vec![Effect::File(article, FileSyncTask::Choose { name })]
}

/// Writes the file of an article; does nothing where it has none. `is_overwriting` replaces
/// whatever is in the file.
fn write_file(article: &ArticleId, is_overwriting: bool, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let document = ctx.state.documents.get(article).filter(|_| file_of(article, ctx).is_some());
    let Some(snapshot) = document.map(to_snapshot) else { return Vec::new() };
    let (millis, changes) = (ctx.event.millis, ctx.export_status_of(article).changes);
    let task = FileSyncTask::Write { snapshot, millis, changes, is_overwriting };
    vec![Effect::File(article.clone(), task)]
}

/// Returns the file that is kept up to date with an article.
fn file_of(article: &ArticleId, state: &State) -> Option<SyncedFile> {
    state.records.setting(&settings::file_of(article)).and_then(settings::read_file)
}

/// Saves which file is kept up to date with an article; `None` for none.
fn keep_file(article: &ArticleId, file: Option<&SyncedFile>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.keep_setting(&settings::file_of(article), settings::write_file(file))
}
