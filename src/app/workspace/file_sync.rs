//! Keeping a file on disk up to date with an article. The workspace remembers the name of the file
//! and the time of the last write; the platform holds the file itself. Several changes are written
//! together after a short wait. A file that another program has changed is overwritten only when
//! the user asks for that.

use crate::{
    app::{Effect, FileSyncMsg, FileSyncTask, SyncOutcome, SyncState},
    event_context::EventContext,
    export::{FORMATS, Format, file_name},
    id::ArticleId,
    storage::{
        settings::{self, ExportStatus, SyncedFile},
        to_snapshot,
    },
};

use super::{OpenArticle, Workspace};

impl Workspace {
    /// Returns the file that is kept up to date with the article on screen, and its state; `None`
    /// where the user has chosen no file.
    pub fn kept_file(&self) -> Option<(SyncedFile, SyncState)> {
        let reading = self.open.as_ref()?;
        Some((self.file_of(&reading.article)?, reading.file.clone()))
    }

    /// Handles a message about the file of an article.
    pub(super) fn change_file(&mut self, msg: FileSyncMsg, context: EventContext) -> Vec<Effect> {
        let shown = self.open.as_ref().map(|reading| reading.article.clone());
        match (msg, shown) {
            (FileSyncMsg::Chosen { article, name }, _) => {
                let file = SyncedFile { name, written: None };
                let mut effects = self.keep_file(&article, Some(&file), context);
                effects.extend(self.write_file(&article, true, context));
                effects
            }
            (FileSyncMsg::WriteDue(article), _) => {
                if let Some(reading) = self.reading_of(&article) {
                    reading.is_file_due = false;
                }
                self.write_file(&article, false, context)
            }
            (FileSyncMsg::Finished(article, outcome), _) => {
                self.handle_sync_outcome(&article, outcome, context)
            }
            (FileSyncMsg::ChoiceAsked, Some(article)) => self.choose_file(article),
            (FileSyncMsg::PermissionAsked, Some(article)) => {
                vec![Effect::File(article, FileSyncTask::Ask)]
            }
            (FileSyncMsg::OverwriteAsked, Some(article)) => {
                self.write_file(&article, true, context)
            }
            (FileSyncMsg::Dropped, Some(article)) => self.keep_file(&article, None, context),
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
    pub(super) fn schedule_file_write(&mut self, article: &ArticleId) -> Vec<Effect> {
        let is_kept = self.file_of(article).is_some();
        let Some(reading) = self.reading_of(article).filter(|_| is_kept) else { return Vec::new() };
        if std::mem::replace(&mut reading.is_file_due, true) {
            return Vec::new();
        }
        vec![Effect::File(article.clone(), FileSyncTask::Wait)]
    }

    /// Checks the file of an article that has just been shown, because some browsers forget the
    /// permission to write it. If the file lacks changes, schedules a write instead.
    pub(super) fn check_file(&mut self, article: &ArticleId) -> Vec<Effect> {
        if self.file_of(article).is_none() {
            return Vec::new();
        }
        if self.export_status_of(article).changes > 0 {
            return self.schedule_file_write(article);
        }
        vec![Effect::File(article.clone(), FileSyncTask::Check)]
    }

    /// Asks the user to choose a file for an article, and offers a name made of its title.
    fn choose_file(&self, article: ArticleId) -> Vec<Effect> {
        let Some(document) = self.documents.get(&article) else { return Vec::new() };
        let [Format { extension, .. }, ..] = FORMATS;
        let name = file_name(&document.details().title, extension);
        vec![Effect::File(article, FileSyncTask::Choose { name })]
    }

    /// Writes the file of an article; does nothing where it has none. `is_overwriting` replaces
    /// whatever is in the file.
    fn write_file(
        &mut self,
        article: &ArticleId,
        is_overwriting: bool,
        context: EventContext,
    ) -> Vec<Effect> {
        let document = self.documents.get(article).filter(|_| self.file_of(article).is_some());
        let Some(snapshot) = document.map(to_snapshot) else { return Vec::new() };
        let (millis, changes) = (context.millis, self.export_status_of(article).changes);
        let task = FileSyncTask::Write { snapshot, millis, changes, is_overwriting };
        vec![Effect::File(article.clone(), task)]
    }

    /// Records the outcome of a check or a write. After a write, the changes that were not in it
    /// still count as in no file.
    fn handle_sync_outcome(
        &mut self,
        article: &ArticleId,
        outcome: SyncOutcome,
        context: EventContext,
    ) -> Vec<Effect> {
        let state = match &outcome {
            SyncOutcome::Written(_) => SyncState::UpToDate,
            SyncOutcome::State(state) => state.clone(),
        };
        if let Some(reading) = self.reading_of(article) {
            reading.file = state;
        }
        let (SyncOutcome::Written(packed), Some(file)) = (outcome, self.file_of(article)) else {
            return Vec::new();
        };
        let written = Some(context.time());
        let mut effects = self.keep_file(article, Some(&SyncedFile { written, ..file }), context);
        let changes = self.export_status_of(article).changes.saturating_sub(packed);
        effects.extend(self.save_export_status(
            article,
            &ExportStatus { changes, exported: written },
            context,
        ));
        effects
    }

    /// Returns the article on screen if it is this one.
    fn reading_of(&mut self, article: &ArticleId) -> Option<&mut OpenArticle> {
        self.open.as_mut().filter(|reading| reading.article == *article)
    }

    /// Returns the file that is kept up to date with an article.
    fn file_of(&self, article: &ArticleId) -> Option<SyncedFile> {
        self.records.setting(&settings::file_of(article)).and_then(settings::read_file)
    }

    /// Saves which file is kept up to date with an article; `None` for none.
    fn keep_file(
        &mut self,
        article: &ArticleId,
        file: Option<&SyncedFile>,
        context: EventContext,
    ) -> Vec<Effect> {
        self.keep_setting(&settings::file_of(article), settings::write_file(file), context)
    }
}
