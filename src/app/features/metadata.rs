//! The metadata of the article on screen: title, byline, source and other details, the note about
//! it, and the two dialogs that show them or the memo of corrections. A text that is too long for a
//! detail is cut.

use std::rc::Rc;

use crate::{
    app::{Dialog, Effect, state::Ctx},
    article::{ArticleMetadata, MetadataField, truncate_field},
    edit::{Action, Change, Diff},
};

/// Writes the note of the article.
pub(in crate::app) fn write_article_note(note: String, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let before = ctx.document().map(|it| Rc::clone(it.details()));
    let Some(before) = before.filter(|before| before.note != note) else { return Vec::new() };
    let after = Rc::new(ArticleMetadata { note, ..before.as_ref().clone() });
    let change = Change::Details(Diff { before, after });
    ctx.commit_on_open_article(Action::ArticleNoteWritten, vec![change])
}

/// Opens the dialog with the details; does nothing where no article is open.
pub(in crate::app) fn show_details(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if ctx.document().is_some() {
        ctx.state.dialog = Some(Dialog::Details);
    }
    Vec::new()
}

/// Opens the dialog with the memo of corrections; does nothing where no article is open.
pub(in crate::app) fn show_corrections(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if ctx.document().is_some() {
        ctx.state.dialog = Some(Dialog::Corrections { said: None });
    }
    Vec::new()
}

/// Writes a detail of the article on screen; cuts the text to the length that
/// [`truncate_field`] allows.
pub(in crate::app) fn write_detail(
    metadata_field: MetadataField,
    text: &str,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let text = truncate_field(text);
    let before = ctx.document().map(|it| Rc::clone(it.details()));
    let Some(before) = before.filter(|it| it.detail(metadata_field) != text) else {
        return Vec::new();
    };
    let after = Rc::new(before.with(metadata_field, text.to_owned()));
    let change = Change::Details(Diff { before, after });
    ctx.commit_on_open_article(Action::DetailWritten(metadata_field), vec![change])
}
