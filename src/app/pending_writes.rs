//! Whether the work is safe.

use crate::storage::{Key, SaveError, Write};

/// What the line about saving says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The last change is where a crash cannot take it.
    Saved,
    /// The last change is on its way there.
    PendingWrites,
    /// The last change is only on screen.
    Unsaved(SaveError),
    /// Nothing can be saved in this browser.
    Unavailable,
}

/// What is on its way to the stores.
#[derive(Clone, Debug)]
pub(super) struct PendingWrites {
    sent: u64,
    /// The records that are on their way, by batch.
    in_flight: Vec<(u64, Vec<Key>)>,
    /// Whether a newer version has locked something that was to be written: what comes after may
    /// arrive, but this never will.
    is_locked: bool,
    pub(super) state: SaveState,
}

impl PendingWrites {
    pub(super) fn new(trouble: Option<SaveError>) -> Self {
        let state = trouble.map_or(SaveState::Saved, state_of);
        Self { sent: 0, in_flight: Vec::new(), is_locked: false, state }
    }

    /// Takes note of something that has been made and is about to be written.
    pub(super) fn begin(&mut self) {
        if self.state == SaveState::Saved {
            self.state = SaveState::PendingWrites;
        }
    }

    /// The number of the next batch, which is on its way from now on.
    ///
    /// What has not arrived is tried again with it; so trouble stays trouble until something does.
    pub(super) fn send(&mut self, writes: &[Write]) -> u64 {
        self.begin();
        self.enqueue_silent(writes)
    }

    /// The number of the next batch, which holds no work of the person.
    pub(super) fn enqueue_silent(&mut self, writes: &[Write]) -> u64 {
        self.sent += 1;
        self.in_flight.push((self.sent, writes.iter().map(|write| write.key.clone()).collect()));
        self.sent
    }

    /// Whether a record is on its way.
    pub(super) fn is_in_flight(&self, key: &Key) -> bool {
        self.in_flight.iter().any(|(_, keys)| keys.contains(key))
    }

    /// Whether the last change is only on screen, and cannot be saved as it should.
    pub(super) fn has_error(&self) -> bool {
        match self.state {
            SaveState::Saved | SaveState::PendingWrites => false,
            SaveState::Unsaved(_) | SaveState::Unavailable => true,
        }
    }

    /// Takes note that a batch, and all before it, has arrived.
    pub(super) fn confirm(&mut self, number: u64) {
        self.in_flight.retain(|(sent, _)| *sent > number);
        if number == self.sent && !self.is_locked {
            self.state = SaveState::Saved;
        }
    }

    /// Takes note that a batch has not arrived.
    pub(super) fn failed(&mut self, trouble: SaveError) {
        self.is_locked |= trouble == SaveError::NewerVersion;
        self.state = state_of(trouble);
    }
}

fn state_of(trouble: SaveError) -> SaveState {
    match trouble {
        SaveError::Blocked => SaveState::Unavailable,
        SaveError::Full
        | SaveError::NewerVersion
        | SaveError::Damaged
        | SaveError::Timeout
        | SaveError::Other(_) => SaveState::Unsaved(trouble),
    }
}
