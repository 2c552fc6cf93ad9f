//! The changes that several features make: of one claim, of the open article, and of a tag by its
//! name. A change that changes nothing becomes no edit, so it leaves no undo step.

use std::rc::Rc;

use crate::{
    app::{
        Effect,
        state::{Ctx, State},
    },
    claim::{Claim, Tag, new_tag, normalize_label},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    id::{ClaimId, TagId},
    text::eq_ignore_case,
};

impl State {
    /// Returns the tag called `label`, and the change that creates the tag where there is none.
    /// Names match regardless of case. `None` where the name is empty or no article is open.
    pub(in crate::app) fn tag_named(&self, label: &str) -> Option<(TagId, Vec<Change>)> {
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
}

impl Ctx<'_> {
    /// Commits a change of one claim, together with further changes that belong to it. Does nothing
    /// where the claim stays the same.
    pub(in crate::app) fn change_claim(
        &mut self,
        claim: &ClaimId,
        action: Action,
        mut changes: Vec<Change>,
        change: impl FnOnce(&mut Claim),
    ) -> Vec<Effect> {
        let Some(before) = self.claim(claim).cloned() else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        after.modified = self.event.time();
        let diff = Diff { before: Some(before), after: Some(Rc::new(after)) };
        changes.push(Change::Claim(claim.clone(), diff));
        self.commit_on_open_article(action, changes)
    }

    /// Commits changes of the article on screen as one edit; does nothing where no article is open.
    pub(in crate::app) fn commit_on_open_article(
        &mut self,
        action: Action,
        changes: Vec<Change>,
    ) -> Vec<Effect> {
        let article = self.document().map(|document: &Document| document.details().id.clone());
        let Some(article) = article else { return Vec::new() };
        self.commit(&Edit { action, article, at: self.event.time(), changes })
    }
}
