//! Where the work is, and deleting it.

use crate::{
    app::{Deletion, Effect, StoresMsg, Survey, Window},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::ArticleId,
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    /// Takes note of something about what is stored.
    pub(super) fn change_stores(&mut self, msg: StoresMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            StoresMsg::Surveyed(survey) => self.show_stores(survey),
            StoresMsg::DeletionAsked(deletion) => self.ask_to_delete(deletion),
            StoresMsg::ExportedFirst(deletion) => self.export_first(deletion, stamp),
            StoresMsg::Deleted(deletion) => self.delete(deletion, stamp),
            StoresMsg::File(msg) => self.change_file(msg, stamp),
            StoresMsg::ClaimHistoryAsked(claim) => {
                self.history_of = Some(claim);
                vec![Effect::ReadHistory]
            }
            StoresMsg::HistoryRead(entries) => self.show_history(entries),
            StoresMsg::WentBack(name) => self.go_back_to(name.as_deref(), stamp),
            StoresMsg::OtherTaken(other) => self.take_other(&other, stamp),
            StoresMsg::OtherDropped(other) => self.drop_other(&other, stamp),
        }
    }

    fn show_stores(&mut self, survey: Survey) -> Vec<Effect> {
        self.window = Some(Window::Stores { survey, deleting: None });
        Vec::new()
    }

    fn ask_to_delete(&mut self, asked: Option<Deletion>) -> Vec<Effect> {
        if let Some(Window::Stores { deleting, .. }) = &mut self.window {
            *deleting = asked;
        }
        Vec::new()
    }

    /// How many claims there are in all articles.
    pub fn claim_count(&self) -> usize {
        let open = self.documents.values().map(Document::claim_count);
        open.sum::<usize>() + self.shelf.claim_count()
    }

    /// The articles that would go, the one on screen first: it comes back last, and is shown then.
    fn going(&self, deletion: Deletion) -> Vec<ArticleId> {
        let shown = self.reading.as_ref().map(|reading| &reading.article);
        let others = self.rows.iter().map(|row| &row.id).filter(|id| Some(*id) != shown);
        let others = others.filter(|_| deletion == Deletion::All);
        shown.into_iter().chain(others).cloned().collect()
    }

    fn export_first(&mut self, deletion: Deletion, stamp: Stamp) -> Vec<Effect> {
        self.export_all(&self.going(deletion), stamp)
    }

    /// Deletes articles, and shows another one.
    fn delete(&mut self, deletion: Deletion, stamp: Stamp) -> Vec<Effect> {
        self.window = None;
        let (act, said) = match deletion {
            Deletion::Article => (Act::ArticleDeleted, words::DELETED),
            Deletion::All => (Act::ArticlesDeleted, words::ALL_DELETED),
        };
        let effects = self.delete_articles(self.going(deletion), &act, stamp);
        self.remark(said);
        effects
    }

    /// Deletes these articles as one act, and shows another one where the one on screen is gone.
    pub(super) fn delete_articles(
        &mut self,
        articles: Vec<ArticleId>,
        act: &Act,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let (mut effects, at) = (Vec::new(), stamp.time());
        for article in articles {
            self.open(&article);
            let Some(document) = self.documents.get(&article).cloned() else { continue };
            let change = Change::Article(Swap { before: Some(Box::new(document)), after: None });
            let edit = Edit { act: act.clone(), article, at, changes: vec![change] };
            effects.extend(self.act(&edit, stamp));
        }
        if self.reading.is_none() {
            effects.extend(self.show_another());
        }
        effects
    }
}
