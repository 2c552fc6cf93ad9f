//! Tagging, annotating and deleting claims, and the kinds of blocks. It also holds the two
//! functions through which every change of the article on screen is committed. A change that
//! changes nothing becomes no edit, so it leaves no undo step.

use std::rc::Rc;

use crate::{
    app::{Effect, FocusTarget},
    article::{ArticleMetadata, Kind},
    claim::{Claim, Digit, Tag, new_tag, normalize_label},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{BlockId, ClaimId, TagId},
    strings,
    text::eq_ignore_case,
};

use super::{Mode, Workspace, review::reviews_after_deleting};

impl Workspace {
    /// Marks the selection with a tag or, where a claim is selected, adds the tag to the claim or
    /// removes it.
    pub(super) fn choose_tag(&mut self, tag: &TagId, context: EventContext) -> Vec<Effect> {
        match &self.session {
            Mode::Reading => Vec::new(),
            Mode::Selecting { .. } => self.mark(Some(tag), context),
            Mode::Claim(claim) => {
                let claim = claim.clone();
                let has = self.claim(&claim).is_some_and(|it| it.tags.contains(tag));
                if has {
                    self.remove_tag(&claim, tag, context)
                } else {
                    self.tag_claim(&claim, tag, context)
                }
            }
        }
    }

    /// Does [`Workspace::choose_tag`] with the tag that has a digit as its key.
    pub(super) fn tag_by_key(&mut self, digit: Digit, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let tag = document.tags().into_iter().find(|tag| tag.key == Some(digit));
        let Some(tag) = tag.map(|tag| tag.id.clone()) else { return Vec::new() };
        self.choose_tag(&tag, context)
    }

    /// Adds a tag to a claim, and announces it.
    fn tag_claim(&mut self, claim: &ClaimId, tag: &TagId, context: EventContext) -> Vec<Effect> {
        self.say_tag(tag, strings::tag_given);
        self.change_claim(claim, Action::TagAdded(claim.clone()), Vec::new(), context, |claim| {
            claim.tags.push(tag.clone());
        })
    }

    /// Announces an act with the name of a tag.
    fn say_tag(&mut self, tag: &TagId, words: fn(&str) -> String) {
        let label = self.document().and_then(|it| it.tag(tag)).map(|tag| words(&tag.label));
        self.announce(label.unwrap_or_default());
    }

    /// Removes a tag from a claim.
    pub(super) fn remove_tag(
        &mut self,
        claim: &ClaimId,
        tag: &TagId,
        context: EventContext,
    ) -> Vec<Effect> {
        self.say_tag(tag, strings::tag_taken);
        self.change_claim(claim, Action::TagRemoved(claim.clone()), Vec::new(), context, |claim| {
            claim.tags.retain(|it| it != tag);
        })
    }

    /// Gives a claim the tag called `label`, and creates the tag where there is none.
    pub(super) fn name_tag(
        &mut self,
        claim: &ClaimId,
        label: &str,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some((tag, made)) = self.tag_named(label) else { return Vec::new() };
        let has = self.claim(claim).is_some_and(|it| it.tags.contains(&tag));
        if has {
            return Vec::new();
        }
        self.change_claim(claim, Action::TagAdded(claim.clone()), made, context, |claim| {
            claim.tags.push(tag);
        })
    }

    /// Returns the tag called `label`, and the change that creates the tag where there is none.
    /// Names match regardless of case. `None` where the name is empty or no article is open.
    pub(super) fn tag_named(&self, label: &str) -> Option<(TagId, Vec<Change>)> {
        let tags = self.document()?.tags();
        let label = normalize_label(label);
        if let Some(tag) = tags.iter().find(|tag| eq_ignore_case(&tag.label, &label)) {
            return Some((tag.id.clone(), Vec::new()));
        }
        let tag: Tag = new_tag(&label, &tags)?;
        let id = tag.id.clone();
        let made = Change::Tag(id.clone(), Diff { before: None, after: Some(Rc::new(tag)) });
        Some((id, vec![made]))
    }

