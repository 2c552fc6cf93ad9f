//! The save state that the status line shows, and the batches of writes that the stores have not
//! confirmed yet.
//!
//! The workspace numbers its batches; the platform confirms a batch together with all batches
//! before it. A failed write stays an error until the stores confirm the latest batch, because the
//! write queue sends the failed records again with each later one.

use crate::storage::{Key, SaveError, Write};

/// The save state that the status line shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The last change is stored where a crash cannot destroy it.
    Saved,
    /// The last change is being written.
    Saving,
    /// The last change is only on screen, for this reason.
    Unsaved(SaveError),
    /// This browser lets the page store nothing.
    Unavailable,
}

/// The batches that the stores have not confirmed yet, and the save state.
#[derive(Clone, Debug)]
pub(super) struct PendingWrites {
    /// The number of the last batch.
    sent: u64,
    /// The keys of the unconfirmed records, with the number of their batch.
    in_flight: Vec<(u64, Vec<Key>)>,
    /// Whether the stores have refused a write because a newer version of the program wrote the
    /// record. Later batches may be confirmed, but that write never will be, so the state does not
    /// go back to [`SaveState::Saved`].
    is_locked: bool,
    pub(super) state: SaveState,
}

impl PendingWrites {
    pub(super) fn new(save_error: Option<SaveError>) -> Self {
        let state = save_error.map_or(SaveState::Saved, state_of);
        Self { sent: 0, in_flight: Vec::new(), is_locked: false, state }
    }

    /// Notes that a change exists which the workspace is about to write.
    pub(super) fn begin(&mut self) {
        if self.state == SaveState::Saved {
            self.state = SaveState::Saving;
        }
    }

    /// Registers a batch of the user's work, and returns its number.
    ///
    /// The write queue sends failed writes again together with this batch. An error state therefore
    /// stays until the stores confirm the latest batch.
    pub(super) fn send(&mut self, writes: &[Write]) -> u64 {
        self.begin();
        self.enqueue_silent(writes)
    }

    /// Registers a batch that contains no work of the user, and returns its number; the save state
    /// stays as it is.
    pub(super) fn enqueue_silent(&mut self, writes: &[Write]) -> u64 {
        self.sent += 1;
        self.in_flight.push((self.sent, writes.iter().map(|write| write.key.clone()).collect()));
        self.sent
    }

    /// Returns whether the stores have not confirmed a write of this record yet.
    pub(super) fn is_in_flight(&self, key: &Key) -> bool {
        self.in_flight.iter().any(|(_, keys)| keys.contains(key))
    }

    /// Returns whether the last change is only on screen because saving fails.
    pub(super) fn has_error(&self) -> bool {
        match self.state {
            SaveState::Saved | SaveState::Saving => false,
            SaveState::Unsaved(_) | SaveState::Unavailable => true,
        }
    }

    /// Notes that the stores have confirmed this batch and all batches before it.
    pub(super) fn confirm(&mut self, number: u64) {
        self.in_flight.retain(|(sent, _)| *sent > number);
        if number == self.sent && !self.is_locked {
            self.state = SaveState::Saved;
        }
    }

    /// Notes that the stores could not save a batch.
    pub(super) fn failed(&mut self, save_error: SaveError) {
        self.is_locked |= save_error == SaveError::NewerVersion;
        self.state = state_of(save_error);
    }
}

/// Returns the save state that an error leads to.
fn state_of(save_error: SaveError) -> SaveState {
    match save_error {
        SaveError::Blocked => SaveState::Unavailable,
        SaveError::Full
        | SaveError::NewerVersion
        | SaveError::Damaged
        | SaveError::Timeout
        | SaveError::Other(_) => SaveState::Unsaved(save_error),
    }
}
