//! The current block and the review: which blocks the user has looked at. A reviewed block is done
//! where it has claims, and otherwise has nothing to check; adding or deleting a claim keeps this
//! right. The current block is saved as a setting, so a reload comes back to it.

use std::rc::Rc;

use crate::{
    app::{Effect, FocusMode, FocusTarget, Route, ScrollTo},
    claim::Claim,
    document::Document,
    edit::{Action, Change, Diff},
    event_context::EventContext,
    id::BlockId,
    review::{BlockReview, ReviewState},
    sorted_vec,
    storage::settings,
    strings,
};

use super::{Hint, Mode, Workspace, apply_edit::blocks_of};

impl Workspace {
    /// Returns the current block, if there is one.
    pub fn current(&self) -> Option<&BlockId> {
        self.open.as_ref()?.current.as_ref()
    }

    /// Returns the position of the current block; 0 where there is none.
    pub(super) fn current_position(&self) -> usize {
        let position = |id: &BlockId| self.document()?.blocks().position(id);
        self.current().and_then(position).unwrap_or(0)
    }

    /// Returns the position of the current block in a document; `None` where that is not on screen.
    pub(super) fn place_of_current(&self, document: &Document) -> Option<usize> {
        let reading = self.open.as_ref()?;
        let current = reading.current.as_ref();
        let current = current.filter(|_| reading.article == document.details().id);
        document.blocks().position(current?)
    }

    /// Makes the block before current, where an edit has joined the current block to it. `position`
    /// is the position of the current block before the edit.
    pub(super) fn keep_current(&mut self, document: &Document, position: Option<usize>) {
        let (Some(reading), Some(position)) = (&mut self.open, position) else { return };
        let blocks = document.blocks();
        if reading.current.as_ref().is_some_and(|block| blocks.get(block).is_none()) {
            let before = blocks.at(position.saturating_sub(1)).or(blocks.iter().next_back());
            reading.current = before.map(|block| block.id.clone());
        }
    }

    /// Makes a block the current one, and redraws it and the one before; nothing else changes.
    pub(super) fn set_current(&mut self, block: &BlockId) {
        let Some(document) = self.document() else { return };
        let before = self.current();
        if before == Some(block) {
            return;
        }
        let ids = before.into_iter().chain([block]);
        let positions: Vec<usize> = ids.filter_map(|id| document.blocks().position(id)).collect();
        if let Some(reading) = &mut self.open {
            reading.current = Some(block.clone());
        }
        self.refresh_blocks(&positions);
    }

