//! The dialog that shows where the work is stored, and the deletion of articles from it. It also
//! passes messages about the file on disk, the history and conflicts to their modules. Deleting is
//! an edit for each article, so the user can undo it.

use crate::{
    app::{Deletion, Dialog, Effect, StorageMsg, StorageReport},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::ArticleId,
    strings,
};

use super::Workspace;

impl Workspace {
    /// Handles a message about stored data.
    pub(super) fn change_stores(&mut self, msg: StorageMsg, context: EventContext) -> Vec<Effect> {
        match msg {
            StorageMsg::StorageReported(storage_report) => self.show_stores(storage_report),
            StorageMsg::DeletionAsked(deletion) => self.ask_to_delete(deletion),
            StorageMsg::ExportedFirst(deletion) => self.export_first(deletion, context),
            StorageMsg::Deleted(deletion) => self.delete(deletion, context),
            StorageMsg::File(msg) => self.change_file(msg, context),
            StorageMsg::ClaimHistoryAsked(claim) => {
                self.claim_history_for = Some(claim);
                vec![Effect::ReadHistory]
            }
            StorageMsg::HistoryRead(entries) => self.show_history(entries),
            StorageMsg::RestoredTo(name) => self.restore_to(name.as_deref(), context),
            StorageMsg::ConflictAccepted(other) => self.accept_conflict(&other, context),
            StorageMsg::ConflictDismissed(other) => self.dismiss_conflict(&other, context),
        }
    }

    /// Opens the dialog with a report on the stores.
    fn show_stores(&mut self, storage_report: StorageReport) -> Vec<Effect> {
        self.window = Some(Dialog::Stores { storage_report, deleting: None });
        Vec::new()
    }

    /// Shows in the dialog what a deletion would remove; `None` closes this question.
    fn ask_to_delete(&mut self, asked: Option<Deletion>) -> Vec<Effect> {
        if let Some(Dialog::Stores { deleting, .. }) = &mut self.window {
            *deleting = asked;
        }
        Vec::new()
    }

    /// Returns how many claims there are in all articles.
    pub fn claim_count(&self) -> usize {
        let open = self.documents.values().map(Document::claim_count);
        open.sum::<usize>() + self.records.claim_count()
    }

    /// Returns the articles that a deletion removes, the one on screen first: an undo restores it
    /// last, and then shows it.
    fn articles_to_delete(&self, deletion: Deletion) -> Vec<ArticleId> {
        let shown = self.open.as_ref().map(|reading| &reading.article);
        let others = self.articles.iter().map(|row| &row.id).filter(|id| Some(*id) != shown);
        let others = others.filter(|_| deletion == Deletion::All);
        shown.into_iter().chain(others).cloned().collect()
    }

    /// Exports the articles that a deletion would remove.
    fn export_first(&mut self, deletion: Deletion, context: EventContext) -> Vec<Effect> {
        self.export_all(&self.articles_to_delete(deletion), context)
    }

    /// Deletes articles, and shows a notice.
    fn delete(&mut self, deletion: Deletion, context: EventContext) -> Vec<Effect> {
        self.window = None;
        let (action, said) = match deletion {
            Deletion::Article => (Action::ArticleDeleted, strings::DELETED),
            Deletion::All => (Action::ArticlesDeleted, strings::ALL_DELETED),
        };
        let effects = self.delete_articles(self.articles_to_delete(deletion), &action, context);
        self.notify(said);
        effects
    }

    /// Deletes articles in edits that one undo takes back together, and shows another article where
    /// the one on screen is deleted.
    pub(super) fn delete_articles(
        &mut self,
        articles: Vec<ArticleId>,
        action: &Action,
        context: EventContext,
    ) -> Vec<Effect> {
        let (mut effects, at) = (Vec::new(), context.time());
        for article in articles {
            self.load(&article);
            let Some(document) = self.documents.get(&article).cloned() else { continue };
            let change = Change::Article(Diff { before: Some(Box::new(document)), after: None });
            let edit = Edit { action: action.clone(), article, at, changes: vec![change] };
            effects.extend(self.commit(&edit, context));
        }
        if self.open.is_none() {
            effects.extend(self.show_another());
        }
        effects
    }
}
