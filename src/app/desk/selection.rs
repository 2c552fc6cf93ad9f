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
    ///
    /// Selecting the same words again brings back a bar that was closed.
    pub(super) fn select(&mut self, dragged: &Span, edges: Edges) -> Vec<Effect> {
        let edges = if edges == Edges::Exact { edges } else { self.edges };
        let Some(span) = self.snapped(dragged, edges) else { return self.unselect() };
        let (dragged, claim) = (dragged.clone(), self.selected());
        self.enter(Session::Selecting { dragged, span, bar: Bar::Shown, claim });
        Vec::new()
    }

    /// The span that would be marked; `None` where nothing is left of it.
    fn snapped(&self, dragged: &Span, edges: Edges) -> Option<Span> {
        let blocks = self.document()?.blocks();
        match edges {
            Edges::Words => dragged.to_words(blocks),
            Edges::Exact => dragged.to_graphemes(blocks),
        }
    }

    /// Takes note that nothing is selected any more.
    pub(super) fn unselect(&mut self) -> Vec<Effect> {
        if matches!(self.session, Session::Selecting { .. }) {
            self.enter(Session::on(self.selected()));
        }
        Vec::new()
    }

    /// Turns the switch for exact selections; what is selected goes by it at once.
    pub(super) fn turn_edges(&mut self) -> Vec<Effect> {
        self.edges = match self.edges {
            Edges::Words => Edges::Exact,
            Edges::Exact => Edges::Words,
        };
        match self.session.clone() {
            Session::Selecting { dragged, .. } => self.select(&dragged, self.edges),
            Session::Reading | Session::Claim(_) => Vec::new(),
        }
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
        self.enter(Session::Reading);
        let mut effects = self.act(edit, stamp);
        effects.push(Effect::DropSelection);
        effects.extend(self.pick_claim(&id, PickedIn::Article));
        effects
    }
}