    /// Goes to a block: drops the selection, makes the block current, announces it and scrolls to
    /// it.
    pub(super) fn go_to_block(&mut self, block: &BlockId) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(position) = document.blocks().position(block) else { return Vec::new() };
        let address = Route::Article(document.details().id.clone());
        self.set_mode(Mode::Reading);
        self.set_current(block);
        self.say_block();
        vec![
            Effect::ClearSelection,
            Effect::SetRoute(address),
            Effect::ScrollTo(ScrollTo::Block(position)),
        ]
    }

    /// Goes to a block whose margin the user clicked. A selection or a selected claim that starts
    /// in the block stays.
    pub(super) fn pick_block(&mut self, block: &BlockId) -> Vec<Effect> {
        if self.is_selecting_in(block) {
            return Vec::new();
        }
        let claim = self.session.claim().and_then(|claim| self.document()?.claim(claim));
        if claim.is_some_and(|claim| claim.target.block() == block) {
            return Vec::new();
        }
        self.go_to_block(block)
    }

    /// Returns whether text is selected that starts in a block.
    fn is_selecting_in(&self, block: &BlockId) -> bool {
        matches!(&self.session, Mode::Selecting { span, .. } if span.start.block == *block)
    }

    /// Goes to the block at a position, if there is one.
    fn go_to_position(&mut self, position: usize) -> Vec<Effect> {
        let block = self.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
        block.map_or_else(Vec::new, |block| self.go_to_block(&block))
    }

    /// Goes to the next block, or to the first where none is current.
    pub(super) fn next_block(&mut self) -> Vec<Effect> {
        let last = self.document().map_or(0, |it| it.blocks().len().saturating_sub(1));
        let next = self.current().map_or(0, |_| self.current_position() + 1);
        self.go_to_position(next.min(last))
    }

    /// Goes to the previous block.
    pub(super) fn previous_block(&mut self) -> Vec<Effect> {
        self.go_to_position(self.current_position().saturating_sub(1))
    }

    /// Goes to the next block that the user has not reviewed, and from the end on to the start.
    /// Shows a notice where none is left.
    pub(super) fn go_to_unreviewed(&mut self) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let first = self.current().map_or(0, |_| self.current_position() + 1);
        let count = document.blocks().len();
        let is_left = |at: &usize| {
            document.blocks().at(*at).is_some_and(|block| document.review(&block.id).is_none())
        };
        if let Some(position) = (first..count).chain(0..first.min(count)).find(is_left) {
            return self.go_to_position(position);
        }
        self.notify(strings::ALL_LOOKED_AT);
        Vec::new()
    }

    /// Turns focus mode on or off.
    pub(super) fn turn_focus_mode(&mut self) -> Vec<Effect> {
        self.focus_mode = match self.focus_mode {
            FocusMode::Off => FocusMode::On,
            FocusMode::On => FocusMode::Off,
        };
        let said = strings::said_focus(self.focus_mode).to_owned();
        let position = self.current_position();
        let effects = match self.session {
            Mode::Reading => self.go_to_position(position),
            Mode::Selecting { .. } | Mode::Claim(_) => {
                vec![Effect::ScrollTo(ScrollTo::Block(position))]
            }
        };
        self.announce(said);
        effects
    }

    /// Moves the focus to the list of kinds of the current block.
    pub(super) fn open_kinds(&mut self) -> Vec<Effect> {
        let position = self.current_position();
        let is_kept = self.current().is_some_and(|block| self.is_selecting_in(block));
        // The list also offers to split the block at the selection, so a selection in it stays.
        let mut effects = if is_kept { Vec::new() } else { self.go_to_position(position) };
        effects.push(Effect::Focus(FocusTarget::Kind(position)));
        effects
    }

    /// Marks the current block as reviewed, or takes that back.
    pub(super) fn toggle_reviewed(&mut self, context: EventContext) -> Vec<Effect> {
        let position = self.current_position();
        let block = self.document().and_then(|it| it.blocks().at(position)).map(|it| it.id.clone());
        block.map_or_else(Vec::new, |block| self.toggle_reviewed_at(&block, context))
    }

    /// Marks a block as reviewed, or takes that back.
    pub(super) fn toggle_reviewed_at(
        &mut self,
        block: &BlockId,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(position) = document.blocks().position(block) else { return Vec::new() };
        let before = document.review(block).cloned();
        let has_claims = document.claims_of(position).next().is_some();
        let after = before.is_none().then(|| BlockReview {
            state: if has_claims { ReviewState::Done } else { ReviewState::NothingToCheck },
            at: context.time(),
            unknown: crate::json::JsonObject::new(),
        });
        let change = Change::Review(block.clone(), Diff { before, after: after.map(Rc::new) });
        self.set_current(block);
        let effects = self.commit_on_open_article(
            Action::BlockReviewed(block.clone()),
            vec![change],
            context,
        );
        self.complete_hint(Hint::Look);
        self.say_look(block);
        effects
    }

    /// Announces whether a block is reviewed, and the progress of the review.
    fn say_look(&mut self, block: &BlockId) {
        let Some((document, page)) = self.document().zip(self.page()) else { return };
        let state = document.review(block).map(|reviewed| reviewed.state);
        let said = strings::said_looked(state, &page.progress);
        self.announce(said);
    }

    /// Announces the current block.
    fn say_block(&mut self) {
        let position = self.current_position();
        let view = self.page().and_then(|page| page.block(position)).cloned();
        if let Some(view) = view {
            self.announce(strings::said_block(&view));
        }
    }

    /// Saves the current block of the article on screen, if it has changed.
    pub(super) fn save_current_block(&mut self, context: EventContext) -> Vec<Effect> {
        let Some(reading) = &mut self.open else { return Vec::new() };
        if reading.current == reading.saved_current {
            return Vec::new();
        }
        reading.saved_current.clone_from(&reading.current);
        let Some(block) = &reading.current else { return Vec::new() };
        let members = settings::write_text_setting("block", block.as_str());
        let name = settings::current_block_setting(&reading.article);
        self.keep_setting(&name, members, context)
    }
}

/// Returns the review changes for the blocks of a claim that is about to be added: a block where
/// there was nothing to check is done now.
pub(super) fn reviews_after_adding(claim: &Claim, document: &Document) -> Vec<Change> {
    turn(claim, document, ReviewState::NothingToCheck, ReviewState::Done)
}

/// Returns the review changes for the blocks of a claim that is about to be deleted: a done block
/// without other claims has nothing to check now.
pub(super) fn reviews_after_deleting(claim: &Claim, document: &Document) -> Vec<Change> {
    turn(claim, document, ReviewState::Done, ReviewState::NothingToCheck)
}

/// Returns the changes that turn the review state `from` into `to`, for each block of a claim that
/// has no other claims.
fn turn(claim: &Claim, document: &Document, from: ReviewState, to: ReviewState) -> Vec<Change> {
    let mut positions = sorted_vec::by_key(blocks_of(claim, document), |it| *it);
    positions.dedup();
    let turned = positions.into_iter().filter_map(|position| {
        let block = document.blocks().at(position)?;
        let before = document.review(&block.id).filter(|reviewed| reviewed.state == from)?;
        let mut others = document.claims_of(position).filter(|other| other.id != claim.id);
        if others.next().is_some() {
            return None;
        }
        let after = BlockReview { state: to, ..before.as_ref().clone() };
        let diff = Diff { before: Some(Rc::clone(before)), after: Some(Rc::new(after)) };
        Some(Change::Review(block.id.clone(), diff))
    });
    turned.collect()
}
