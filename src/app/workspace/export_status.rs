//! Counting the changes that no file has yet.

use crate::{
    app::Effect,
    event_context::EventContext,
    id::ArticleId,
    storage::settings::{self, ExportStatus},
};

use super::Workspace;

impl Workspace {
    /// How many changes of the article on screen are in no file, and when it was exported last.
    pub fn export_status(&self) -> ExportStatus {
        self.open.as_ref().map(|reading| self.unsent_of(&reading.article)).unwrap_or_default()
    }

    /// Counts one more change, if there was one.
    pub(super) fn count_change(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(article) = self.edited_article.take() else { return Vec::new() };
        let ExportStatus { changes, exported } = self.unsent_of(&article);
        let mut effects = self.schedule_file_write(&article);
        let export_status = ExportStatus { changes: changes + 1, exported };
        effects.extend(self.keep_unsent(&article, &export_status, context));
        effects
    }

    /// Takes note that a file has all that is in an article.
    pub(super) fn note_export(
        &mut self,
        article: &ArticleId,
        context: EventContext,
    ) -> Vec<Effect> {
        let export_status = ExportStatus { changes: 0, exported: Some(context.time()) };
        self.keep_unsent(article, &export_status, context)
    }

    pub(super) fn unsent_of(&self, article: &ArticleId) -> ExportStatus {
        let kept = self.records.setting(&settings::unsent_of(article));
        kept.map(settings::read_unsent).unwrap_or_default()
    }

    pub(super) fn keep_unsent(
        &mut self,
        article: &ArticleId,
        export_status: &ExportStatus,
        context: EventContext,
    ) -> Vec<Effect> {
        let members = settings::write_unsent(export_status);
        self.keep_setting(&settings::unsent_of(article), members, context)
    }
}
