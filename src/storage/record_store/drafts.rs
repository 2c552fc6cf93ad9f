//! What is typed in fields and not yet taken.

use crate::{
    json::JsonObject,
    storage::schema::object,
    storage::{Clock, Key, StoredRecord, TabId, Write},
};

use super::RecordStore;

/// The text of a record of that kind; `None` where it has been taken.
pub(super) fn read(stored: &StoredRecord) -> Option<String> {
    let text = stored.record.get("text").filter(|_| !stored.deleted)?;
    text.as_str().map(str::to_owned)
}

impl RecordStore {
    /// The value that stores what is typed in a field of this tab; nothing, where it has been taken.
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

    /// What tabs that are gone have left, and what takes it from them: field, text, write.
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
