//! Selecting text, and marking the selection as a claim. The mode keeps both the span that the user
//! dragged and the span that a mark would cover, since the latter usually snaps to whole words. A
//! new claim becomes the selected one.

use std::rc::Rc;

use crate::{
    app::{
        Effect, FocusTarget, Mode, SelectionOrigin, Snap, Toolbar,
        state::{Ctx, State, reviews_after_adding},
    },
    article::{Edge, Span},
    claim::{Claim, Target},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    id::{BlockId, ClaimId, TagId},
    strings,
};

/// How text is marked.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Marking {
    /// Whether marks snap to whole words.
    snap: Snap,
}

impl Marking {
    /// Returns whether marks snap to whole words or may begin and end inside a word.
    pub(in crate::app) fn snap(&self) -> Snap {
        self.snap
    }

    /// Handles a selection of text. `edges` is [`Snap::None`] where the user asked for exact edges
    /// this once.
    ///
    /// Selecting the same words again reopens a toolbar that the user has closed.
    pub(in crate::app) fn select(
        &mut self,
        dragged: &Span,
        edges: Snap,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        // The browser also reports a selection that keys have made; that one stays as it is.
        if let Mode::Selecting { span, bar, .. } = &mut ctx.state.mode
            && span == dragged
            && edges == Snap::Words
        {
            if *bar == Toolbar::Closed {
                *bar = Toolbar::Shown;
            }
            return Vec::new();
        }
        let edges = if edges == Snap::None { edges } else { self.snap };
        let Some(span) = snap_to_words(dragged, edges, ctx) else { return ctx.unselect() };
        let (dragged, claim) = (dragged.clone(), ctx.selected());
        ctx.set_current(&span.start.block);
        let edge = Edge::default();
        ctx.set_mode(Mode::Selecting { dragged, span, bar: Toolbar::Shown, edge, claim });
        Vec::new()
    }

    /// Switches exact edges on or off, and applies that to the current selection.
    pub(in crate::app) fn toggle_snap(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.snap = match self.snap {
            Snap::Words => Snap::None,
            Snap::None => Snap::Words,
        };
        ctx.announce(strings::said_edges(self.snap).to_owned());
        match ctx.state.mode.clone() {
            Mode::Selecting { dragged, .. } => self.select(&dragged, self.snap, ctx),
            Mode::Reading | Mode::Claim(_) => Vec::new(),
        }
    }
}

/// Creates a claim about a block as a whole, or about something in it that is not in its words.
pub(in crate::app) fn mark_without_words(block: BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let number = ctx.document().map(Document::next_number);
    let Some((number, id)) = number.zip(ClaimId::new(&ctx.event.uuid(0))) else {
        return Vec::new();
    };
    let claim = Claim::new_at(id, number, Target::Block(block), ctx.event.time());
    let mut effects = add_claim(claim, Vec::new(), ctx);
    effects.push(Effect::Focus(FocusTarget::Restated));
    effects
}

/// Returns the span that a mark would cover; `None` where nothing is left of it.
fn snap_to_words(dragged: &Span, edges: Snap, state: &State) -> Option<Span> {
    let blocks = state.document()?.blocks();
    match edges {
        Snap::Words => dragged.expand_to_words(blocks),
        Snap::None => dragged.to_graphemes(blocks),
    }
}

/// Marks the selection as a claim, with a tag or without, and selects the claim.
pub(in crate::app) fn mark(tag: Option<&TagId>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    mark_with(tag, Vec::new(), ctx)
}

/// Marks the selection with the tag called `label`, and creates the tag where there is none.
pub(in crate::app) fn mark_named(label: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some((tag, made)) = ctx.tag_named(label) else { return Vec::new() };
    mark_with(Some(&tag), made, ctx)
}

/// Marks the selection as a claim with `tag`, together with further changes such as the
/// creation of the tag.
fn mark_with(tag: Option<&TagId>, changes: Vec<Change>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Mode::Selecting { span, .. } = ctx.state.mode.clone() else { return Vec::new() };
    let Some(document) = ctx.document() else { return Vec::new() };
    let Some(id) = ClaimId::new(&ctx.event.uuid(0)) else { return Vec::new() };
    let mut claim = Claim::new(id.clone(), document.next_number(), span, ctx.event.time());
    claim.tags.extend(tag.cloned());
    let mut effects = add_claim(claim, changes, ctx);
    effects.insert(0, Effect::ClearSelection);
    effects
}

/// Adds a claim together with further changes that belong to it, and selects the claim. The
/// first claim of an article asks the browser to keep the stores.
fn add_claim(claim: Claim, mut changes: Vec<Change>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let (id, number, tag) = (claim.id.clone(), claim.number, claim.tags.first().cloned());
    changes.extend(reviews_after_adding(&claim, document));
    let claim = Claim { author: ctx.author(), ..claim };
    changes.push(Change::Claim(id.clone(), Diff { before: None, after: Some(Rc::new(claim)) }));
    let edit = Edit {
        action: Action::ClaimMarked(id.clone()),
        article: document.details().id.clone(),
        at: ctx.event.time(),
        changes,
    };
    ctx.set_mode(Mode::Reading);
    let mut effects = ctx.commit(&edit);
    if number == 1 {
        effects.push(Effect::RequestPersistence);
    }
    effects.extend(ctx.pick_claim(&id, SelectionOrigin::Article));
    let label = tag.and_then(|it| ctx.document()?.tag(&it).map(|tag| tag.label.clone()));
    ctx.announce(strings::claim_marked(number, label.as_deref()));
    effects
}
