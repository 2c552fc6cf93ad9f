//! Selecting text and marking it.

use std::rc::Rc;

use crate::{
    app::{Bar, Edges, Effect, PickedIn},
    article::Span,
    claim::Claim,
    edit::{Act, Change, Edit, Swap},
    id::{ClaimId, TagId},
    stamp::Stamp,
};

use super::{Desk, Session};

impl Desk {
    /// Takes note of a selection. `edges` is exact where the person asked for it this once.
    pub(super) fn select(&mut self, span: &Span, edges: Edges) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let snapped = match (edges, self.edges) {
            (Edges::Words, Edges::Words) => span.to_words(document.blocks()),
            (Edges::Exact, _) | (_, Edges::Exact) => span.to_graphemes(document.blocks()),
        };
        match snapped {
            Some(span) => {
                let is_same =
                    matches!(&self.session, Session::Selecting { span: old, .. } if *old == span);
                if !is_same {
                    self.enter(Session::Selecting { span, bar: Bar::Shown });
                }
                Vec::new()
            }
            None => self.unselect(),
        }
    }

    /// Takes note that nothing is selected any more.
    pub(super) fn unselect(&mut self) -> Vec<Effect> {
        if matches!(self.session, Session::Selecting { .. }) {
            self.enter(Session::Reading);
        }
        Vec::new()
    }

    /// Turns the switch for exact selections; a selection that is there goes by it from the next
    /// change on.
    pub(super) fn turn_edges(&mut self) -> Vec<Effect> {
        self.edges = match self.edges {
            Edges::Words => Edges::Exact,
            Edges::Exact => Edges::Words,
        };
        Vec::new()
    }

    /// Marks the selection, with a tag or without, and goes to work on the new claim.
    pub(super) fn mark(&mut self, tag: Option<&TagId>, stamp: Stamp) -> Vec<Effect> {
        let Session::Selecting { span, .. } = self.session.clone() else { return Vec::new() };
        let Some(document) = self.document() else { return Vec::new() };
        let Some(id) = ClaimId::new(&stamp.uuid(0)) else { return Vec::new() };
        let mut claim = Claim::new(id.clone(), document.next_number(), span, stamp.time());
        claim.tags.extend(tag.cloned());
        let edit = Edit {
            act: Act::ClaimMarked(id.clone()),
            article: document.details().id.clone(),
            at: stamp.time(),
            changes: vec![Change::Claim(
                id.clone(),
                Swap { before: None, after: Some(Rc::new(claim)) },
            )],
        };
        self.session = Session::Reading;
        let mut effects = self.act(edit, stamp);
        effects.push(Effect::DropSelection);
        effects.extend(self.pick_claim(&id, PickedIn::Article));
        effects
    }
}
