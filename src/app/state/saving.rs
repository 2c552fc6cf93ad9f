//! Writes that are no edits of an article: settings, and what the status line does not show.

use crate::{
    app::{Effect, state::Ctx},
    json::JsonObject,
    storage::{Batch, Write},
};

impl Ctx<'_> {
    /// Returns a new name for an entry of the journal: the time of the clock, then the tab.
    pub(in crate::app) fn next_entry_id(&mut self) -> String {
        format!("{} {}", self.state.clock.tick(self.event.millis), self.state.clock.tab().as_str())
    }

    /// Saves writes that are no work of the user: the status line does not show that they are on
    /// their way.
    pub(super) fn save_silently(&mut self, writes: Vec<Write>) -> Effect {
        let number = self.state.saving.enqueue_silent(&writes);
        Effect::Save(Batch { number, writes, entry: None })
    }

    /// Saves a setting, without the status line showing "Saving…".
    pub(in crate::app) fn keep_setting(&mut self, name: &str, members: JsonObject) -> Vec<Effect> {
        let write = self.state.records.write_setting(
            name,
            members,
            &mut self.state.clock,
            self.event.millis,
        );
        let Some(write) = write else { return Vec::new() };
        vec![self.save_silently(vec![write])]
    }
}
