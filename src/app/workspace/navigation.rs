//! Going from claim to claim, and backing out. It sets the mode of the workspace (reading,
//! selecting or a claim), the panel and the drawer. Each selected claim is announced, becomes part
//! of the address and is scrolled into view wherever the user did not select it.

use std::rc::Rc;

use crate::{
    app::{
        Drawer, Effect, Field, FocusMode, FocusTarget, Panel, Route, ScrollTo, SelectionOrigin,
        Toolbar, view::matches_filter,
    },
    claim::Claim,
    id::ClaimId,
    sorted_vec, strings,
};

use super::{Mode, Workspace, apply_edit::blocks_of};

impl Workspace {
    /// Selects a claim, announces it, and scrolls to its mark and its card, except to the one in
    /// which the user selected it.
    pub(super) fn pick_claim(&mut self, claim: &ClaimId, from: SelectionOrigin) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(found) = document.claim(claim) else { return Vec::new() };
        let block = document.blocks().position(found.target.block()).unwrap_or(0);
        let address = Route::Claim(document.details().id.clone(), claim.clone());
        let start = found.target.block().clone();
        let labels = found.tags.iter().filter_map(|tag| document.tag(tag));
        let labels: Vec<&str> = labels.map(|tag| tag.label.as_str()).collect();
        let quote = found.target.ranges().next().and_then(|it| it.span.text(document.blocks()));
        let said = strings::said_claim(found.number, &labels, found.status, quote.as_deref());
        self.announce(said);
        self.set_mode(Mode::Claim(claim.clone()));
        self.set_current(&start);
        let mark = Effect::ScrollTo(ScrollTo::Mark { claim: claim.clone(), block });
        let card = Effect::ScrollTo(ScrollTo::Card(claim.clone()));
        let mut effects = vec![Effect::SetRoute(address)];
        effects.extend(match from {
            SelectionOrigin::Article => vec![card],
            SelectionOrigin::List => vec![Effect::ClearSelection, mark],
            SelectionOrigin::Elsewhere => vec![Effect::ClearSelection, mark, card],
        });
        effects
    }

    /// Goes from the selected claim back to reading.
    pub(super) fn leave_claim(&mut self) -> Vec<Effect> {
        if self.session.claim().is_none() {
            return Vec::new();
        }
        self.set_mode(Mode::Reading);
        let article = self.document().map(|document| document.details().id.clone());
        article.map(|it| Effect::SetRoute(Route::Article(it))).into_iter().collect()
    }

    /// Backs out of one thing: the toolbar, then the selection, or else the selected claim; in
    /// reading mode, leaves focus mode.
    pub(super) fn handle_escape(&mut self) -> Vec<Effect> {
        match &mut self.session {
            Mode::Reading => self.leave_focus_mode(),
            Mode::Selecting { bar: bar @ (Toolbar::Shown | Toolbar::TypingTag), .. } => {
                *bar = Toolbar::Closed;
                Vec::new()
            }
            Mode::Selecting { .. } => {
                self.unselect();
                vec![Effect::ClearSelection]
            }
            Mode::Claim(_) => self.leave_claim(),
        }
    }

    /// Turns focus mode off, and announces that.
    fn leave_focus_mode(&mut self) -> Vec<Effect> {
        self.focus_mode = FocusMode::Off;
        self.announce(strings::said_focus(FocusMode::Off).to_owned());
        Vec::new()
    }

    /// Switches the panel to the claims or to the guidelines.
    pub(super) fn set_panel(&mut self, panel: Panel) -> Vec<Effect> {
        self.panel = panel;
        Vec::new()
    }

    /// Switches the panel between the guidelines and the claims, and opens the drawer.
    pub(super) fn show_guidelines(&mut self) -> Vec<Effect> {
        self.panel = match self.panel {
            Panel::Claims => Panel::Guidelines,
            Panel::Guidelines => Panel::Claims,
        };
        self.drawer = Drawer::Open;
        self.announce(strings::said_panel(self.panel).to_owned());
        Vec::new()
    }

    /// Opens or closes the drawer that holds the panel on narrow screens; closing it also deselects
    /// the claim.
    pub(super) fn set_drawer(&mut self, sheet: Drawer) -> Vec<Effect> {
        self.drawer = sheet;
        match sheet {
            Drawer::Open => Vec::new(),
            Drawer::Closed => self.leave_claim(),
        }
    }

    /// Shows the claims, and moves the focus to the field that filters them.
    pub(super) fn go_to_filter(&mut self) -> Vec<Effect> {
        self.panel = Panel::Claims;
        self.drawer = Drawer::Open;
        vec![Effect::Focus(FocusTarget::Filter)]
    }

    /// Returns the filter of the claims of the article on screen, without spaces around it; the
    /// empty text where there is none.
    pub fn filter(&self) -> &str {
        let article = self.open.as_ref().map(|reading| reading.article.clone());
        article.map_or("", |article| self.typed(&Field::Filter(article)).trim())
    }

    /// Returns the claims whose cards the list shows, in text order: those that match the filter,
    /// and the selected one.
    fn filtered(&self) -> impl DoubleEndedIterator<Item = &Rc<Claim>> {
        let (sections, filter) = (self.page().map(|it| it.sections.as_slice()), self.filter());
        let cards = sections.unwrap_or_default().iter().flat_map(|section| &section.cards);
        cards
            .filter(move |card| matches_filter(card, filter) || card.is_open)
            .map(|card| &card.claim)
    }

    /// Selects the claim after the selected one, or the first where none is selected.
    pub(super) fn pick_next(&mut self) -> Vec<Effect> {
        let selected = self.session.claim();
        let next = neighbour(self.filtered(), selected);
        self.pick_if(next)
    }

    /// Selects the claim before the selected one, or the last where none is selected.
    pub(super) fn pick_previous(&mut self) -> Vec<Effect> {
        let selected = self.session.claim();
        let previous = neighbour(self.filtered().rev(), selected);
        self.pick_if(previous)
    }

    /// Selects the smallest of the claims whose marks lie under a click. `claims` has the smallest
    /// first.
    pub(super) fn pick_clicked(&mut self, claims: Vec<ClaimId>) -> Vec<Effect> {
        let Some(smallest) = claims.first().cloned() else { return Vec::new() };
        self.clicked_claims = claims;
        self.drawer = Drawer::Open;
        self.panel = Panel::Claims;
        self.pick_claim(&smallest, SelectionOrigin::Article)
    }

    /// Selects the next larger claim among those of the last click or, where the selected claim is
    /// none of these, among those that cover its start. After the largest comes the smallest again.
    pub(super) fn select_parent_claim(&mut self) -> Vec<Effect> {
        let Some(selected) = self.selected() else { return Vec::new() };
        if !self.clicked_claims.contains(&selected) {
            self.clicked_claims = self.claims_at_start(&selected);
        }
        let Some(document) = self.document() else { return Vec::new() };
        let still = self.clicked_claims.iter().filter(|id| document.claim(id).is_some());
        let still: Vec<ClaimId> = still.cloned().collect();
        let at = still.iter().position(|id| *id == selected);
        let next = at.and_then(|at| still.get(at + 1)).or(still.first());
        match next.filter(|next| **next != selected) {
            Some(next) => self.pick_claim(next, SelectionOrigin::Article),
            None => Vec::new(),
        }
    }

    /// Selects a claim, if there is one.
    fn pick_if(&mut self, claim: Option<ClaimId>) -> Vec<Effect> {
        claim.map_or_else(Vec::new, |claim| self.pick_claim(&claim, SelectionOrigin::Elsewhere))
    }

    /// Returns the claims that cover the start of a claim, that claim among them, the smallest
    /// first.
    fn claims_at_start(&self, claim: &ClaimId) -> Vec<ClaimId> {
        let Some(document) = self.document() else { return Vec::new() };
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

    /// Changes the mode. Where this changes the selected claim, ends the undo step of the typing
    /// and redraws the blocks of both claims.
    pub(super) fn set_mode(&mut self, session: Mode) {
        let before = self.selected();
        self.session = session;
        let after = self.selected();
        if before == after {
            return;
        }
        self.history.end_typing();
        let Some(document) = self.document() else { return };
        let claims = [before, after].into_iter().flatten();
        let claims = claims.filter_map(|id| document.claim(&id));
        let positions: Vec<usize> = claims.flat_map(|claim| blocks_of(claim, document)).collect();
        self.refresh_blocks(&positions);
    }
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
