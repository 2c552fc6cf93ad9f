//! Where the work is, and deleting it.

use crate::{
    app::{Effect, StoresMsg, Survey, Window},
    edit::{Act, Change, Edit, Swap},
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    /// Takes note of something about what is stored.
    pub(super) fn change_stores(&mut self, msg: StoresMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            StoresMsg::Surveyed(survey) => self.show_stores(survey),
            StoresMsg::DeletionAsked => self.ask_to_delete(),
            StoresMsg::ArticleDeleted => self.delete_article(stamp),
            StoresMsg::HistoryRead(entries) => self.show_history(entries),
            StoresMsg::WentBack(name) => self.go_back_to(name.as_deref(), stamp),
            StoresMsg::OtherTaken(other) => self.take_other(&other, stamp),
            StoresMsg::OtherDropped(other) => self.drop_other(&other, stamp),
        }
    }

    fn show_stores(&mut self, survey: Survey) -> Vec<Effect> {
        self.window = Some(Window::Stores { survey, is_deleting: false });
        Vec::new()
    }

    fn ask_to_delete(&mut self) -> Vec<Effect> {
        if let Some(Window::Stores { is_deleting, .. }) = &mut self.window {
            *is_deleting = !*is_deleting;
        }
        Vec::new()
    }

    /// Deletes the article on screen, and shows another one.
    fn delete_article(&mut self, stamp: Stamp) -> Vec<Effect> {
        self.window = None;
        let Some(document) = self.document().cloned() else { return Vec::new() };
        let article = document.details().id.clone();
        let change = Change::Article(Swap { before: Some(Box::new(document)), after: None });
        let (act, at) = (Act::ArticleDeleted, stamp.time());
        let mut effects = self.act(&Edit { act, article, at, changes: vec![change] }, stamp);
        effects.extend(self.show_another());
        self.remark(words::DELETED);
        effects
    }
}
