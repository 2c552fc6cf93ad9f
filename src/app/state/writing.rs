//! Writing an edit: its records, and its entry in the journal.
//!
//! Preparing and sending the records of megabytes holds up the page, so for a long text each of the
//! two is a step of its own that runs at a tick. Whatever else happens first runs the steps that
//! wait, because it may depend on them.

use crate::{
    app::{Effect, state::Ctx},
    document::Document,
    edit::{Change, Diff, Edit},
    storage::{Batch, Entry, EntryKind, Record, UnsealedWrite, Write},
};

/// The name and the kind of the journal entry of an edit; `None` for an edit without an entry.
pub(in crate::app) type EntryName = Option<(String, EntryKind)>;

/// The size, in bytes, from which a text is imported and written in steps.
pub(in crate::app) const LARGE_TEXT_BYTES: usize = 1_000_000;

/// A step of writing a long text.
#[derive(Clone, Debug)]
pub(super) enum LongWrite {
    /// Prepares the writes of an edit that is already on screen, from the records before that edit.
    Prepare(Edit, Vec<Record>, EntryName),
    /// Sends the writes of an edit to the stores.
    Send(Edit, Vec<UnsealedWrite>, EntryName),
}

impl Ctx<'_> {
    /// Writes the records of an edit that the document already has and, where `entry` has a name,
    /// the entry of the journal. `bases` are the records before the edit.
    pub(in crate::app) fn write(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        entry: EntryName,
    ) -> Vec<Effect> {
        let writes = self.writes(edit, bases);
        self.send_writes(edit, writes, entry)
    }

    /// Returns the writes that store an edit that the document already has. `bases` are the records
    /// before the edit.
    pub(in crate::app) fn writes(&mut self, edit: &Edit, bases: Vec<Record>) -> Vec<UnsealedWrite> {
        let document = self.state.documents.get(&edit.article);
        self.state.records.writes_for_edit(
            edit,
            bases,
            document,
            &mut self.state.clock,
            self.event.millis,
        )
    }

    /// Sends the writes of an edit to the stores, and updates the list of articles and the title of
    /// the page where the edit changes them.
    pub(super) fn send_writes(
        &mut self,
        edit: &Edit,
        writes: Vec<UnsealedWrite>,
        entry: EntryName,
    ) -> Vec<Effect> {
        let writes: Vec<Write> = writes.into_iter().map(UnsealedWrite::seal).collect();
        let (action, article, at) = (edit.action.clone(), edit.article.clone(), edit.at);
        let entry = entry.map(|(name, turn)| Entry { name, at, article, action, turn });
        let number = self.state.saving.send(&writes);
        let mut effects = vec![Effect::Save(Batch { number, writes, entry })];
        let titles = edit.changes.iter().filter_map(|change| {
            let Change::Details(diff) = change else { return None };
            self.follow_title(&diff.before, &diff.after)
        });
        effects.extend(titles);
        effects
    }

    /// Has a step run at the next tick.
    pub(super) fn write_later(&mut self, step: LongWrite) -> Vec<Effect> {
        self.state.long_writes.push(step);
        vec![Effect::ScheduleTick]
    }

    /// Runs the last step that waits; `None` where none does.
    pub(in crate::app) fn run_long_write(&mut self) -> Option<Vec<Effect>> {
        Some(match self.state.long_writes.pop()? {
            LongWrite::Prepare(edit, bases, entry) => {
                let writes = self.writes(&edit, bases);
                self.write_later(LongWrite::Send(edit, writes, entry))
            }
            LongWrite::Send(edit, writes, entry) => self.send_writes(&edit, writes, entry),
        })
    }
}

/// Returns whether the text of an article is so long that it is imported and written in steps.
pub(in crate::app) fn is_long(document: &Document) -> bool {
    document.blocks().iter().map(|block| block.text.len()).sum::<usize>() >= LARGE_TEXT_BYTES
}

/// Returns whether an edit adds an article with such a long text.
pub(super) fn adds_long_text(edit: &Edit) -> bool {
    edit.changes.iter().any(|change| {
        matches!(change, Change::Article(Diff { before: None, after: Some(document) })
            if is_long(document))
    })
}
