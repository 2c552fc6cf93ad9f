//! Whether the work is safe.

use super::{Effect, NotSaved};

/// What the line about saving says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The last change is where a crash cannot take it.
    Saved,
    /// The last change is on its way there.
    Saving,
    /// The last change is only on screen.
    Unsaved(NotSaved),
    /// Nothing can be saved in this browser.
    Unavailable,
}

/// Counts what is on its way to the stores.
#[derive(Clone, Debug)]
pub(super) struct Saving {
    sent: u64,
    /// Whether a newer version has locked something that was to be written: what comes after may
    /// arrive, but this never will.
    is_locked: bool,
    pub(super) state: SaveState,
}

impl Saving {
    pub(super) fn new(trouble: Option<NotSaved>) -> Self {
        let state = trouble.map_or(SaveState::Saved, state_of);
        Self { sent: 0, is_locked: false, state }
    }

    /// The number of the next batch, which is on its way from now on.
    pub(super) fn send(&mut self) -> u64 {
        self.sent += 1;
        if self.state != SaveState::Unavailable && !self.is_locked {
            self.state = SaveState::Saving;
        }
        self.sent
    }

    /// The number of the next batch, which holds no work of the person.
    pub(super) fn send_quietly(&mut self) -> u64 {
        self.sent += 1;
        self.sent
    }

    /// Takes note that a batch, and all before it, has arrived.
    pub(super) fn arrived(&mut self, number: u64) -> Vec<Effect> {
        if number == self.sent && !self.is_locked {
            self.state = SaveState::Saved;
        }
        Vec::new()
    }

    /// Takes note that a batch has not arrived.
    pub(super) fn failed(&mut self, trouble: NotSaved) -> Vec<Effect> {
        self.is_locked |= trouble == NotSaved::Newer;
        self.state = state_of(trouble);
        Vec::new()
    }
}

fn state_of(trouble: NotSaved) -> SaveState {
    match trouble {
        NotSaved::Blocked => SaveState::Unavailable,
        NotSaved::Full | NotSaved::Newer | NotSaved::Other(_) => SaveState::Unsaved(trouble),
    }
}
