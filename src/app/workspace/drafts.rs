//! What is typed in fields and not yet taken: kept over a reload or a crash.

use crate::{
    app::{Effect, Field},
    event_context::EventContext,
    storage::{Batch, TabId, Write},
};

use super::Workspace;

/// The longest text that is kept before it is taken, in bytes: writing a longer one at each key
/// would hold up typing.
const LONGEST: usize = 100_000;

impl Workspace {
    /// What is typed in a field.
    pub fn typed(&self, field: &Field) -> &str {
        let name = field.name();
        let typed = self.drafts.iter().find(|(other, _)| *other == name);
        typed.map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// Takes note of what is typed in a field; nothing, once it has been taken.
    pub(super) fn set_draft(
        &mut self,
        field: &Field,
        text: String,
        context: EventContext,
    ) -> Vec<Effect> {
        if self.typed(field) == text {
            return Vec::new();
        }
        let name = field.name();
        let kept = if text.len() > LONGEST { "" } else { &text };
        let write = self.records.write_draft(&name, kept, &mut self.clock, context.millis);
        self.drafts.retain(|(other, _)| *other != name);
        if !text.is_empty() {
            self.drafts.push((name, text));
        }
        vec![self.save_silently(vec![write])]
    }

    pub(super) fn take_over_typed(
        &mut self,
        alive: &[TabId],
        context: EventContext,
    ) -> Vec<Effect> {
        let left = self.records.adopt_drafts(alive, &mut self.clock, context.millis);
        let mut writes = Vec::new();
        for (name, text, taken) in left {
            if self.drafts.iter().all(|(other, _)| *other != name) {
                let clock = &mut self.clock;
                writes.push(self.records.write_draft(&name, &text, clock, context.millis));
                self.drafts.push((name, text));
            }
            writes.push(taken);
        }
        if writes.is_empty() { Vec::new() } else { vec![self.save_silently(writes)] }
    }

    /// Stores what is no work of the person, without a word about saving.
    pub(super) fn save_silently(&mut self, writes: Vec<Write>) -> Effect {
        let number = self.saving.enqueue_silent(&writes);
        Effect::Save(Batch { number, writes, entry: None })
    }
}
