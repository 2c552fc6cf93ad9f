//! Going from block to block and from claim to claim, and backing out. It holds what is open beside
//! the article: the panel, the drawer and focus mode.

use std::rc::Rc;

use crate::{
    app::{
        Drawer, Effect, Field, FocusMode, FocusTarget, Mode, Panel, ScrollTo, SelectionOrigin,
        Toolbar,
        state::{Ctx, State},
        view::matches_filter,
    },
    claim::Claim,
    id::{BlockId, ClaimId},
    sorted_vec, strings,
};

/// Where the user is on the page, apart from the article.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Navigation {
    /// The claims whose marks lie under the last click, the smallest first.
    clicked_claims: Vec<ClaimId>,
    /// The content of the panel.
    pub(in crate::app) panel: Panel,
    /// Whether the drawer is open.
    pub(in crate::app) drawer: Drawer,
    /// Whether focus mode shows the current block large.
    pub(in crate::app) focus_mode: FocusMode,
}

impl Navigation {
    /// Backs out of one thing: the toolbar, then the selection, or else the selected claim; in
    /// reading mode, leaves focus mode.
    pub(in crate::app) fn handle_escape(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        match &mut ctx.state.mode {
            Mode::Reading => self.leave_focus_mode(ctx),
            Mode::Selecting { bar: bar @ (Toolbar::Shown | Toolbar::TypingTag), .. } => {
                *bar = Toolbar::Closed;
                Vec::new()
            }
            Mode::Selecting { .. } => {
                ctx.unselect();
                vec![Effect::ClearSelection]
            }
            Mode::Claim(_) => ctx.leave_claim(),
        }
    }

    /// Turns focus mode off, and announces that.
    fn leave_focus_mode(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.focus_mode = FocusMode::Off;
        ctx.announce(strings::said_focus(FocusMode::Off).to_owned());
        Vec::new()
    }

    /// Switches the panel to the claims or to the guidelines.
    pub(in crate::app) fn set_panel(&mut self, panel: Panel) -> Vec<Effect> {
        self.panel = panel;
        Vec::new()
    }

    /// Switches the panel between the guidelines and the claims, and opens the drawer.
    pub(in crate::app) fn show_guidelines(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.panel = match self.panel {
            Panel::Claims => Panel::Guidelines,
            Panel::Guidelines => Panel::Claims,
        };
        self.drawer = Drawer::Open;
        ctx.announce(strings::said_panel(self.panel).to_owned());
        Vec::new()
    }

    /// Opens or closes the drawer that holds the panel on narrow screens; closing it also deselects
    /// the claim.
    pub(in crate::app) fn set_drawer(&mut self, sheet: Drawer, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.drawer = sheet;
        match sheet {
            Drawer::Open => Vec::new(),
            Drawer::Closed => ctx.leave_claim(),
        }
    }

    /// Shows the claims, and moves the focus to the field that filters them.
    pub(in crate::app) fn go_to_filter(&mut self) -> Vec<Effect> {
        self.panel = Panel::Claims;
        self.drawer = Drawer::Open;
        vec![Effect::Focus(FocusTarget::Filter)]
    }

    /// Selects the smallest of the claims whose marks lie under a click. `claims` has the smallest
    /// first.
    pub(in crate::app) fn pick_clicked(
        &mut self,
        claims: Vec<ClaimId>,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let Some(smallest) = claims.first().cloned() else { return Vec::new() };
        self.clicked_claims = claims;
        self.drawer = Drawer::Open;
        self.panel = Panel::Claims;
        ctx.pick_claim(&smallest, SelectionOrigin::Article)
    }

    /// Selects the next larger claim among those of the last click or, where the selected claim is
    /// none of these, among those that cover its start. After the largest comes the smallest again.
    pub(in crate::app) fn select_parent_claim(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let Some(selected) = ctx.selected() else { return Vec::new() };
        if !self.clicked_claims.contains(&selected) {
            self.clicked_claims = claims_at_start(&selected, ctx);
        }
        let Some(document) = ctx.document() else { return Vec::new() };
        let still = self.clicked_claims.iter().filter(|id| document.claim(id).is_some());
        let still: Vec<ClaimId> = still.cloned().collect();
        let at = still.iter().position(|id| *id == selected);
        let next = at.and_then(|at| still.get(at + 1)).or(still.first());
        match next.filter(|next| **next != selected) {
            Some(next) => ctx.pick_claim(next, SelectionOrigin::Article),
            None => Vec::new(),
        }
    }

    /// Turns focus mode on or off.
    pub(in crate::app) fn turn_focus_mode(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        self.focus_mode = match self.focus_mode {
            FocusMode::Off => FocusMode::On,
            FocusMode::On => FocusMode::Off,
        };
        let said = strings::said_focus(self.focus_mode).to_owned();
        let position = ctx.current_position();
        let effects = match ctx.state.mode {
            Mode::Reading => go_to_position(position, ctx),
            Mode::Selecting { .. } | Mode::Claim(_) => {
                vec![Effect::ScrollTo(ScrollTo::Block(position))]
            }
        };
        ctx.announce(said);
        effects
    }
}

