//! Going from claim to claim, and backing out.

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
    /// Goes to work on a claim, and shows it where it was not picked.
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

    /// Goes from a claim back to reading.
    pub(super) fn leave_claim(&mut self) -> Vec<Effect> {
        if self.session.claim().is_none() {
            return Vec::new();
        }
        self.set_mode(Mode::Reading);
        let article = self.document().map(|document| document.details().id.clone());
        article.map(|it| Effect::SetRoute(Route::Article(it))).into_iter().collect()
    }

    /// Backs out of one thing: the bar, then the selection; or the claim.
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

    fn leave_focus_mode(&mut self) -> Vec<Effect> {
        self.focus_mode = FocusMode::Off;
        self.announce(strings::said_focus(FocusMode::Off).to_owned());
        Vec::new()
    }

    /// Turns the panel to the claims or to the guidelines.
    pub(super) fn set_panel(&mut self, panel: Panel) -> Vec<Effect> {
        self.panel = panel;
        Vec::new()
    }

    /// Shows the guidelines, or the claims again where they are shown.
    pub(super) fn show_guidelines(&mut self) -> Vec<Effect> {
        self.panel = match self.panel {
            Panel::Claims => Panel::Guidelines,
            Panel::Guidelines => Panel::Claims,
        };
        self.drawer = Drawer::Open;
        self.announce(strings::said_panel(self.panel).to_owned());
        Vec::new()
    }

    /// Opens or closes the sheet with the panel; closing it leaves the claim.
    pub(super) fn set_drawer(&mut self, sheet: Drawer) -> Vec<Effect> {
        self.drawer = sheet;
        match sheet {
            Drawer::Open => Vec::new(),
            Drawer::Closed => self.leave_claim(),
        }
    }

    /// Shows the claims, and goes to the field that filters them.
    pub(super) fn go_to_filter(&mut self) -> Vec<Effect> {
        self.panel = Panel::Claims;
        self.drawer = Drawer::Open;
        vec![Effect::Focus(FocusTarget::Filter)]
    }

    /// What filters the claims of the article on screen.
    pub fn filter(&self) -> &str {
        let article = self.open.as_ref().map(|reading| reading.article.clone());
        article.map_or("", |article| self.typed(&Field::Filter(article)).trim())
    }

    /// The claims that the filter lets through, in text order.
    fn filtered(&self) -> impl DoubleEndedIterator<Item = &Rc<Claim>> {
        let (sections, filter) = (self.page().map(|it| it.sections.as_slice()), self.filter());
        let cards = sections.unwrap_or_default().iter().flat_map(|section| &section.cards);
        cards
            .filter(move |card| matches_filter(card, filter) || card.is_open)
            .map(|card| &card.claim)
    }

    /// Goes to the claim after the selected one, or to the first.
    pub(super) fn pick_next(&mut self) -> Vec<Effect> {
        let selected = self.session.claim();
        let next = neighbour(self.filtered(), selected);
        self.pick_if(next)
    }

    /// Goes to the claim before the selected one, or to the last.
    pub(super) fn pick_previous(&mut self) -> Vec<Effect> {
        let selected = self.session.claim();
        let previous = neighbour(self.filtered().rev(), selected);
        self.pick_if(previous)
    }

    /// Goes to work on the smallest of some claims that were clicked together, given from the
    /// smallest out.
    pub(super) fn pick_clicked(&mut self, claims: Vec<ClaimId>) -> Vec<Effect> {
        let Some(smallest) = claims.first().cloned() else { return Vec::new() };
        self.clicked_claims = claims;
        self.drawer = Drawer::Open;
        self.panel = Panel::Claims;
        self.pick_claim(&smallest, SelectionOrigin::Article)
    }

    /// Goes to the next claim out of those that were clicked together, or else of those at the
    /// start of the selected one; from the largest, back to the smallest.
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

    fn pick_if(&mut self, claim: Option<ClaimId>) -> Vec<Effect> {
        claim.map_or_else(Vec::new, |claim| self.pick_claim(&claim, SelectionOrigin::Elsewhere))
    }

    /// The claims that cover the start of a claim, itself among them, from the smallest out.
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

    /// Goes on to something else, and draws anew what shows whether a claim is selected.
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

/// The claim that comes after the selected one, or the first where none is selected.
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
