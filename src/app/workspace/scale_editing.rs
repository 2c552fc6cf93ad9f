//! The scale of the article on screen: choosing one, and making and editing a custom one. A
//! built-in scale never changes; the user edits a custom copy of it. Verdicts keep the words that
//! they were given with, whatever becomes of the scale. Custom scales stay on offer in all
//! articles.

use std::rc::Rc;

use crate::{
    app::{Dialog, Effect, FocusTarget, ScaleMsg},
    claim::{BUILTIN_SCALES, NumberInput, Rating, Scale, default_scale, normalize_label},
    edit::{Action, Change, Diff},
    event_context::EventContext,
    json::JsonObject,
    sorted_vec,
    storage::settings,
    strings,
    text::slug,
};

use super::{Workspace, apply_edit, verdict::OFF};

impl Workspace {
    /// Handles a message about the scale, and saves a custom scale that it has changed.
    pub(super) fn change_scale(&mut self, msg: ScaleMsg, context: EventContext) -> Vec<Effect> {
        self.set_scale_status(None);
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let mut effects = self.handle_scale_msg(msg, context);
        let after = self.document().map(|it| Rc::clone(it.scale()));
        if let (Some(before), Some(after)) = (before, after) {
            for effect in self.save_custom_scale(&before, &after, context) {
                apply_edit::join_batches(&mut effects, effect);
            }
        }
        effects
    }

    /// Handles a message about the scale, without saving custom scales.
    fn handle_scale_msg(&mut self, msg: ScaleMsg, context: EventContext) -> Vec<Effect> {
        match msg {
            ScaleMsg::Asked => self.show_scale(),
            ScaleMsg::Chosen(scale) => self.choose_scale(scale, context),
            ScaleMsg::Customized => self.customize_scale(context),
            ScaleMsg::Named(label) => self.edit_scale(context, |scale| scale.label = label),
            ScaleMsg::RatingAdded(label) => self.add_rating(&label, context),
            ScaleMsg::RatingLabelled(id, label) => {
                self.edit_rating(&id, context, |rating| rating.label = label)
            }
            ScaleMsg::RatingNumbered(id, text) => self.number_rating(&id, &text, context),
            ScaleMsg::RatingMovedUp(id) => self.move_rating_up(&id, context),
            ScaleMsg::RatingRemoved(id) => self.remove_rating(&id, context),
            ScaleMsg::ChosenForNew => self.choose_scale_for_new(context),
            ScaleMsg::ReasonPromptToggled => {
                let off = self.asks_for_reasons().then(|| (OFF.to_owned(), true.into()));
                self.keep_setting(settings::REASONS, off.into_iter().collect(), context)
            }
        }
    }

    /// Opens the dialog with the scale, which offers the built-in scales and those of the user and
    /// of all articles.
    fn show_scale(&mut self) -> Vec<Effect> {
        self.history.end_typing();
        if let Some(document) = self.document() {
            let mut offered: Vec<Rc<Scale>> = Vec::new();
            let shipped = BUILTIN_SCALES.iter().map(|it| Rc::new(it.scale()));
            let open = self.articles.iter().filter_map(|row| self.documents.get(&row.id));
            let open = open.map(|it| Rc::clone(it.scale()));
            let own = [Rc::clone(document.scale()), Rc::new(self.scale_of_new())].into_iter();
            let by_name = |it: &Scale| (it.label.clone(), it.id.clone());
            let others: Vec<_> =
                self.kept_scales().into_iter().chain(self.records.scales()).collect();
            let others = sorted_vec::by_key(others, by_name).into_iter().map(Rc::new);
            for scale in shipped.chain(own).chain(open).chain(others) {
                if !offered.contains(&scale) {
                    offered.push(scale);
                }
            }
            self.window = Some(Dialog::Scale { offered, said: None });
        }
        Vec::new()
    }

