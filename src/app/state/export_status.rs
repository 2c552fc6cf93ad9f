//! The count of changes that no file has yet, for each article, and the time of its last export. An
//! event that makes, undoes or redoes a step counts as one change; typing that joins a step does
//! not count again. The counts are settings, so they last over reloads.

use crate::{
    app::{
        Effect,
        state::{Ctx, State},
    },
    id::ArticleId,
    storage::settings::{self, ExportStatus},
};

impl State {
    /// Returns how many changes of the article on screen are in no file, and when it was exported
    /// last.
    pub(in crate::app) fn export_status(&self) -> ExportStatus {
        self.open
            .as_ref()
            .map(|reading| self.export_status_of(&reading.article))
            .unwrap_or_default()
    }

    /// Returns how many changes of an article are in no file, and when it was exported last.
    pub(in crate::app) fn export_status_of(&self, article: &ArticleId) -> ExportStatus {
        let kept = self.records.setting(&settings::export_status_of(article));
        kept.map(settings::read_export_status).unwrap_or_default()
    }
}

impl Ctx<'_> {
    /// Counts one more change of an article.
    pub(in crate::app) fn count_change(&mut self, article: &ArticleId) -> Vec<Effect> {
        let ExportStatus { changes, exported } = self.export_status_of(article);
        self.save_export_status(article, &ExportStatus { changes: changes + 1, exported })
    }

    /// Records that a file now has everything that is in an article.
    pub(in crate::app) fn note_export(&mut self, article: &ArticleId) -> Vec<Effect> {
        let export_status = ExportStatus { changes: 0, exported: Some(self.event.time()) };
        self.save_export_status(article, &export_status)
    }

    /// Saves the export status of an article.
    pub(in crate::app) fn save_export_status(
        &mut self,
        article: &ArticleId,
        export_status: &ExportStatus,
    ) -> Vec<Effect> {
        let members = settings::write_export_status(export_status);
        self.keep_setting(&settings::export_status_of(article), members)
    }
}
