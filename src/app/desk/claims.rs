//! Working on claims, and on the kinds of blocks.

use std::rc::Rc;

use crate::{
    app::{Effect, FocusOn},
    article::{Details, Kind},
    claim::{Claim, Digit, Tag, new_tag, tidy_label},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{BlockId, ClaimId, TagId},
    stamp::Stamp,
    text::is_same_but_for_case,
    words,
};

use super::{Desk, Session, reading::looked_without};

impl Desk {
    /// Marks the selection with a tag, or turns the tag of the selected claim on or off.
    pub(super) fn choose_tag(&mut self, tag: &TagId, stamp: Stamp) -> Vec<Effect> {
        match &self.session {
            Session::Reading => Vec::new(),
            Session::Selecting { .. } => self.mark(Some(tag), stamp),
            Session::Claim(claim) => {
                let claim = claim.clone();
                let has = self.claim(&claim).is_some_and(|it| it.tags.contains(tag));
                if has {
                    self.remove_tag(&claim, tag, stamp)
                } else {
                    self.give_tag(&claim, tag, stamp)
                }
            }
        }
    }

    /// Does [`Desk::choose_tag`] with the tag that has a digit.
    pub(super) fn tag_by_key(&mut self, digit: Digit, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let tag = document.tags().into_iter().find(|tag| tag.key == Some(digit));
        let Some(tag) = tag.map(|tag| tag.id.clone()) else { return Vec::new() };
        self.choose_tag(&tag, stamp)
    }

    fn give_tag(&mut self, claim: &ClaimId, tag: &TagId, stamp: Stamp) -> Vec<Effect> {
        self.say_tag(tag, words::tag_given);
        self.change_claim(claim, Act::TagGiven(claim.clone()), Vec::new(), stamp, |claim| {
            claim.tags.push(tag.clone());
        })
    }

    fn say_tag(&mut self, tag: &TagId, words: fn(&str) -> String) {
        let label = self.document().and_then(|it| it.tag(tag)).map(|tag| words(&tag.label));
        self.say(label.unwrap_or_default());
    }

    /// Takes a tag from a claim.
    pub(super) fn remove_tag(&mut self, claim: &ClaimId, tag: &TagId, stamp: Stamp) -> Vec<Effect> {
        self.say_tag(tag, words::tag_taken);
        self.change_claim(claim, Act::TagTaken(claim.clone()), Vec::new(), stamp, |claim| {
            claim.tags.retain(|it| it != tag);
        })
    }

    /// Gives a claim the tag of that name, which is made where there is none.
    pub(super) fn name_tag(&mut self, claim: &ClaimId, label: &str, stamp: Stamp) -> Vec<Effect> {
        let Some((tag, made)) = self.tag_named(label) else { return Vec::new() };
        let has = self.claim(claim).is_some_and(|it| it.tags.contains(&tag));
        if has {
            return Vec::new();
        }
        self.change_claim(claim, Act::TagGiven(claim.clone()), made, stamp, |claim| {
            claim.tags.push(tag);
        })
    }

    /// The tag of that name, and what makes it where there is none; `None` for no name.
    pub(super) fn tag_named(&self, label: &str) -> Option<(TagId, Vec<Change>)> {
        let tags = self.document()?.tags();
        let label = tidy_label(label);
        if let Some(tag) = tags.iter().find(|tag| is_same_but_for_case(&tag.label, &label)) {
            return Some((tag.id.clone(), Vec::new()));
        }
        let tag: Tag = new_tag(&label, &tags)?;
        let id = tag.id.clone();
        let made = Change::Tag(id.clone(), Swap { before: None, after: Some(Rc::new(tag)) });
        Some((id, vec![made]))
    }

    /// Writes the note of a claim.
    pub(super) fn write_note(
        &mut self,
        claim: &ClaimId,
        note: String,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.change_claim(claim, Act::NoteWritten(claim.clone()), Vec::new(), stamp, |claim| {
            claim.note = note;
        })
    }

    /// Writes the article's own note.
    pub(super) fn write_article_note(&mut self, note: String, stamp: Stamp) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.details()));
        let Some(before) = before.filter(|before| before.note != note) else { return Vec::new() };
        let after = Rc::new(Details { note, ..before.as_ref().clone() });
        let change = Change::Details(Swap { before, after });
        self.act_on_document(Act::ArticleNoteWritten, vec![change], stamp)
    }

    /// Takes note that the field that was typed in has been left.
    pub(super) fn leave_field(&mut self) -> Vec<Effect> {
        self.history.leave_field();
        Vec::new()
    }

    /// Deletes a claim.
    pub(super) fn delete_claim(&mut self, claim: &ClaimId, stamp: Stamp) -> Vec<Effect> {
        let Some(before) = self.claim(claim).cloned() else { return Vec::new() };
        let mut effects = Vec::new();
        if self.session.claim() == Some(claim) {
            effects.extend(self.leave_claim());
        }
        let document = self.document();
        let mut changes = document.map_or_else(Vec::new, |it| looked_without(&before, it));
        self.say(words::claim_deleted(before.number));
        changes.push(Change::Claim(claim.clone(), Swap { before: Some(before), after: None }));
        effects.extend(self.act_on_document(Act::ClaimDeleted(claim.clone()), changes, stamp));
        effects.push(Effect::Focus(FocusOn::Article));
        effects
    }

    /// Deletes the claim that is worked on.
    pub(super) fn delete_selected(&mut self, stamp: Stamp) -> Vec<Effect> {
        self.selected().map_or_else(Vec::new, |claim| self.delete_claim(&claim, stamp))
    }

    /// Makes a block another kind of block.
    pub(super) fn change_kind(&mut self, block: &BlockId, kind: Kind, stamp: Stamp) -> Vec<Effect> {
        let before = self.document().and_then(|it| it.blocks().get(block)).map(|it| it.kind);
        let Some(before) = before.filter(|before| *before != kind) else { return Vec::new() };
        let change = Change::Kind(block.clone(), Swap { before, after: kind });
        self.act_on_document(Act::KindChanged(block.clone()), vec![change], stamp)
    }

    pub(super) fn claim(&self, claim: &ClaimId) -> Option<&Rc<Claim>> {
        self.document()?.claim(claim)
    }

    /// Changes a claim, with further changes that belong to it.
    pub(super) fn change_claim(
        &mut self,
        claim: &ClaimId,
        act: Act,
        mut changes: Vec<Change>,
        stamp: Stamp,
        change: impl FnOnce(&mut Claim),
    ) -> Vec<Effect> {
        let Some(before) = self.claim(claim).cloned() else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        after.modified = stamp.time();
        let swap = Swap { before: Some(before), after: Some(Rc::new(after)) };
        changes.push(Change::Claim(claim.clone(), swap));
        self.act_on_document(act, changes, stamp)
    }

    pub(super) fn act_on_document(
        &mut self,
        act: Act,
        changes: Vec<Change>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let article = self.document().map(|document: &Document| document.details().id.clone());
        let Some(article) = article else { return Vec::new() };
        self.act(&Edit { act, article, at: stamp.time(), changes }, stamp)
    }
}