    /// Saves the user's custom scales as a setting, so that all articles offer them, even when none
    /// uses them any more. An edited scale replaces its earlier version.
    fn save_custom_scale(
        &mut self,
        before: &Scale,
        after: &Scale,
        context: EventContext,
    ) -> Vec<Effect> {
        if before == after || (before.is_shipped() && after.is_shipped()) {
            return Vec::new();
        }
        let mut kept = self.kept_scales();
        let is_edited = before.id == after.id;
        kept.retain(|it| !is_edited || it != before);
        let left = (!is_edited).then_some(before);
        for own in left.into_iter().chain([after]).filter(|it| !it.is_shipped()) {
            kept.retain(|it| (&it.id, &it.label) != (&own.id, &own.label));
            kept.push(own.clone());
        }
        self.keep_setting(settings::CUSTOM_SCALES, settings::write_scales(&kept), context)
    }

    /// Returns the custom scales that are saved.
    fn kept_scales(&self) -> Vec<Scale> {
        let kept = self.records.setting(settings::CUSTOM_SCALES).cloned();
        kept.map(settings::read_scales).unwrap_or_default()
    }

    /// Shows a sentence in the dialog with the scale; `None` removes it.
    fn set_scale_status(&mut self, what: Option<&'static str>) -> Vec<Effect> {
        if let Some(Dialog::Scale { said, .. }) = &mut self.window {
            *said = what;
        }
        Vec::new()
    }

