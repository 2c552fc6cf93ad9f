//! The path that every edit follows: change the document, write its records and the journal, and
//! redraw the parts of the page that the edit touches. Commit, undo, redo and changes from other
//! tabs share it. An edit that adds a long text is shown first and written in later steps, so that
//! the page does not freeze.

use crate::{
    app::{
        Effect,
        state::{
            Ctx,
            open_view::touched,
            writing::{EntryName, LongWrite, adds_long_text},
        },
    },
    edit::{Change, Edit},
    storage::EntryKind,
    strings,
};

impl Ctx<'_> {
    /// Commits an edit as an act of the user: shows and saves it, and makes it a step that the user
    /// can undo.
    ///
    /// An edit of a record that a newer version of Claimlight wrote is refused with a notice.
    pub(in crate::app) fn commit(&mut self, edit: &Edit) -> Vec<Effect> {
        if self.state.records.is_locked(edit) {
            return self.notify_error(strings::LOCKED.to_owned());
        }
        let own = self.next_entry_id();
        let name = self.state.history.push(edit.clone(), own.clone(), self.event);
        if name == own {
            self.state.steps.push((edit.article.clone(), edit.action.clone()));
        }
        self.apply(edit, Some((name, EntryKind::Done)))
    }

    /// Applies an edit: changes the document, writes its records, redraws what the edit touches
    /// and, where `entry` has a name, adds the edit to the journal.
    ///
    /// Claims that move because the edit changes the text become part of the edit.
    pub(in crate::app) fn apply(&mut self, edit: &Edit, entry: EntryName) -> Vec<Effect> {
        self.dismiss_import_notice();
        let document = self.state.documents.get(&edit.article);
        let carried =
            document.map(|document| edit.follow_up_claim_moves(document)).unwrap_or_default();
        if !carried.is_empty() {
            let changes = [edit.changes.as_slice(), &carried].concat();
            return self.apply(&Edit { changes, ..edit.clone() }, entry);
        }
        let bases = self.state.records.base_records(edit, document);
        self.apply_to_document(edit);
        if adds_long_text(edit) {
            // Writing a text of megabytes would hold up the page, so the page shows the article
            // first.
            self.state.saving.begin();
            return self.write_later(LongWrite::Prepare(edit.clone(), bases, entry));
        }
        self.write(edit, bases, entry)
    }

    /// Changes the document in memory, and redraws the parts of the page that this touches. Nothing
    /// is saved.
    pub(in crate::app) fn apply_to_document(&mut self, edit: &Edit) {
        let mut document = self.state.documents.remove(&edit.article);
        let current = document.as_ref().and_then(|it| self.place_of_current(it));
        edit.apply(&mut document);
        if let Some(document) = &document {
            self.keep_current(document, current);
        }
        let touched = document.as_ref().map(|document| touched(edit, document));
        if let Some(document) = document {
            self.state.documents.insert(edit.article.clone(), document);
        }
        if edit.changes.iter().any(|change| matches!(change, Change::Article(_))) {
            self.list_articles();
        }
        self.refresh_view(&edit.article, touched);
    }
}

/// Adds an effect. A save joins the last save in the list, so that both are stored as one batch.
pub(in crate::app) fn join_batches(effects: &mut Vec<Effect>, further: Effect) {
    // Joining the last save keeps the numbers of the batches in order.
    let batch = effects.iter_mut().rev().find_map(|effect| {
        let Effect::Save(batch) = effect else { return None };
        Some(batch)
    });
    match (batch, further) {
        (Some(batch), Effect::Save(further)) => {
            batch.number = further.number;
            batch.writes.extend(further.writes);
            batch.entry = batch.entry.take().or(further.entry);
        }
        (_, further) => effects.push(further),
    }
}
