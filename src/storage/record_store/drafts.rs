//! Drafts: text in fields that the user has not committed yet.
//!
//! Each draft is stored under the tab and the field. So the text survives a reload, and another tab
//! takes it over when the first one is closed.

use crate::{
    json::JsonObject,
    storage::schema::object,
    storage::{Clock, Key, StoredRecord, TabId, Write},
};

use super::RecordStore;

/// Returns the text of a stored draft; `None` where the user has committed it.
pub(super) fn read(stored: &StoredRecord) -> Option<String> {
    let text = stored.record.get("text").filter(|_| !stored.deleted)?;
    text.as_str().map(str::to_owned)
}

impl RecordStore {
    /// Returns the write that stores the draft of a field of this tab. An empty `text` deletes the
    /// draft.
    pub fn write_draft(
        &mut self,
        field: &str,
        text: &str,
        clock: &mut Clock,
        millis: u64,
    ) -> Write {
        let tab = clock.tab().clone();
        self.write_pending(tab, field, text, clock, millis)
    }

    /// Takes over the drafts of tabs that are closed. Returns each with its field, its text, and
    /// the write that deletes it under the old tab. `alive` are the tabs that are open.
    pub fn adopt_drafts(
        &mut self,
        alive: &[TabId],
        clock: &mut Clock,
        millis: u64,
    ) -> Vec<(String, String, Write)> {
        let pending = std::mem::take(&mut self.pending);
        let (kept, left): (Vec<_>, Vec<_>) =
            pending.into_iter().partition(|(tab, ..)| alive.contains(tab));
        self.pending = kept;
        let taken = left.into_iter().map(|(tab, field, text)| {
            let write = self.write_pending(tab, &field, "", clock, millis);
            (field, text, write)
        });
        taken.collect()
    }

    fn write_pending(
        &mut self,
        owner: TabId,
        field: &str,
        text: &str,
        clock: &mut Clock,
        millis: u64,
    ) -> Write {
        let members =
            if text.is_empty() { JsonObject::new() } else { object([("text", text.into())]) };
        let hlc = clock.tick(millis);
        let key = Key::Pending(owner, field.to_owned());
        self.next_write(key, None, text.is_empty(), members, clock.tab(), hlc).seal()
    }
}
