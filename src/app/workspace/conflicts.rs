//! Conflicts: two tabs wrote the same member of a record at the same time. The page shows the later
//! value and keeps the other one until the user decides. Neither decision loses a value: the
//! history still has both.

use crate::{
    app::Effect,
    edit::{Action, Edit},
    event_context::EventContext,
    storage::{Batch, Conflict, RecordStore},
    strings,
};

use super::Workspace;

impl Workspace {
    /// Returns the undecided conflicts of the article on screen.
    pub fn contested(&self) -> Vec<Conflict> {
        self.document().map(|document| self.records.conflicts(document)).unwrap_or_default()
    }

    /// Shows the other value of a conflict; the value that was shown becomes the other one. The
    /// user can undo this.
    pub(super) fn accept_conflict(
        &mut self,
        other: &Conflict,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(reading) = &self.open else { return Vec::new() };
        let Some(document) = self.documents.get(&reading.article) else { return Vec::new() };
        let stored = self.records.accept_conflict(other, document);
        let read = RecordStore::changes(&[(other.place.clone(), stored)], document);
        let Ok(read) = read.into_iter().collect::<Result<Vec<_>, _>>() else {
            return self.notify_error(strings::CANNOT_RETRACE.to_owned());
        };
        let changes = read.into_iter().flat_map(|(changes, _)| changes).collect();
        let (action, article) = (Action::ConflictResolved, reading.article.clone());
        self.commit(&Edit { action, article, at: context.time(), changes }, context)
    }

    /// Keeps the value that is shown, and drops the other one, which then is in the history only.
    pub(super) fn dismiss_conflict(
        &mut self,
        other: &Conflict,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(reading) = &self.open else { return Vec::new() };
        let Some(document) = self.documents.get(&reading.article) else { return Vec::new() };
        let write = self.records.dismiss_conflict(other, document, &mut self.clock, context.millis);
        let writes = vec![write];
        let number = self.saving.send(&writes);
        vec![Effect::Save(Batch { number, writes, entry: None })]
    }
}
