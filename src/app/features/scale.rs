//! The scale of the article on screen: choosing one, and making and editing a custom one. A
//! built-in scale never changes; the user edits a custom copy of it. Verdicts keep the words that
//! they were given with, whatever becomes of the scale. Custom scales stay on offer in all
//! articles.

use std::rc::Rc;

use crate::{
    app::{
        Dialog, Effect, FocusTarget, ScaleMsg,
        state::{Ctx, REASONS_OFF, State, join_batches},
    },
    claim::{BUILTIN_SCALES, NumberInput, Rating, Scale, normalize_label},
    edit::{Action, Change, Diff},
    json::JsonObject,
    sorted_vec,
    storage::settings,
    strings,
    text::slug,
};

/// Handles a message about the scale, and saves a custom scale that it has changed.
pub(in crate::app) fn change_scale(msg: ScaleMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    set_scale_status(None, ctx);
    let before = ctx.document().map(|it| Rc::clone(it.scale()));
    let mut effects = handle_scale_msg(msg, ctx);
    let after = ctx.document().map(|it| Rc::clone(it.scale()));
    if let (Some(before), Some(after)) = (before, after) {
        for effect in save_custom_scale(&before, &after, ctx) {
            join_batches(&mut effects, effect);
        }
    }
    effects
}

/// Handles a message about the scale, without saving custom scales.
fn handle_scale_msg(msg: ScaleMsg, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    match msg {
        ScaleMsg::Asked => show_scale(ctx),
        ScaleMsg::Chosen(scale) => choose_scale(scale, ctx),
        ScaleMsg::Customized => customize_scale(ctx),
        ScaleMsg::Named(label) => edit_scale(ctx, |scale| scale.label = label),
        ScaleMsg::RatingAdded(label) => add_rating(&label, ctx),
        ScaleMsg::RatingLabelled(id, label) => edit_rating(&id, ctx, |rating| rating.label = label),
        ScaleMsg::RatingNumbered(id, text) => number_rating(&id, &text, ctx),
        ScaleMsg::RatingMovedUp(id) => move_rating_up(&id, ctx),
        ScaleMsg::RatingRemoved(id) => remove_rating(&id, ctx),
        ScaleMsg::ChosenForNew => choose_scale_for_new(ctx),
        ScaleMsg::ReasonPromptToggled => {
            let off = ctx.asks_for_reasons().then(|| (REASONS_OFF.to_owned(), true.into()));
            ctx.keep_setting(settings::REASONS, off.into_iter().collect())
        }
    }
}

/// Opens the dialog with the scale, which offers the built-in scales and those of the user and
/// of all articles.
fn show_scale(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.history.end_typing();
    if let Some(document) = ctx.document() {
        let mut offered: Vec<Rc<Scale>> = Vec::new();
        let shipped = BUILTIN_SCALES.iter().map(|it| Rc::new(it.scale()));
        let open = ctx.state.articles.iter().filter_map(|row| ctx.state.documents.get(&row.id));
        let open = open.map(|it| Rc::clone(it.scale()));
        let own = [Rc::clone(document.scale()), Rc::new(ctx.scale_of_new())].into_iter();
        let by_name = |it: &Scale| (it.label.clone(), it.id.clone());
        let others: Vec<_> =
            ctx.kept_scales().into_iter().chain(ctx.state.records.scales()).collect();
        let others = sorted_vec::by_key(others, by_name).into_iter().map(Rc::new);
        for scale in shipped.chain(own).chain(open).chain(others) {
            if !offered.contains(&scale) {
                offered.push(scale);
            }
        }
        ctx.state.dialog = Some(Dialog::Scale { offered, said: None });
    }
    Vec::new()
}

/// Saves the user's custom scales as a setting, so that all articles offer them, even when none
/// uses them any more. An edited scale replaces its earlier version.
fn save_custom_scale(before: &Scale, after: &Scale, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if before == after || (before.is_shipped() && after.is_shipped()) {
        return Vec::new();
    }
    let mut kept = ctx.kept_scales();
    let is_edited = before.id == after.id;
    kept.retain(|it| !is_edited || it != before);
    let left = (!is_edited).then_some(before);
    for own in left.into_iter().chain([after]).filter(|it| !it.is_shipped()) {
        kept.retain(|it| (&it.id, &it.label) != (&own.id, &own.label));
        kept.push(own.clone());
    }
    ctx.keep_setting(settings::CUSTOM_SCALES, settings::write_scales(&kept))
}

/// Shows a sentence in the dialog with the scale; `None` removes it.
fn set_scale_status(what: Option<&'static str>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if let Some(Dialog::Scale { said, .. }) = &mut ctx.state.dialog {
        *said = what;
    }
    Vec::new()
}

/// Gives the article another scale; the one before stays on offer. Verdicts stay as they are.
fn choose_scale(scale: Rc<Scale>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let before = ctx.document().map(|it| Rc::clone(it.scale()));
    let Some(before) = before.filter(|before| *before != scale) else { return Vec::new() };
    if let Some(Dialog::Scale { offered, .. }) = &mut ctx.state.dialog {
        for it in [&before, &scale] {
            if !offered.contains(it) {
                offered.push(Rc::clone(it));
            }
        }
    }
    let change = Change::Scale(Diff { before, after: scale });
    ctx.commit_on_open_article(Action::ScaleChosen, vec![change])
}

