//! What is known of the article on screen besides its text.

use std::rc::Rc;

use crate::{
    app::{Dialog, Effect},
    article::{ArticleMetadata, MetadataField, truncate_field},
    edit::{Action, Change, Diff},
    event_context::EventContext,
    strings,
};

use super::Workspace;

impl Workspace {
    pub(super) fn show_details(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Dialog::Details);
        }
        Vec::new()
    }

    pub(super) fn show_memo(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Dialog::Corrections { said: None });
        }
        Vec::new()
    }

    /// Writes something that is known of the article on screen, as far as it is not too long.
    pub(super) fn write_detail(
        &mut self,
        metadata_field: MetadataField,
        text: &str,
        context: EventContext,
    ) -> Vec<Effect> {
        let text = truncate_field(text);
        let before = self.document().map(|it| Rc::clone(it.details()));
        let Some(before) = before.filter(|it| it.detail(metadata_field) != text) else {
            return Vec::new();
        };
        let after = Rc::new(before.with(metadata_field, text.to_owned()));
        let change = Change::Details(Diff { before, after });
        self.commit_on_open_article(Action::DetailWritten(metadata_field), vec![change], context)
    }

    /// Shows a title in the browser's own places, and in the list of articles, where an edit has
    /// changed it.
    pub(super) fn follow_title(
        &mut self,
        before: &ArticleMetadata,
        after: &ArticleMetadata,
    ) -> Option<Effect> {
        if before.title == after.title && before.is_archived == after.is_archived {
            return None;
        }
        self.list_articles();
        let is_shown = self.open.as_ref().is_some_and(|it| it.article == after.id);
        is_shown.then(|| Effect::SetDocumentTitle(strings::title_of(&after.title).to_owned()))
    }
}
