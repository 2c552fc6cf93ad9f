//! Drafts: text in fields that the user has not committed yet. The stores keep each draft for its
//! tab, so a reload or a crash does not lose it. A tab takes over the drafts of tabs that are
//! closed. Saving a draft does not show on the status line.

use crate::{
    app::{
        Effect, Field,
        state::{Ctx, State},
    },
    storage::TabId,
};

impl State {
    /// Returns the draft in a field; the empty text where there is none.
    pub(in crate::app) fn typed(&self, field: &Field) -> &str {
        let name = field.name();
        let typed = self.drafts.iter().find(|(other, _)| *other == name);
        typed.map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}

impl Ctx<'_> {
    /// Sets the draft in a field; the empty text removes it. A draft that is too long to be stored
    /// stays in this tab only.
    pub(in crate::app) fn set_draft(&mut self, field: &Field, text: String) -> Vec<Effect> {
        if self.typed(field) == text {
            return Vec::new();
        }
        let name = field.name();
        let kept = if text.len() > LONGEST { "" } else { &text };
        let write =
            self.state.records.write_draft(&name, kept, &mut self.state.clock, self.event.millis);
        self.state.drafts.retain(|(other, _)| *other != name);
        if !text.is_empty() {
            self.state.drafts.push((name, text));
        }
        vec![self.save_silently(vec![write])]
    }

    /// Takes over the drafts of closed tabs. A draft that this tab has for the same field has
    /// priority.
    pub(in crate::app) fn adopt_drafts(&mut self, alive: &[TabId]) -> Vec<Effect> {
        let left = self.state.records.adopt_drafts(alive, &mut self.state.clock, self.event.millis);
        let mut writes = Vec::new();
        for (name, text, taken) in left {
            if self.state.drafts.iter().all(|(other, _)| *other != name) {
                let clock = &mut self.state.clock;
                writes.push(self.state.records.write_draft(&name, &text, clock, self.event.millis));
                self.state.drafts.push((name, text));
            }
            writes.push(taken);
        }
        if writes.is_empty() { Vec::new() } else { vec![self.save_silently(writes)] }
    }
}

/// The longest draft that is stored, in bytes; storing a longer one at each key would hold up
/// typing.
const LONGEST: usize = 100_000;
