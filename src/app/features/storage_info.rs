//! The dialog that shows where the work is stored, and the deletion of articles from it. Deleting is
//! an edit for each article, so the user can undo it.

use crate::{
    app::{
        Deletion, Dialog, Effect, Msg, StorageReport,
        state::{Ctx, State},
    },
    edit::Action,
    id::ArticleId,
    strings,
};

/// Opens the dialog with a report on the stores.
pub(in crate::app) fn show_stores(storage_report: StorageReport, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = Some(Dialog::Stores { storage_report, deleting: None });
    Vec::new()
}

/// Shows in the dialog what a deletion would remove; `None` closes this question.
pub(in crate::app) fn ask_to_delete(asked: Option<Deletion>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if let Some(Dialog::Stores { deleting, .. }) = &mut ctx.state.dialog {
        *deleting = asked;
    }
    Vec::new()
}

/// Returns the articles that a deletion removes, the one on screen first: an undo restores it
/// last, and then shows it.
fn articles_to_delete(deletion: Deletion, state: &State) -> Vec<ArticleId> {
    let shown = state.open.as_ref().map(|reading| &reading.article);
    let others = state.articles.iter().map(|row| &row.id).filter(|id| Some(*id) != shown);
    let others = others.filter(|_| deletion == Deletion::All);
    shown.into_iter().chain(others).cloned().collect()
}

/// Exports the articles that a deletion would remove.
pub(in crate::app) fn export_first(deletion: Deletion, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let articles = articles_to_delete(deletion, ctx);
    ctx.send(Msg::ExportRequested(articles));
    Vec::new()
}

/// Deletes articles, and shows a notice.
pub(in crate::app) fn delete(deletion: Deletion, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = None;
    let (action, said) = match deletion {
        Deletion::Article => (Action::ArticleDeleted, strings::DELETED),
        Deletion::All => (Action::ArticlesDeleted, strings::ALL_DELETED),
    };
    let effects = ctx.delete_articles(articles_to_delete(deletion, ctx), &action);
    ctx.notify(said);
    effects
}
