//! Following the address of the page, and the article that is shown at the start. The very first
//! start adds the sample article.

use crate::{
    app::{
        Effect, ImportMsg, Mode, Msg, Route, SelectionOrigin,
        features::sample::{self, SAMPLE, SAMPLE_ID, SAMPLE_LANGUAGE},
        state::{Ctx, adding, new_document},
    },
    claim::shipped_tags,
    id::ArticleId,
    storage::settings,
    strings,
};

/// Adds the sample article, unless it is stored or was deleted. This is no act of the user, so
/// undo does not know it.
pub(in crate::app) fn add_sample(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let id = ArticleId::new(SAMPLE_ID)
        .filter(|id| !ctx.state.records.has_live_records(id) && !ctx.state.records.is_deleted(id));
    let Some(id) = id else { return Vec::new() };
    let tags = shipped_tags();
    let title = SAMPLE.lines().next().unwrap_or_default().to_owned();
    let language = Some(SAMPLE_LANGUAGE.to_owned());
    let added = ctx.event.time();
    let document = new_document(id, title, sample::blocks(), language, added, tags);
    ctx.apply(&adding(document, None, ctx.event), None)
}

/// Follows a change of the address, and saves which article is on screen. Where a dialog is
/// open, going back closes the dialog and leaves the article as it is.
pub(in crate::app) fn handle_route(address: &Route, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if !matches!(address, Route::Claim(..)) && ctx.state.mode.claim().is_some() {
        ctx.set_mode(Mode::Reading);
    }
    ctx.drop_refusal();
    if let Route::Add(query) = address {
        return add_by_address(query, ctx);
    }
    let mut effects = go_to(address, ctx);
    let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
    effects.extend(shown.and_then(|shown| ctx.remember_article(&shown)));
    effects
}

/// Closes all dialogs, and sets the address of the article on screen again.
pub(in crate::app) fn close_overlays(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let mut effects = ctx.close_window();
    ctx.send(Msg::Import(ImportMsg::Closed));
    let article = ctx.state.open.as_ref().map(|reading| reading.article.clone());
    effects.extend(article.map(|article| {
        Effect::SetRoute(match ctx.state.mode.claim().cloned() {
            Some(claim) => Route::Claim(article, claim),
            None => Route::Article(article),
        })
    }));
    effects
}

/// Opens the import dialog with the content of an address. The address of the article on screen
/// replaces it, so that going back does not open the dialog again.
pub(in crate::app) fn add_by_address(query: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let shown = ctx.state.open.as_ref().map(|reading| reading.article.clone());
    let shown = shown.map(|shown| Effect::SetRoute(Route::Article(shown)));
    ctx.send(Msg::Import(ImportMsg::OpenedFromUrl(query.to_owned())));
    shown.into_iter().collect()
}

/// Shows the article and the claim of an address. Where the address names no article that is
/// listed, shows the last one on screen or else the one added last, and notifies the user if
/// the address is wrong.
pub(in crate::app) fn go_to(address: &Route, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let (article, claim) = match address {
        Route::Home | Route::Unknown | Route::Add(_) => (None, None),
        Route::Article(article) => (Some(article), None),
        Route::Claim(article, claim) => (Some(article), Some(claim)),
    };
    let last =
        ctx.state.records.setting(settings::LAST_ARTICLE).and_then(settings::read_last_article);
    let is_listed = |id: &ArticleId| ctx.state.articles.iter().any(|row| row.id == *id);
    let is_missing =
        *address == Route::Unknown || article.is_some_and(|article| !is_listed(article));
    let wanted = article.cloned().into_iter().chain(last);
    let rows = ctx.state.articles.iter().map(|row| row.id.clone());
    let candidates: Vec<ArticleId> = wanted.filter(is_listed).chain(rows).collect();
    let mut effects = Vec::new();
    for candidate in candidates {
        if ctx.state.open.as_ref().is_some_and(|reading| reading.article == candidate) {
            break;
        }
        effects = ctx.show_article(&candidate);
        // `show_article` has no effects where the article cannot be read, so the next candidate
        // comes.
        if !effects.is_empty() {
            break;
        }
    }
    if is_missing {
        ctx.notify(strings::NO_SUCH_ADDRESS);
    } else if let Some(claim) = claim.filter(|claim| ctx.has_claim(claim)) {
        effects.extend(ctx.pick_claim(&claim.clone(), SelectionOrigin::Elsewhere));
    } else if claim.is_some() {
        ctx.notify(strings::NO_SUCH_CLAIM);
    }
    effects
}
