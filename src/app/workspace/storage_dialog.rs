//! Where the work is, and deleting it.

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
    /// Takes note of something about what is stored.
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

    fn show_stores(&mut self, storage_report: StorageReport) -> Vec<Effect> {
        self.window = Some(Dialog::Stores { storage_report, deleting: None });
        Vec::new()
    }

    fn ask_to_delete(&mut self, asked: Option<Deletion>) -> Vec<Effect> {
        if let Some(Dialog::Stores { deleting, .. }) = &mut self.window {
            *deleting = asked;
        }
        Vec::new()
    }

    /// How many claims there are in all articles.
    pub fn claim_count(&self) -> usize {
        let open = self.documents.values().map(Document::claim_count);
        open.sum::<usize>() + self.records.claim_count()
    }

    /// The articles that would go, the one on screen first: it comes back last, and is shown then.
    fn articles_to_delete(&self, deletion: Deletion) -> Vec<ArticleId> {
        let shown = self.open.as_ref().map(|reading| &reading.article);
        let others = self.articles.iter().map(|row| &row.id).filter(|id| Some(*id) != shown);
        let others = others.filter(|_| deletion == Deletion::All);
        shown.into_iter().chain(others).cloned().collect()
    }

    fn export_first(&mut self, deletion: Deletion, context: EventContext) -> Vec<Effect> {
        self.export_all(&self.articles_to_delete(deletion), context)
    }

    /// Deletes articles, and shows another one.
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

    /// Deletes these articles as one act, and shows another one where the one on screen is gone.
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
