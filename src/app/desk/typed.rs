//! What is typed in fields and not yet taken: kept over a reload or a crash.

use crate::{
    app::{Effect, Field},
    saved::{Batch, TabId, Write},
    stamp::Stamp,
};

use super::Desk;

/// The longest text that is kept before it is taken, in bytes: writing a longer one at each key
/// would hold up typing.
const LONGEST: usize = 100_000;

impl Desk {
    /// What is typed in a field.
    pub fn typed(&self, field: &Field) -> &str {
        let name = field.name();
        let typed = self.typed.iter().find(|(other, _)| *other == name);
        typed.map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// Takes note of what is typed in a field; nothing, once it has been taken.
    pub(super) fn type_in(&mut self, field: &Field, text: String, stamp: Stamp) -> Vec<Effect> {
        if self.typed(field) == text {
            return Vec::new();
        }
        let name = field.name();
        let kept = if text.len() > LONGEST { "" } else { &text };
        let write = self.shelf.keep_pending(&name, kept, &mut self.clock, stamp.millis);
        self.typed.retain(|(other, _)| *other != name);
        if !text.is_empty() {
            self.typed.push((name, text));
        }
        vec![self.save_quietly(vec![write])]
    }

    pub(super) fn take_over_typed(&mut self, alive: &[TabId], stamp: Stamp) -> Vec<Effect> {
        let left = self.shelf.take_pending(alive, &mut self.clock, stamp.millis);
        let mut writes = Vec::new();
        for (name, text, taken) in left {
            if self.typed.iter().all(|(other, _)| *other != name) {
                let clock = &mut self.clock;
                writes.push(self.shelf.keep_pending(&name, &text, clock, stamp.millis));
                self.typed.push((name, text));
            }
            writes.push(taken);
        }
        if writes.is_empty() { Vec::new() } else { vec![self.save_quietly(writes)] }
    }

    /// Stores what is no work of the person, without a word about saving.
    pub(super) fn save_quietly(&mut self, writes: Vec<Write>) -> Effect {
        let number = self.saving.send_quietly(&writes);
        Effect::Save(Batch { number, writes, entry: None })
    }
}
