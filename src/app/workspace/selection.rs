//! Selecting text, and marking the selection as a claim. The mode keeps both the span that the user
//! dragged and the span that a mark would cover, since the latter usually snaps to whole words. A
//! new claim becomes the selected one.

use std::rc::Rc;

use crate::{
    app::{Effect, SelectionOrigin, Snap, Toolbar},
    article::{Edge, Span},
    claim::Claim,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ClaimId, TagId},
    strings,
};

use super::{Hint, Mode, Workspace, review::reviews_after_adding};

impl Workspace {
    /// Returns the selected claim, on which the user works.
    pub(super) fn selected(&self) -> Option<ClaimId> {
        self.session.claim().cloned()
    }

    /// Handles a selection of text. `edges` is [`Snap::None`] where the user asked for exact edges
    /// this once.
    ///
    /// Selecting the same words again reopens a toolbar that the user has closed.
    pub(super) fn select(&mut self, dragged: &Span, edges: Snap) -> Vec<Effect> {
        // The browser also reports a selection that keys have made; that one stays as it is.
        if let Mode::Selecting { span, bar, .. } = &mut self.session
            && span == dragged
            && edges == Snap::Words
        {
            if *bar == Toolbar::Closed {
                *bar = Toolbar::Shown;
            }
            return Vec::new();
        }
        let edges = if edges == Snap::None { edges } else { self.snap };
        let Some(span) = self.snap_to_words(dragged, edges) else { return self.unselect() };
        let (dragged, claim) = (dragged.clone(), self.selected());
        self.set_current(&span.start.block);
        let edge = Edge::default();
        self.set_mode(Mode::Selecting { dragged, span, bar: Toolbar::Shown, edge, claim });
        self.complete_hint(Hint::Select);
        Vec::new()
    }

    /// Returns the span that a mark would cover; `None` where nothing is left of it.
    fn snap_to_words(&self, dragged: &Span, edges: Snap) -> Option<Span> {
        let blocks = self.document()?.blocks();
        match edges {
            Snap::Words => dragged.expand_to_words(blocks),
            Snap::None => dragged.to_graphemes(blocks),
        }
    }

    /// Handles the end of a text selection.
    pub(super) fn unselect(&mut self) -> Vec<Effect> {
        // While the user types a tag's name, the field has the browser's selection; the selected
        // text stays selected here.
        if matches!(self.session, Mode::Selecting { bar: Toolbar::Shown | Toolbar::Closed, .. }) {
            self.set_mode(Mode::on_claim(self.selected()));
        }
        Vec::new()
    }

    /// Switches exact edges on or off, and applies that to the current selection.
    pub(super) fn toggle_snap(&mut self) -> Vec<Effect> {
        self.snap = match self.snap {
            Snap::Words => Snap::None,
            Snap::None => Snap::Words,
        };
        self.announce(strings::said_edges(self.snap).to_owned());
        match self.session.clone() {
            Mode::Selecting { dragged, .. } => self.select(&dragged, self.snap),
            Mode::Reading | Mode::Claim(_) => Vec::new(),
        }
    }

    /// Marks the selection as a claim, with a tag or without, and selects the claim.
    pub(super) fn mark(&mut self, tag: Option<&TagId>, context: EventContext) -> Vec<Effect> {
        self.mark_with(tag, Vec::new(), context)
    }

    /// Marks the selection with the tag called `label`, and creates the tag where there is none.
    pub(super) fn mark_named(&mut self, label: &str, context: EventContext) -> Vec<Effect> {
        let Some((tag, made)) = self.tag_named(label) else { return Vec::new() };
        self.mark_with(Some(&tag), made, context)
    }

    /// Marks the selection as a claim with `tag`, together with further changes such as the
    /// creation of the tag.
    fn mark_with(
        &mut self,
        tag: Option<&TagId>,
        changes: Vec<Change>,
        context: EventContext,
    ) -> Vec<Effect> {
        let Mode::Selecting { span, .. } = self.session.clone() else { return Vec::new() };
        let Some(document) = self.document() else { return Vec::new() };
        let Some(id) = ClaimId::new(&context.uuid(0)) else { return Vec::new() };
        let mut claim = Claim::new(id.clone(), document.next_number(), span, context.time());
        claim.tags.extend(tag.cloned());
        let mut effects = self.add_claim(claim, changes, context);
        if tag.is_some() {
            self.complete_hint(Hint::Tag);
        }
        effects.insert(0, Effect::ClearSelection);
        effects
    }

    /// Adds a claim together with further changes that belong to it, and selects the claim. The
    /// first claim of an article asks the browser to keep the stores.
    pub(super) fn add_claim(
        &mut self,
        claim: Claim,
        mut changes: Vec<Change>,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let (id, number, tag) = (claim.id.clone(), claim.number, claim.tags.first().cloned());
        changes.extend(reviews_after_adding(&claim, document));
        let claim = Claim { author: self.author(), ..claim };
        changes.push(Change::Claim(id.clone(), Diff { before: None, after: Some(Rc::new(claim)) }));
        let edit = Edit {
            action: Action::ClaimMarked(id.clone()),
            article: document.details().id.clone(),
            at: context.time(),
            changes,
        };
        self.set_mode(Mode::Reading);
        let mut effects = self.commit(&edit, context);
        if number == 1 {
            effects.push(Effect::RequestPersistence);
        }
        effects.extend(self.pick_claim(&id, SelectionOrigin::Article));
        let label = tag.and_then(|it| self.document()?.tag(&it).map(|tag| tag.label.clone()));
        self.announce(strings::claim_marked(number, label.as_deref()));
        effects
    }
}
