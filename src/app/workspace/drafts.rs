//! Drafts: text in fields that the user has not committed yet. The stores keep each draft for its
//! tab, so a reload or a crash does not lose it. A tab takes over the drafts of tabs that are
//! closed. Saving a draft does not show on the status line.

use crate::{
    app::{Effect, Field},
    event_context::EventContext,
    storage::{Batch, TabId, Write},
};

use super::Workspace;

/// The longest draft that is stored, in bytes; storing a longer one at each key would hold up
/// typing.
const LONGEST: usize = 100_000;

impl Workspace {
    /// Returns the draft in a field; the empty text where there is none.
    pub fn typed(&self, field: &Field) -> &str {
        let name = field.name();
        let typed = self.drafts.iter().find(|(other, _)| *other == name);
        typed.map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// Sets the draft in a field; the empty text removes it. A draft that is too long to be stored
    /// stays in this tab only.
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

    /// Takes over the drafts of closed tabs. A draft that this tab has for the same field has
    /// priority.
    pub(super) fn adopt_drafts(&mut self, alive: &[TabId], context: EventContext) -> Vec<Effect> {
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

    /// Saves writes that are no work of the user: the status line does not show that they are on
    /// their way.
    pub(super) fn save_silently(&mut self, writes: Vec<Write>) -> Effect {
        let number = self.saving.enqueue_silent(&writes);
        Effect::Save(Batch { number, writes, entry: None })
    }
}
