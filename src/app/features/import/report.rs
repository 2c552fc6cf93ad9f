//! What an import tells the user: why a file was refused, and the report on a batch.

use crate::{
    app::{
        Effect, Field, Notice, NoticeKind, Route,
        features::import::model::{BatchImport, Import, PendingImport},
        state::Ctx,
    },
    strings,
};

impl Import {
    /// Adds an imported article in a later step.
    pub(in crate::app) fn defer_import(&mut self, pending: PendingImport) -> Vec<Effect> {
        self.pending.push(pending);
        vec![Effect::ScheduleTick]
    }

    /// Returns whether articles of a batch still wait to be added.
    fn has_more_to_add(&self) -> bool {
        self.pending.iter().any(PendingImport::is_batch)
    }

    /// Adds reasons why files were refused, and shows the report if the batch is complete.
    pub(in crate::app) fn fail_files(
        &mut self,
        why: impl IntoIterator<Item = String>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        self.batch.problems.extend(why);
        self.report_batch(ctx)
    }

    /// Shows the report on the whole batch, once no file is being read and no article waits to be
    /// added.
    pub(in crate::app) fn report_batch(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        if !self.batch.pending_file.is_empty() || self.has_more_to_add() {
            return Vec::new();
        }
        let BatchImport { opened, read, problems, .. } = std::mem::take(&mut self.batch);
        let weight = match (problems.as_slice(), read) {
            ([], 0) => NoticeKind::Remark,
            ([], _) => NoticeKind::BatchImported,
            (_, 0) => NoticeKind::Alert,
            _ => NoticeKind::BatchPartlyImported,
        };
        let text = strings::batch_report(opened, read, &problems);
        ctx.state.notice = Some(Notice { text, weight });
        let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
        shown.map(|shown| Effect::SetRoute(Route::Article(shown))).into_iter().collect()
    }

    /// Shows why a file was refused: in the import dialog where it is open, otherwise as a notice.
    pub(in crate::app) fn refuse_file(&mut self, text: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        match &mut self.dialog {
            Some(dialog) => {
                dialog.problem = Some(text);
                Vec::new()
            }
            None => ctx.notify_error(text),
        }
    }

    /// Shows why the content of the dialog cannot be read; closes the dialog if it was open for the
    /// file only.
    pub(in crate::app) fn refuse_read(&mut self, why: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.dialog.take_if(|dialog| dialog.is_file_only);
        if let Some(dialog) = &mut self.dialog {
            dialog.file = None;
            dialog.add_when_ready = false;
        }
        self.refuse_file(why, ctx)
    }
}

/// Empties the draft in the text field, because it has become an article. Where a file became
/// one, the draft stays.
pub(in crate::app) fn clear_draft(is_file: bool, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if is_file { Vec::new() } else { ctx.set_draft(&Field::Article, String::new()) }
}
