//! The scale of the article on screen: choosing one, and making and editing an own one.

use std::rc::Rc;

use crate::{
    app::{Effect, FocusOn, ScaleMsg, Window},
    claim::{Rating, SHIPPED_SCALES, Scale, WrittenNumber, shipped_scale, tidy_label},
    edit::{Act, Change, Swap},
    json::Members,
    ordered,
    saved::settings,
    stamp::Stamp,
    text::slug,
    words,
};

use super::{Desk, commit, verdict::OFF};

impl Desk {
    pub(super) fn change_scale(&mut self, msg: ScaleMsg, stamp: Stamp) -> Vec<Effect> {
        self.say_of_scale(None);
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let mut effects = self.take_note_of_scale(msg, stamp);
        let after = self.document().map(|it| Rc::clone(it.scale()));
        if let (Some(before), Some(after)) = (before, after) {
            for effect in self.keep_on_offer(&before, &after, stamp) {
                commit::join_batches(&mut effects, effect);
            }
        }
        effects
    }

    fn take_note_of_scale(&mut self, msg: ScaleMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            ScaleMsg::Asked => self.show_scale(),
            ScaleMsg::Chosen(scale) => self.choose_scale(scale, stamp),
            ScaleMsg::MadeOwn => self.make_own(stamp),
            ScaleMsg::Named(label) => self.edit_scale(stamp, |scale| scale.label = label),
            ScaleMsg::RatingAdded(label) => self.add_rating(&label, stamp),
            ScaleMsg::RatingLabelled(id, label) => {
                self.edit_rating(&id, stamp, |rating| rating.label = label)
            }
            ScaleMsg::RatingNumbered(id, text) => self.number_rating(&id, &text, stamp),
            ScaleMsg::RatingMovedUp(id) => self.move_rating_up(&id, stamp),
            ScaleMsg::RatingRemoved(id) => self.remove_rating(&id, stamp),
            ScaleMsg::ChosenForNew => self.choose_scale_for_new(stamp),
            ScaleMsg::ReasonsTurned => {
                let off = self.asks_for_reasons().then(|| (OFF.to_owned(), true.into()));
                self.keep_setting(settings::REASONS, off.into_iter().collect(), stamp)
            }
        }
    }

    fn show_scale(&mut self) -> Vec<Effect> {
        self.history.leave_field();
        if let Some(document) = self.document() {
            let mut offered: Vec<Rc<Scale>> = Vec::new();
            let shipped = SHIPPED_SCALES.iter().map(|it| Rc::new(it.scale()));
            let open = self.rows.iter().filter_map(|row| self.documents.get(&row.id));
            let open = open.map(|it| Rc::clone(it.scale()));
            let own = [Rc::clone(document.scale()), Rc::new(self.scale_of_new())].into_iter();
            let by_name = |it: &Scale| (it.label.clone(), it.id.clone());
            let others: Vec<_> =
                self.kept_scales().into_iter().chain(self.shelf.scales()).collect();
            let others = ordered::by_key(others, by_name).into_iter().map(Rc::new);
            for scale in shipped.chain(own).chain(open).chain(others) {
                if !offered.contains(&scale) {
                    offered.push(scale);
                }
            }
            self.window = Some(Window::Scale { offered, said: None });
        }
        Vec::new()
    }

    /// Keeps the person's own scales on offer for all articles, though none has them any more. One
    /// that was edited takes the place of what it was.
    fn keep_on_offer(&mut self, before: &Scale, after: &Scale, stamp: Stamp) -> Vec<Effect> {
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
        self.keep_setting(settings::OWN_SCALES, settings::write_scales(&kept), stamp)
    }

    /// The person's own scales.
    fn kept_scales(&self) -> Vec<Scale> {
        let kept = self.shelf.setting(settings::OWN_SCALES).cloned();
        kept.map(settings::read_scales).unwrap_or_default()
    }

    fn say_of_scale(&mut self, what: Option<&'static str>) -> Vec<Effect> {
        if let Some(Window::Scale { said, .. }) = &mut self.window {
            *said = what;
        }
        Vec::new()
    }

    /// Changes to another scale; the one before stays on offer. Verdicts stay as they are.
    fn choose_scale(&mut self, scale: Rc<Scale>, stamp: Stamp) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let Some(before) = before.filter(|before| *before != scale) else { return Vec::new() };
        if let Some(Window::Scale { offered, .. }) = &mut self.window {
            for it in [&before, &scale] {
                if !offered.contains(it) {
                    offered.push(Rc::clone(it));
                }
            }
        }
        let change = Change::Scale(Swap { before, after: scale });
        self.act_on_document(Act::ScaleChosen, vec![change], stamp)
    }

    /// Makes an own scale with the ratings of the article's one, under a name in files that no
    /// scale and no verdict has.
    fn make_own(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let known: Vec<String> = match &self.window {
            Some(Window::Scale { offered, .. }) => offered.iter().map(|it| it.id.clone()).collect(),
            _ => SHIPPED_SCALES.iter().map(|it| it.id.to_owned()).collect(),
        };
        let verdicts = document.claims().filter_map(|claim| claim.verdict.as_ref());
        let used: Vec<&str> = verdicts.map(|verdict| verdict.scale.as_str()).collect();
        let old = document.scale();
        let is_free =
            |id: &str| known.iter().all(|it| it != id) && !used.contains(&id) && old.id != id;
        let Some(id) = free("own", is_free) else { return Vec::new() };
        let label = words::OWN_SCALE.to_owned();
        let own = Scale { id, label, ..old.as_ref().clone() };
        self.history.leave_field();
        let effects = self.choose_scale(Rc::new(own), stamp);
        self.history.leave_field();
        effects
    }

    /// Changes the article's scale by typing; a shipped one stays as it is.
    fn edit_scale(&mut self, stamp: Stamp, change: impl FnOnce(&mut Scale)) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.scale()));
        let Some(before) = before.filter(|before| !before.is_shipped()) else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        let after = Rc::new(after);
        if let Some(Window::Scale { offered, .. }) = &mut self.window {
            let place = offered.iter_mut().find(|it| **it == before);
            if let Some(place) = place {
                place.clone_from(&after);
            }
        }
        let change = Change::Scale(Swap { before, after });
        self.act_on_document(Act::ScaleChanged, vec![change], stamp)
    }

    /// Does [`Desk::edit_scale`] in a step of its own.
    fn step_scale(&mut self, stamp: Stamp, change: impl FnOnce(&mut Scale)) -> Vec<Effect> {
        self.history.leave_field();
        let effects = self.edit_scale(stamp, change);
        self.history.leave_field();
        effects
    }

    fn edit_rating(
        &mut self,
        id: &str,
        stamp: Stamp,
        change: impl FnOnce(&mut Rating),
    ) -> Vec<Effect> {
        self.edit_scale(stamp, |scale| {
            if let Some(rating) = scale.ratings.iter_mut().find(|rating| rating.id == id) {
                change(rating);
            }
        })
    }

    fn add_rating(&mut self, label: &str, stamp: Stamp) -> Vec<Effect> {
        let label = tidy_label(label);
        if label.is_empty() {
            return self.say_of_scale(Some(words::EMPTY_RATING));
        }
        self.step_scale(stamp, |scale| {
            let name = slug(&label, 48).unwrap_or_else(|| "rating".to_owned());
            if let Some(id) = free(&name, |id| scale.rating(id).is_none()) {
                let unknown = Members::new();
                scale.ratings.push(Rating { id, label, value: None, unknown });
            }
        })
    }

    fn place_of_rating(&self, id: &str) -> Option<usize> {
        self.document()?.scale().ratings.iter().position(|rating| rating.id == id)
    }

    fn move_rating_up(&mut self, id: &str, stamp: Stamp) -> Vec<Effect> {
        let Some(at) = self.place_of_rating(id) else { return Vec::new() };
        let Some(before) = at.checked_sub(1) else { return Vec::new() };
        let mut effects = self.step_scale(stamp, |scale| scale.ratings.swap(at, before));
        effects.push(Effect::Focus(FocusOn::RatingUp(before)));
        effects
    }

    fn remove_rating(&mut self, id: &str, stamp: Stamp) -> Vec<Effect> {
        let Some(at) = self.place_of_rating(id) else { return Vec::new() };
        let mut effects = self.step_scale(stamp, |scale| scale.ratings.retain(|it| it.id != id));
        let left = self.document().map_or(0, |it| it.scale().ratings.len());
        effects.push(Effect::Focus(FocusOn::RatingOut(at.min(left.saturating_sub(1)))));
        effects
    }

    /// Gives a rating a number, or none, unless what was written is no number.
    fn number_rating(&mut self, id: &str, text: &str, stamp: Stamp) -> Vec<Effect> {
        let value = match WrittenNumber::read(text) {
            WrittenNumber::Number(number) => Some(number),
            WrittenNumber::Empty => None,
            WrittenNumber::Nonsense => return self.say_of_scale(Some(words::NO_NUMBER)),
        };
        self.edit_rating(id, stamp, |rating| rating.value = value)
    }

    fn choose_scale_for_new(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let members = settings::write_own_scale(document.scale());
        let effects = self.keep_setting(settings::OWN_SCALE, members, stamp);
        self.say_of_scale(Some(words::SCALE_CHOSEN));
        effects
    }

    /// What the scale is called that a verdict names; `None` where several or none go by that name
    /// in files.
    pub fn scale_name(&self, id: &str) -> Option<String> {
        if let Some(shipped) = SHIPPED_SCALES.iter().find(|it| it.id == id) {
            return Some(shipped.label.to_owned());
        }
        let open = self.documents.values().map(|it| it.scale().as_ref().clone());
        let known = self.kept_scales().into_iter().chain([self.scale_of_new()]).chain(open);
        let mut names = known.filter(|it| it.id == id).map(|it| words::scale_name(&it).to_owned());
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    /// The scale that a new article begins with: the person's own, or the shipped one.
    pub(super) fn scale_of_new(&self) -> Scale {
        let own = self.shelf.setting(settings::OWN_SCALE).cloned();
        own.and_then(settings::read_own_scale).unwrap_or_else(shipped_scale)
    }
}

/// A name that is free, made of one that may not be.
fn free(name: &str, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name))
}