    /// Writes the note of a claim.
    pub(super) fn write_note(
        &mut self,
        claim: &ClaimId,
        note: String,
        context: EventContext,
    ) -> Vec<Effect> {
        self.change_claim(claim, Action::NoteWritten(claim.clone()), Vec::new(), context, |claim| {
            claim.note = note;
        })
    }

    /// Writes the note of the article.
    pub(super) fn write_article_note(
        &mut self,
        note: String,
        context: EventContext,
    ) -> Vec<Effect> {
        let before = self.document().map(|it| Rc::clone(it.details()));
        let Some(before) = before.filter(|before| before.note != note) else { return Vec::new() };
        let after = Rc::new(ArticleMetadata { note, ..before.as_ref().clone() });
        let change = Change::Details(Diff { before, after });
        self.commit_on_open_article(Action::ArticleNoteWritten, vec![change], context)
    }

    /// Ends the undo step of the typing, because the user has left the field.
    pub(super) fn leave_field(&mut self) -> Vec<Effect> {
        self.history.end_typing();
        Vec::new()
    }

    /// Deletes a claim, and adapts the review of its blocks.
    pub(super) fn delete_claim(&mut self, claim: &ClaimId, context: EventContext) -> Vec<Effect> {
        let Some(before) = self.claim(claim).cloned() else { return Vec::new() };
        let mut effects = Vec::new();
        if self.session.claim() == Some(claim) {
            effects.extend(self.leave_claim());
        }
        let document = self.document();
        let mut changes = document.map_or_else(Vec::new, |it| reviews_after_deleting(&before, it));
        self.announce(strings::claim_deleted(before.number));
        changes.push(Change::Claim(claim.clone(), Diff { before: Some(before), after: None }));
        effects.extend(self.commit_on_open_article(
            Action::ClaimDeleted(claim.clone()),
            changes,
            context,
        ));
        effects.push(Effect::Focus(FocusTarget::Article));
        effects
    }

    /// Deletes the selected claim.
    pub(super) fn delete_selected(&mut self, context: EventContext) -> Vec<Effect> {
        self.selected().map_or_else(Vec::new, |claim| self.delete_claim(&claim, context))
    }

    /// Changes the kind of a block.
    pub(super) fn change_kind(
        &mut self,
        block: &BlockId,
        kind: Kind,
        context: EventContext,
    ) -> Vec<Effect> {
        let before = self.document().and_then(|it| it.blocks().get(block)).map(|it| it.kind);
        let Some(before) = before.filter(|before| *before != kind) else { return Vec::new() };
        let change = Change::Kind(block.clone(), Diff { before, after: kind });
        self.commit_on_open_article(Action::KindChanged(block.clone()), vec![change], context)
    }

    /// Returns a claim of the article on screen.
    pub(super) fn claim(&self, claim: &ClaimId) -> Option<&Rc<Claim>> {
        self.document()?.claim(claim)
    }

    /// Commits a change of one claim, together with further changes that belong to it. Does nothing
    /// where the claim stays the same.
    pub(super) fn change_claim(
        &mut self,
        claim: &ClaimId,
        action: Action,
        mut changes: Vec<Change>,
        context: EventContext,
        change: impl FnOnce(&mut Claim),
    ) -> Vec<Effect> {
        let Some(before) = self.claim(claim).cloned() else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        after.modified = context.time();
        let diff = Diff { before: Some(before), after: Some(Rc::new(after)) };
        changes.push(Change::Claim(claim.clone(), diff));
        self.commit_on_open_article(action, changes, context)
    }

    /// Commits changes of the article on screen as one edit; does nothing where no article is open.
    pub(super) fn commit_on_open_article(
        &mut self,
        action: Action,
        changes: Vec<Change>,
        context: EventContext,
    ) -> Vec<Effect> {
        let article = self.document().map(|document: &Document| document.details().id.clone());
        let Some(article) = article else { return Vec::new() };
        self.commit(&Edit { action, article, at: context.time(), changes }, context)
    }
}
