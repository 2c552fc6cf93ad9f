//! Selecting text and marking it.

use std::rc::Rc;

use crate::{
    app::{Bar, Edges, Effect, PickedIn},
    article::{Edge, Span},
    claim::Claim,
    edit::{Act, Change, Edit, Swap},
    id::{ClaimId, TagId},
    stamp::Stamp,
    words,
};

use super::{Desk, Hint, Session, reading::looked_with};

impl Desk {
    /// The claim that is worked on.
    pub(super) fn selected(&self) -> Option<ClaimId> {
        self.session.claim().cloned()
    }

    /// Takes note of a selection. `edges` is exact where the person asked for it this once.
    ///
    /// Selecting the same words again brings back a bar that was closed.
    pub(super) fn select(&mut self, dragged: &Span, edges: Edges) -> Vec<Effect> {
        // What keys have selected comes back from the page; it is what it was.
        if let Session::Selecting { span, bar, .. } = &mut self.session
            && span == dragged
            && edges == Edges::Words
        {
            if *bar == Bar::Closed {
                *bar = Bar::Shown;
            }
            return Vec::new();
        }
        let edges = if edges == Edges::Exact { edges } else { self.edges };
        let Some(span) = self.snapped(dragged, edges) else { return self.unselect() };
        let (dragged, claim) = (dragged.clone(), self.selected());
        self.set_current(&span.start.block);
        let edge = Edge::default();
        self.enter(Session::Selecting { dragged, span, bar: Bar::Shown, edge, claim });
        self.do_hint(Hint::Select);
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
        // The field for a tag's name takes the page's own selection, not the person's.
        if matches!(self.session, Session::Selecting { bar: Bar::Shown | Bar::Closed, .. }) {
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
        self.say(words::said_edges(self.edges).to_owned());
        match self.session.clone() {
            Session::Selecting { dragged, .. } => self.select(&dragged, self.edges),
            Session::Reading | Session::Claim(_) => Vec::new(),
        }
    }

    /// Marks the selection, with a tag or without, and goes to work on the new claim.
    pub(super) fn mark(&mut self, tag: Option<&TagId>, stamp: Stamp) -> Vec<Effect> {
        self.mark_with(tag, Vec::new(), stamp)
    }

    /// Marks the selection with the tag of that name, which is made where there is none.
    pub(super) fn mark_named(&mut self, label: &str, stamp: Stamp) -> Vec<Effect> {
        let Some((tag, made)) = self.tag_named(label) else { return Vec::new() };
        self.mark_with(Some(&tag), made, stamp)
    }

    fn mark_with(
        &mut self,
        tag: Option<&TagId>,
        changes: Vec<Change>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let Session::Selecting { span, .. } = self.session.clone() else { return Vec::new() };
        let Some(document) = self.document() else { return Vec::new() };
        let Some(id) = ClaimId::new(&stamp.uuid(0)) else { return Vec::new() };
        let mut claim = Claim::new(id.clone(), document.next_number(), span, stamp.time());
        claim.tags.extend(tag.cloned());
        let mut effects = self.add_claim(claim, changes, stamp);
        if tag.is_some() {
            self.do_hint(Hint::Tag);
        }
        effects.insert(0, Effect::DropSelection);
        effects
    }

    /// Adds a claim with what else belongs to that, and goes to work on it.
    pub(super) fn add_claim(
        &mut self,
        claim: Claim,
        mut changes: Vec<Change>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let (id, number, tag) = (claim.id.clone(), claim.number, claim.tags.first().cloned());
        changes.extend(looked_with(&claim, document));
        let claim = Claim { author: self.author(), ..claim };
        changes.push(Change::Claim(id.clone(), Swap { before: None, after: Some(Rc::new(claim)) }));
        let edit = Edit {
            act: Act::ClaimMarked(id.clone()),
            article: document.details().id.clone(),
            at: stamp.time(),
            changes,
        };
        self.enter(Session::Reading);
        let mut effects = self.act(&edit, stamp);
        if number == 1 {
            effects.push(Effect::AskToKeep);
        }
        effects.extend(self.pick_claim(&id, PickedIn::Article));
        let label = tag.and_then(|it| self.document()?.tag(&it).map(|tag| tag.label.clone()));
        self.say(words::claim_marked(number, label.as_deref()));
        effects
    }
}
