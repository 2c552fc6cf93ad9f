//! The metadata of the article on screen: title, byline, source and other details, and the two
//! dialogs that show them or the memo of corrections. A text that is too long for a detail is cut.
//! A new title also reaches the browser and the list of articles.

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
    /// Opens the dialog with the details; does nothing where no article is open.
    pub(super) fn show_details(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Dialog::Details);
        }
        Vec::new()
    }

    /// Opens the dialog with the memo of corrections; does nothing where no article is open.
    pub(super) fn show_corrections(&mut self) -> Vec<Effect> {
        if self.document().is_some() {
            self.window = Some(Dialog::Corrections { said: None });
        }
        Vec::new()
    }

    /// Writes a detail of the article on screen; cuts the text to the length that
    /// [`truncate_field`] allows.
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

    /// Updates the list of articles after an edit of the title or of the archived mark. Returns the
    /// effect that shows the title in the browser, for the article on screen only.
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