/// Gives the article a custom scale with the ratings of its current one. Its identifier is one
/// that no other scale and no verdict of the article has.
fn customize_scale(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let known: Vec<String> = match &ctx.state.dialog {
        Some(Dialog::Scale { offered, .. }) => offered.iter().map(|it| it.id.clone()).collect(),
        _ => BUILTIN_SCALES.iter().map(|it| it.id.to_owned()).collect(),
    };
    let verdicts = document.claims().filter_map(|claim| claim.verdict.as_ref());
    let used: Vec<&str> = verdicts.map(|verdict| verdict.scale.as_str()).collect();
    let old = document.scale();
    let is_free = |id: &str| known.iter().all(|it| it != id) && !used.contains(&id) && old.id != id;
    let Some(id) = free("own", is_free) else { return Vec::new() };
    let label = strings::OWN_SCALE.to_owned();
    let own = Scale { id, label, ..old.as_ref().clone() };
    ctx.state.history.end_typing();
    let effects = choose_scale(Rc::new(own), ctx);
    ctx.state.history.end_typing();
    effects
}

/// Changes the scale of the article, as typing does; a built-in scale stays as it is.
fn edit_scale(ctx: &mut Ctx<'_>, change: impl FnOnce(&mut Scale)) -> Vec<Effect> {
    let before = ctx.document().map(|it| Rc::clone(it.scale()));
    let Some(before) = before.filter(|before| !before.is_shipped()) else { return Vec::new() };
    let mut after = before.as_ref().clone();
    change(&mut after);
    if after == *before {
        return Vec::new();
    }
    let after = Rc::new(after);
    if let Some(Dialog::Scale { offered, .. }) = &mut ctx.state.dialog {
        let place = offered.iter_mut().find(|it| **it == before);
        if let Some(place) = place {
            place.clone_from(&after);
        }
    }
    let change = Change::Scale(Diff { before, after });
    ctx.commit_on_open_article(Action::ScaleChanged, vec![change])
}

/// Does [`edit_scale`] as an undo step that no typing joins.
fn edit_scale_undoable(ctx: &mut Ctx<'_>, change: impl FnOnce(&mut Scale)) -> Vec<Effect> {
    ctx.state.history.end_typing();
    let effects = edit_scale(ctx, change);
    ctx.state.history.end_typing();
    effects
}

/// Changes a rating of the article's scale, as typing does.
fn edit_rating(id: &str, ctx: &mut Ctx<'_>, change: impl FnOnce(&mut Rating)) -> Vec<Effect> {
    edit_scale(ctx, |scale| {
        if let Some(rating) = scale.ratings.iter_mut().find(|rating| rating.id == id) {
            change(rating);
        }
    })
}

/// Adds a rating at the end of the scale; its identifier is a slug of its label.
fn add_rating(label: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let label = normalize_label(label);
    if label.is_empty() {
        return set_scale_status(Some(strings::EMPTY_RATING), ctx);
    }
    edit_scale_undoable(ctx, |scale| {
        let name = slug(&label, 48).unwrap_or_else(|| "rating".to_owned());
        if let Some(id) = free(&name, |id| scale.rating(id).is_none()) {
            let unknown = JsonObject::new();
            scale.ratings.push(Rating { id, label, value: None, unknown });
        }
    })
}

/// Returns the position of a rating in the article's scale.
fn place_of_rating(id: &str, state: &State) -> Option<usize> {
    state.document()?.scale().ratings.iter().position(|rating| rating.id == id)
}

fn move_rating_up(id: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(at) = place_of_rating(id, ctx) else { return Vec::new() };
    let Some(before) = at.checked_sub(1) else { return Vec::new() };
    let mut effects = edit_scale_undoable(ctx, |scale| scale.ratings.swap(at, before));
    effects.push(Effect::Focus(FocusTarget::RatingUp(before)));
    effects
}

fn remove_rating(id: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(at) = place_of_rating(id, ctx) else { return Vec::new() };
    let mut effects = edit_scale_undoable(ctx, |scale| scale.ratings.retain(|it| it.id != id));
    let left = ctx.document().map_or(0, |it| it.scale().ratings.len());
    effects.push(Effect::Focus(FocusTarget::RemoveRating(at.min(left.saturating_sub(1)))));
    effects
}

/// Gives a rating a number; an empty text removes the number, and a text that is no number is
/// refused.
fn number_rating(id: &str, text: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let value = match NumberInput::read(text) {
        NumberInput::Number(number) => Some(number),
        NumberInput::Empty => None,
        NumberInput::Invalid => return set_scale_status(Some(strings::NO_NUMBER), ctx),
    };
    edit_rating(id, ctx, |rating| rating.value = value)
}

/// Saves the scale of the article as the one that new articles get.
fn choose_scale_for_new(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let members = settings::write_own_scale(document.scale());
    let effects = ctx.keep_setting(settings::DEFAULT_SCALE_SETTING, members);
    set_scale_status(Some(strings::SCALE_CHOSEN), ctx);
    effects
}

/// Returns `name` if it is free, or else `name` with the first number from 2 on that makes it free.
fn free(name: &str, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name))
}