/// Returns the filter of the claims of the article on screen, without spaces around it; the
/// empty text where there is none.
pub(in crate::app) fn filter(state: &State) -> &str {
    let article = state.open.as_ref().map(|reading| reading.article.clone());
    article.map_or("", |article| state.typed(&Field::Filter(article)).trim())
}

/// Returns the claims whose cards the list shows, in text order: those that match the filter,
/// and the selected one.
fn filtered(state: &State) -> impl DoubleEndedIterator<Item = &Rc<Claim>> {
    let (sections, filter) = (state.page().map(|it| it.sections.as_slice()), filter(state));
    let cards = sections.unwrap_or_default().iter().flat_map(|section| &section.cards);
    cards.filter(move |card| matches_filter(card, filter) || card.is_open).map(|card| &card.claim)
}

/// Selects the claim after the selected one, or the first where none is selected.
pub(in crate::app) fn pick_next(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let selected = ctx.state.mode.claim();
    let next = neighbour(filtered(ctx), selected);
    pick_if(next, ctx)
}

/// Selects the claim before the selected one, or the last where none is selected.
pub(in crate::app) fn pick_previous(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let selected = ctx.state.mode.claim();
    let previous = neighbour(filtered(ctx).rev(), selected);
    pick_if(previous, ctx)
}

/// Selects a claim, if there is one.
fn pick_if(claim: Option<ClaimId>, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    claim.map_or_else(Vec::new, |claim| ctx.pick_claim(&claim, SelectionOrigin::Elsewhere))
}

/// Returns the claims that cover the start of a claim, that claim among them, the smallest
/// first.
fn claims_at_start(claim: &ClaimId, state: &State) -> Vec<ClaimId> {
    let Some(document) = state.document() else { return Vec::new() };
    let blocks = document.blocks();
    let first = document.claim(claim).and_then(|claim| claim.target.ranges().next());
    let start = first.map(|target_range| &target_range.span.start);
    let place = start.and_then(|start| Some((blocks.position(&start.block)?, start.offset)));
    let Some((position, offset)) = place else { return Vec::new() };
    let covers = |claim: &&Rc<Claim>| {
        let mut parts =
            claim.target.ranges().flat_map(|target_range| target_range.span.parts(blocks));
        parts.any(|it| it.position == position && it.start <= offset && offset < it.end)
    };
    let around = document.claims_touching(position).filter(covers);
    let around = sorted_vec::by_key(around, |claim| (claim.size(blocks), claim.id.clone()));
    around.into_iter().map(|claim| claim.id.clone()).collect()
}

/// Goes to a block whose margin the user clicked. A selection or a selected claim that starts
/// in the block stays.
pub(in crate::app) fn pick_block(block: &BlockId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    if ctx.is_selecting_in(block) {
        return Vec::new();
    }
    let claim = ctx.state.mode.claim().and_then(|claim| ctx.document()?.claim(claim));
    if claim.is_some_and(|claim| claim.target.block() == block) {
        return Vec::new();
    }
    ctx.go_to_block(block)
}

/// Goes to the block at a position, if there is one.
fn go_to_position(position: usize, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let block = ctx.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
    block.map_or_else(Vec::new, |block| ctx.go_to_block(&block))
}

/// Goes to the next block, or to the first where none is current.
pub(in crate::app) fn next_block(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let last = ctx.document().map_or(0, |it| it.blocks().len().saturating_sub(1));
    let next = ctx.current().map_or(0, |_| ctx.current_position() + 1);
    go_to_position(next.min(last), ctx)
}

/// Goes to the previous block.
pub(in crate::app) fn previous_block(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    go_to_position(ctx.current_position().saturating_sub(1), ctx)
}

/// Goes to the next block that the user has not reviewed, and from the end on to the start.
/// Shows a notice where none is left.
pub(in crate::app) fn go_to_unreviewed(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let first = ctx.current().map_or(0, |_| ctx.current_position() + 1);
    let count = document.blocks().len();
    let is_left = |at: &usize| {
        document.blocks().at(*at).is_some_and(|block| document.review(&block.id).is_none())
    };
    if let Some(position) = (first..count).chain(0..first.min(count)).find(is_left) {
        return go_to_position(position, ctx);
    }
    ctx.notify(strings::ALL_LOOKED_AT);
    Vec::new()
}

/// Moves the focus to the list of kinds of the current block.
pub(in crate::app) fn open_kinds(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let position = ctx.current_position();
    let is_kept = ctx.current().is_some_and(|block| ctx.is_selecting_in(block));
    // The list also offers to split the block at the selection, so a selection in it stays.
    let mut effects = if is_kept { Vec::new() } else { go_to_position(position, ctx) };
    effects.push(Effect::Focus(FocusTarget::Kind(position)));
    effects
}

/// Returns the claim that follows the selected one in `claims`, or the first where none is
/// selected.
fn neighbour<'a>(
    mut claims: impl Iterator<Item = &'a Rc<Claim>>,
    selected: Option<&ClaimId>,
) -> Option<ClaimId> {
    let found = match selected {
        Some(selected) => claims.skip_while(|claim| claim.id != *selected).nth(1),
        None => claims.next(),
    };
    found.map(|claim| claim.id.clone())
}
