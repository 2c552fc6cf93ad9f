//! The mode: on what the user works. It also opens and closes the dialogs.

use std::rc::Rc;

use crate::{
    app::{
        Dialog, Effect, Mode, Toolbar,
        state::{Ctx, State, review_changes::blocks_of},
    },
    claim::Claim,
    id::{BlockId, ClaimId},
};

impl State {
    /// Returns a claim of the article on screen.
    pub(in crate::app) fn claim(&self, claim: &ClaimId) -> Option<&Rc<Claim>> {
        self.document()?.claim(claim)
    }

    /// Returns whether text is selected that starts in a block.
    pub(in crate::app) fn is_selecting_in(&self, block: &BlockId) -> bool {
        matches!(&self.mode, Mode::Selecting { span, .. } if span.start.block == *block)
    }

    /// Returns the selected claim, on which the user works.
    pub(in crate::app) fn selected(&self) -> Option<ClaimId> {
        self.mode.claim().cloned()
    }
}

impl Ctx<'_> {
    /// Changes the mode. Where this changes the selected claim, ends the undo step of the typing
    /// and redraws the blocks of both claims.
    pub(in crate::app) fn set_mode(&mut self, session: Mode) {
        let before = self.selected();
        self.state.mode = session;
        let after = self.selected();
        if before == after {
            return;
        }
        self.state.history.end_typing();
        let Some(document) = self.document() else { return };
        let claims = [before, after].into_iter().flatten();
        let claims = claims.filter_map(|id| document.claim(&id));
        let positions: Vec<usize> = claims.flat_map(|claim| blocks_of(claim, document)).collect();
        self.refresh_blocks(&positions);
    }

    /// Opens a dialog in place of any other.
    pub(in crate::app) fn open_window(&mut self, window: Dialog) -> Vec<Effect> {
        self.state.dialog = Some(window);
        Vec::new()
    }

    /// Closes the dialog, and ends the undo step of the typing in it.
    pub(in crate::app) fn close_window(&mut self) -> Vec<Effect> {
        self.state.dialog = None;
        self.state.history.end_typing();
        Vec::new()
    }

    /// Handles the end of a text selection.
    pub(in crate::app) fn unselect(&mut self) -> Vec<Effect> {
        // While the user types a tag's name, the field has the browser's selection; the selected
        // text stays selected here.
        if matches!(self.state.mode, Mode::Selecting { bar: Toolbar::Shown | Toolbar::Closed, .. })
        {
            self.set_mode(Mode::on_claim(self.selected()));
        }
        Vec::new()
    }
}
