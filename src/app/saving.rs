//! Whether the work is safe.

use crate::saved::{Key, NotSaved, Write};

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

/// What is on its way to the stores.
#[derive(Clone, Debug)]
pub(super) struct Saving {
    sent: u64,
    /// The records that are on their way, by batch.
    flying: Vec<(u64, Vec<Key>)>,
    /// Whether a newer version has locked something that was to be written: what comes after may
    /// arrive, but this never will.
    is_locked: bool,
    pub(super) state: SaveState,
}

impl Saving {
    pub(super) fn new(trouble: Option<NotSaved>) -> Self {
        let state = trouble.map_or(SaveState::Saved, state_of);
        Self { sent: 0, flying: Vec::new(), is_locked: false, state }
    }

    /// Takes note of something that has been made and is about to be written.
    pub(super) fn begin(&mut self) {
        if self.state == SaveState::Saved {
            self.state = SaveState::Saving;
        }
    }

    /// The number of the next batch, which is on its way from now on.
    ///
    /// What has not arrived is tried again with it; so trouble stays trouble until something does.
    pub(super) fn send(&mut self, writes: &[Write]) -> u64 {
        self.begin();
        self.send_quietly(writes)
    }

    /// The number of the next batch, which holds no work of the person.
    pub(super) fn send_quietly(&mut self, writes: &[Write]) -> u64 {
        self.sent += 1;
        self.flying.push((self.sent, writes.iter().map(|write| write.key.clone()).collect()));
        self.sent
    }

    /// Whether a record is on its way.
    pub(super) fn is_on_its_way(&self, key: &Key) -> bool {
        self.flying.iter().any(|(_, keys)| keys.contains(key))
    }

    /// Whether the last change is only on screen, and cannot be saved as it should.
    pub(super) fn is_trouble(&self) -> bool {
        match self.state {
            SaveState::Saved | SaveState::Saving => false,
            SaveState::Unsaved(_) | SaveState::Unavailable => true,
        }
    }

    /// Takes note that a batch, and all before it, has arrived.
    pub(super) fn arrived(&mut self, number: u64) {
        self.flying.retain(|(sent, _)| *sent > number);
        if number == self.sent && !self.is_locked {
            self.state = SaveState::Saved;
        }
    }

    /// Takes note that a batch has not arrived.
    pub(super) fn failed(&mut self, trouble: NotSaved) {
        self.is_locked |= trouble == NotSaved::Newer;
        self.state = state_of(trouble);
    }
}

fn state_of(trouble: NotSaved) -> SaveState {
    match trouble {
        NotSaved::Blocked => SaveState::Unavailable,
        NotSaved::Full
        | NotSaved::Newer
        | NotSaved::Damaged
        | NotSaved::Slow
        | NotSaved::Other(_) => SaveState::Unsaved(trouble),
    }
}