    /// Gives the article another scale; the one before stays on offer. Verdicts stay as they are.
    fn choose_scale(&mut self, scale: Rc<Scale>, context: EventContext) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let Some(before) = before.filter(|before| *before != scale) else { return Vec::new() };
        if let Some(Dialog::Scale { offered, .. }) = &mut self.window {
            for it in [&before, &scale] {
                if !offered.contains(it) {
                    offered.push(Rc::clone(it));
                }
            }
        }
        let change = Change::Scale(Diff { before, after: scale });
        self.commit_on_open_article(Action::ScaleChosen, vec![change], context)
    }

    /// Gives the article a custom scale with the ratings of its current one. Its identifier is one
    /// that no other scale and no verdict of the article has.
    fn customize_scale(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let known: Vec<String> = match &self.window {
            Some(Dialog::Scale { offered, .. }) => offered.iter().map(|it| it.id.clone()).collect(),
            _ => BUILTIN_SCALES.iter().map(|it| it.id.to_owned()).collect(),
        };
        let verdicts = document.claims().filter_map(|claim| claim.verdict.as_ref());
        let used: Vec<&str> = verdicts.map(|verdict| verdict.scale.as_str()).collect();
        let old = document.scale();
        let is_free =
            |id: &str| known.iter().all(|it| it != id) && !used.contains(&id) && old.id != id;
        let Some(id) = free("own", is_free) else { return Vec::new() };
        let label = strings::OWN_SCALE.to_owned();
        let own = Scale { id, label, ..old.as_ref().clone() };
        self.history.end_typing();
        let effects = self.choose_scale(Rc::new(own), context);
        self.history.end_typing();
        effects
    }

    /// Changes the scale of the article, as typing does; a built-in scale stays as it is.
    fn edit_scale(
        &mut self,
        context: EventContext,
        change: impl FnOnce(&mut Scale),
    ) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let Some(before) = before.filter(|before| !before.is_shipped()) else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        let after = Rc::new(after);
        if let Some(Dialog::Scale { offered, .. }) = &mut self.window {
            let place = offered.iter_mut().find(|it| **it == before);
            if let Some(place) = place {
                place.clone_from(&after);
            }
        }
        let change = Change::Scale(Diff { before, after });
        self.commit_on_open_article(Action::ScaleChanged, vec![change], context)
    }

    /// Does [`Workspace::edit_scale`] as an undo step that no typing joins.
    fn edit_scale_undoable(
        &mut self,
        context: EventContext,
        change: impl FnOnce(&mut Scale),
    ) -> Vec<Effect> {
        self.history.end_typing();
        let effects = self.edit_scale(context, change);
        self.history.end_typing();
        effects
    }

    /// Changes a rating of the article's scale, as typing does.
    fn edit_rating(
        &mut self,
        id: &str,
        context: EventContext,
        change: impl FnOnce(&mut Rating),
    ) -> Vec<Effect> {
        self.edit_scale(context, |scale| {
            if let Some(rating) = scale.ratings.iter_mut().find(|rating| rating.id == id) {
                change(rating);
            }
        })
    }

    /// Adds a rating at the end of the scale; its identifier is a slug of its label.
    fn add_rating(&mut self, label: &str, context: EventContext) -> Vec<Effect> {
        let label = normalize_label(label);
        if label.is_empty() {
            return self.set_scale_status(Some(strings::EMPTY_RATING));
        }
        self.edit_scale_undoable(context, |scale| {
            let name = slug(&label, 48).unwrap_or_else(|| "rating".to_owned());
            if let Some(id) = free(&name, |id| scale.rating(id).is_none()) {
                let unknown = JsonObject::new();
                scale.ratings.push(Rating { id, label, value: None, unknown });
            }
        })
    }

    /// Returns the position of a rating in the article's scale.
    fn place_of_rating(&self, id: &str) -> Option<usize> {
        self.document()?.scale().ratings.iter().position(|rating| rating.id == id)
    }

    fn move_rating_up(&mut self, id: &str, context: EventContext) -> Vec<Effect> {
        let Some(at) = self.place_of_rating(id) else { return Vec::new() };
        let Some(before) = at.checked_sub(1) else { return Vec::new() };
        let mut effects = self.edit_scale_undoable(context, |scale| scale.ratings.swap(at, before));
        effects.push(Effect::Focus(FocusTarget::RatingUp(before)));
        effects
    }

    fn remove_rating(&mut self, id: &str, context: EventContext) -> Vec<Effect> {
        let Some(at) = self.place_of_rating(id) else { return Vec::new() };
        let mut effects =
            self.edit_scale_undoable(context, |scale| scale.ratings.retain(|it| it.id != id));
        let left = self.document().map_or(0, |it| it.scale().ratings.len());
        effects.push(Effect::Focus(FocusTarget::RemoveRating(at.min(left.saturating_sub(1)))));
        effects
    }

    /// Gives a rating a number; an empty text removes the number, and a text that is no number is
    /// refused.
    fn number_rating(&mut self, id: &str, text: &str, context: EventContext) -> Vec<Effect> {
        let value = match NumberInput::read(text) {
            NumberInput::Number(number) => Some(number),
            NumberInput::Empty => None,
            NumberInput::Invalid => return self.set_scale_status(Some(strings::NO_NUMBER)),
        };
        self.edit_rating(id, context, |rating| rating.value = value)
    }

    /// Saves the scale of the article as the one that new articles get.
    fn choose_scale_for_new(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let members = settings::write_own_scale(document.scale());
        let effects = self.keep_setting(settings::DEFAULT_SCALE_SETTING, members, context);
        self.set_scale_status(Some(strings::SCALE_CHOSEN));
        effects
    }

    /// Returns the name of the scale that a verdict refers to by its identifier; `None` where no
    /// scale has this identifier, or scales with different names have it.
    pub fn scale_name(&self, id: &str) -> Option<String> {
        if let Some(shipped) = BUILTIN_SCALES.iter().find(|it| it.id == id) {
            return Some(shipped.label.to_owned());
        }
        let open = self.documents.values().map(|it| it.scale().as_ref().clone());
        let known = self.kept_scales().into_iter().chain([self.scale_of_new()]).chain(open);
        let mut names =
            known.filter(|it| it.id == id).map(|it| strings::scale_name(&it).to_owned());
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    /// Returns the scale that new articles get: the one that the user has chosen, or the built-in
    /// default.
    pub(super) fn scale_of_new(&self) -> Scale {
        let own = self.records.setting(settings::DEFAULT_SCALE_SETTING).cloned();
        own.and_then(settings::read_own_scale).unwrap_or_else(default_scale)
    }
}

/// Returns `name` if it is free, or else `name` with the first number from 2 on that makes it free.
fn free(name: &str, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name))
}
