//! The count of changes that no file has yet, for each article, and the time of its last export. An
//! event that makes, undoes or redoes a step counts as one change; typing that joins a step does
//! not count again. The counts are settings, so they last over reloads.

use crate::{
    app::Effect,
    event_context::EventContext,
    id::ArticleId,
    storage::settings::{self, ExportStatus},
};

use super::Workspace;

impl Workspace {
    /// Returns how many changes of the article on screen are in no file, and when it was exported
    /// last.
    pub fn export_status(&self) -> ExportStatus {
        self.open
            .as_ref()
            .map(|reading| self.export_status_of(&reading.article))
            .unwrap_or_default()
    }

    /// Counts one more change if this event changed an article, and schedules the write of its file
    /// on disk.
    pub(super) fn count_change(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(article) = self.edited_article.take() else { return Vec::new() };
        let ExportStatus { changes, exported } = self.export_status_of(&article);
        let mut effects = self.schedule_file_write(&article);
        let export_status = ExportStatus { changes: changes + 1, exported };
        effects.extend(self.save_export_status(&article, &export_status, context));
        effects
    }

    /// Records that a file now has everything that is in an article.
    pub(super) fn note_export(
        &mut self,
        article: &ArticleId,
        context: EventContext,
    ) -> Vec<Effect> {
        let export_status = ExportStatus { changes: 0, exported: Some(context.time()) };
        self.save_export_status(article, &export_status, context)
    }

    /// Returns how many changes of an article are in no file, and when it was exported last.
    pub(super) fn export_status_of(&self, article: &ArticleId) -> ExportStatus {
        let kept = self.records.setting(&settings::export_status_of(article));
        kept.map(settings::read_export_status).unwrap_or_default()
    }

    /// Saves the export status of an article.
    pub(super) fn save_export_status(
        &mut self,
        article: &ArticleId,
        export_status: &ExportStatus,
        context: EventContext,
    ) -> Vec<Effect> {
        let members = settings::write_export_status(export_status);
        self.keep_setting(&settings::export_status_of(article), members, context)
    }
}
