//! The library dialog: a searchable list of all articles, and acts on several of them at once. The
//! list keeps an entry as long as the article has not changed, since building one reads the whole
//! article.

use std::rc::Rc;

use crate::{
    app::{
        Dialog, Effect, Field, FocusTarget, HitLocation, Library, LibraryEntry, LibraryMsg,
        LibraryStatus, Msg, Route, SelectionOrigin,
        state::{Ctx, State},
    },
    article::ArticleMetadata,
    edit::{Action, Change, Diff, Edit},
    id::ArticleId,
    strings,
};

/// Opens the library.
pub(in crate::app) fn show_library(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = Some(Dialog::Library(Library::default()));
    refresh_library(ctx);
    Vec::new()
}

/// Brings the entries of the library up to date; does nothing where it is closed.
fn refresh_library(ctx: &mut Ctx<'_>) {
    let Some(Dialog::Library(library)) = &ctx.state.dialog else { return };
    let last_modified = ctx.state.records.last_writes();
    let entries = ctx.state.articles.iter().filter_map(|row| {
        let last_modified = last_modified.get(&row.id).copied().unwrap_or(0);
        library.entry(&row.id, last_modified).or_else(|| {
            let open = ctx.state.documents.get(&row.id).cloned();
            let document = open.or_else(|| ctx.state.records.load_deleted(&row.id))?;
            Some(Rc::new(LibraryEntry::new(document, last_modified)))
        })
    });
    let entries = entries.collect();
    let query = ctx.typed(&Field::Library).to_owned();
    if let Some(Dialog::Library(library)) = &mut ctx.state.dialog {
        library.set_entries(entries, &query);
    }
}

/// Handles a message about the library, or about the metadata of the article on screen.
pub(in crate::app) fn change_library(msg: LibraryMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        LibraryMsg::Searched(query) => {
            let effects = ctx.set_draft(&Field::Library, query);
            change_list(|_| {}, ctx);
            effects
        }
        LibraryMsg::Ordered(order) => change_list(|library| library.order = order, ctx),
        LibraryMsg::FilterChosen(which) => change_list(|library| library.which = which, ctx),
        LibraryMsg::Unfolded => change_list(Library::show_all, ctx),
        LibraryMsg::SelectionToggled(article) => {
            change_list(|it| it.toggle_selection(article), ctx)
        }
        LibraryMsg::PicksTurned => {
            // The long list shows all rows first, so that the user sees every article that
            // becomes selected.
            change_list(Library::show_all, ctx);
            change_list(Library::toggle_select_all, ctx)
        }
        LibraryMsg::Opened(article, found) => open_found(&article, &found, ctx),
        LibraryMsg::Archived => archive_picked(ctx),
        LibraryMsg::Deleted => delete_picked(ctx),
        LibraryMsg::Exported => {
            let articles = picked(ctx);
            ctx.send(Msg::ExportRequested(articles));
            Vec::new()
        }
        LibraryMsg::ListChanged => {
            refresh_library(ctx);
            Vec::new()
        }
        LibraryMsg::StatusShown(status) => {
            refresh_library(ctx);
            set_library_status(status, ctx).into_iter().collect()
        }
        // Other features handle these.
        LibraryMsg::DetailTyped(..)
        | LibraryMsg::NoteTyped(_)
        | LibraryMsg::ArchiveDownloaded { .. } => Vec::new(),
    }
}

/// Changes the list of the library, and searches and sorts it again; does nothing where it is
/// closed.
fn change_list(change: impl FnOnce(&mut Library), ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let query = ctx.typed(&Field::Library).to_owned();
    if let Some(Dialog::Library(library)) = &mut ctx.state.dialog {
        library.said = None;
        change(library);
        library.refresh(&query);
    }
    Vec::new()
}

/// Opens an article at the place where the search found something.
fn open_found(article: &ArticleId, found: &HitLocation, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let mut effects = ctx.open_from_list(article);
    if !ctx.state.documents.contains_key(article) {
        refresh_library(ctx);
        if let Some(Dialog::Library(library)) = &mut ctx.state.dialog {
            library.said = Some(LibraryStatus::Info(strings::NOT_HERE_ANY_MORE.to_owned()));
        }
        return effects;
    }
    match found {
        HitLocation::Details | HitLocation::Source => {}
        HitLocation::Block(block) => effects.extend(ctx.go_to_block(block)),
        HitLocation::Claim(claim, _) => {
            effects.extend(ctx.pick_claim(claim, SelectionOrigin::Elsewhere));
        }
    }
    effects
}

/// Returns the articles that are selected in the library.
fn picked(state: &State) -> Vec<ArticleId> {
    match &state.dialog {
        Some(Dialog::Library(library)) => library.selected.clone(),
        _ => Vec::new(),
    }
}

/// Archives the selected articles or, where all of them are archived, brings them back.
fn archive_picked(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let picked = picked(ctx);
    let Some(Dialog::Library(library)) = &mut ctx.state.dialog else { return Vec::new() };
    let is_archived = !library.is_picked_archived();
    library.selected.clear();
    let action = if is_archived { Action::ArticleArchived } else { Action::ArticleUnarchived };
    let mut effects = Vec::new();
    for article in &picked {
        ctx.load(article);
        let Some(document) = ctx.state.documents.get(article) else { continue };
        let before = Rc::clone(document.details());
        let after = Rc::new(ArticleMetadata { is_archived, ..before.as_ref().clone() });
        let changes = vec![Change::Details(Diff { before, after })];
        let (action, article, at) = (action.clone(), article.clone(), ctx.event.time());
        effects.extend(ctx.commit(&Edit { action, article, at, changes }));
    }
    refresh_library(ctx);
    effects.extend(set_library_status(
        LibraryStatus::Done(strings::archived(picked.len(), is_archived)),
        ctx,
    ));
    effects
}

/// Deletes the articles that are selected in the library; one undo brings all of them back.
fn delete_picked(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let picked = picked(ctx);
    let action = if picked.len() == 1 { Action::ArticleDeleted } else { Action::ArticlesDeleted };
    let mut effects = ctx.delete_articles(picked.clone(), &action);
    let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
    effects.extend(shown.map(|shown| Effect::SetRoute(Route::Article(shown))));
    refresh_library(ctx);
    effects.extend(set_library_status(
        LibraryStatus::Done(strings::articles_deleted(picked.len())),
        ctx,
    ));
    effects
}

/// Shows the outcome of an act in the library, and returns the effect that moves the focus to
/// the list. The button of the act may be gone, and in the search field the undo key would undo
/// the typing there.
fn set_library_status(said: LibraryStatus, ctx: &mut Ctx<'_>) -> Option<Effect> {
    let Some(Dialog::Library(library)) = &mut ctx.state.dialog else { return None };
    library.said = Some(said);
    Some(Effect::Focus(FocusTarget::Library))
}
