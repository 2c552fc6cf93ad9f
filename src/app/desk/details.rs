//! What is known of the article on screen besides its text.

use std::rc::Rc;

use crate::{
    app::{Effect, Window},
    article::{Detail, Details, within_detail},
    edit::{Act, Change, Swap},
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    pub(super) fn show_details(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Window::Details);
        }
        Vec::new()
    }

    pub(super) fn show_memo(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Window::Memo { said: None });
        }
        Vec::new()
    }

    /// Writes something that is known of the article on screen, as far as it is not too long.
    pub(super) fn write_detail(&mut self, detail: Detail, text: &str, stamp: Stamp) -> Vec<Effect> {
        let text = within_detail(text);
        let before = self.document().map(|it| Rc::clone(it.details()));
        let Some(before) = before.filter(|it| it.detail(detail) != text) else { return Vec::new() };
        let after = Rc::new(before.with(detail, text.to_owned()));
        let change = Change::Details(Swap { before, after });
        self.act_on_document(Act::DetailWritten(detail), vec![change], stamp)
    }

    /// Shows a title in the browser's own places, and in the list of articles, where an edit has
    /// changed it.
    pub(super) fn follow_title(&mut self, before: &Details, after: &Details) -> Option<Effect> {
        if before.title == after.title && before.is_archived == after.is_archived {
            return None;
        }
        self.list_articles();
        let is_shown = self.reading.as_ref().is_some_and(|it| it.article == after.id);
        is_shown.then(|| Effect::ShowTitle(words::title_of(&after.title).to_owned()))
    }
}
