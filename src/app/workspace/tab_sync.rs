//! Changes from other tabs, and the database's answers to the writes of this tab. Records of open
//! articles become changes of their documents, and records of closed articles go to the record
//! store. None of this is an act of the user here, so it leaves no undo step.

use std::rc::Rc;

use crate::{
    app::{Dialog, Effect},
    claim::Claim,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::ArticleId,
    storage::{Key, RecordId, RecordStore, RemoteUpdate, SaveError, StoredRecord},
    strings,
};

use super::{Mode, Workspace};

impl Workspace {
    /// Handles the answer that a batch, and all before it, is saved. `settled` has the keys and
    /// values of records that the database merged with writes of another tab.
    pub(super) fn handle_saved(
        &mut self,
        number: u64,
        settled: Vec<(String, String)>,
        context: EventContext,
    ) -> Vec<Effect> {
        self.saving.confirm(number);
        // An answer of the database means that it is open by now.
        self.notice.take_if(|notice| notice.text == strings::NOT_OPENED);
        self.apply_remote_changes(settled, context)
    }

    /// Records that a batch could not be saved.
    pub(super) fn handle_save_error(&mut self, save_error: SaveError) -> Vec<Effect> {
        self.saving.failed(save_error);
        Vec::new()
    }

    /// Applies values that another tab has stored. A record that this tab is saving just now is
    /// skipped: the database merges both versions and answers with the result.
    pub(super) fn apply_remote_changes(
        &mut self,
        values: Vec<(String, String)>,
        context: EventContext,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut changed: Vec<(ArticleId, Vec<(RecordId, StoredRecord)>)> = Vec::new();
        for (name, value) in values {
            let Some(key) = Key::parse(&name) else { continue };
            if self.saving.is_in_flight(&key) {
                continue;
            }
            match self.records.apply_remote(&key, &value) {
                RemoteUpdate::Nothing | RemoteUpdate::Other => {}
                RemoteUpdate::Locked => {
                    self.saving.failed(SaveError::NewerVersion);
                }
                RemoteUpdate::Record(article, place, stored) => {
                    self.clock.observe(stored.revision.hlc);
                    match changed.iter_mut().find(|(other, _)| *other == article) {
                        Some((_, records)) => records.push((place, *stored)),
                        None => changed.push((article, vec![(place, *stored)])),
                    }
                }
            }
        }
        let is_received = !changed.is_empty();
        for (article, records) in changed {
            effects.extend(self.take_records(&article, records, context));
        }
        if is_received && self.open.is_none() {
            effects.extend(self.show_another());
        }
        if is_received && matches!(self.window, Some(Dialog::Library(_))) {
            self.refresh_library();
        }
        effects
    }

    /// Applies the records of one article that another tab has stored.
    fn take_records(
        &mut self,
        article: &ArticleId,
        records: Vec<(RecordId, StoredRecord)>,
        context: EventContext,
    ) -> Vec<Effect> {
        let is_deleted =
            records.iter().any(|(place, it)| *place == RecordId::Details && it.deleted);
        if is_deleted {
            return self.drop_article(article, records);
        }
        if !self.documents.contains_key(article) {
            for (place, stored) in records {
                self.records.upsert_closed(article, place, stored);
            }
            self.list_articles();
            return Vec::new();
        }
        let is_named = records.iter().any(|(place, _)| *place == RecordId::Details);
        let Some(document) = self.documents.get_mut(article) else { return Vec::new() };
        let mut changes = Vec::new();
        // A record that does not fit the article is skipped here, and quarantined when a later
        // start loads the article.
        for (further, number) in RecordStore::changes(&records, document).into_iter().flatten() {
            document.reserve_number(number);
            changes.extend(further);
        }
        let edit = Edit {
            action: Action::Restored,
            article: article.clone(),
            at: context.time(),
            changes,
        };
        let mut effects = self.apply_remote_edit(&edit, context);
        if is_named {
            self.list_articles();
        }
        self.drop_stale_selection();
        effects.extend(self.renumber_duplicates(&edit, context));
        effects.extend(self.keep_used_sources(&edit, context));
        effects
    }

    /// Changes a document as another tab did. Claims of this tab that move with the text are
    /// written at their new positions.
    fn apply_remote_edit(&mut self, edit: &Edit, context: EventContext) -> Vec<Effect> {
        let document = self.documents.get(&edit.article);
        let carried =
            document.map(|document| edit.follow_up_claim_moves(document)).unwrap_or_default();
        if carried.is_empty() {
            self.apply_to_document(edit);
            return Vec::new();
        }
        let carried = Edit { changes: carried, ..edit.clone() };
        let bases = self.records.base_records(&carried, document);
        let changes = [edit.changes.as_slice(), &carried.changes].concat();
        self.apply_to_document(&Edit { changes, ..edit.clone() });
        self.write(&carried, bases, None, context)
    }

    /// Closes an article that another tab has deleted.
    fn drop_article(
        &mut self,
        article: &ArticleId,
        records: Vec<(RecordId, StoredRecord)>,
    ) -> Vec<Effect> {
        if let Some(document) = self.documents.remove(article) {
            self.records.store_closed(&document);
        }
        for (place, stored) in records {
            self.records.upsert_closed(article, place, stored);
        }
        self.list_articles();
        if self.open.take_if(|reading| reading.article == *article).is_none() {
            return Vec::new();
        }
        let effects = self.show_another();
        self.notify(strings::DELETED_ELSEWHERE);
        effects
    }

    /// Shows the article that was added last.
    pub(super) fn show_another(&mut self) -> Vec<Effect> {
        let other = self.articles.first().map(|row| row.id.clone());
        other.map(|other| self.show_article(&other)).unwrap_or_default()
    }

    /// Deselects a claim that another tab has deleted, and drops a selection where the text has
    /// changed.
    fn drop_stale_selection(&mut self) {
        let is_moved = matches!(&self.session, Mode::Selecting { dragged, span, .. }
        if self.document().is_none_or(|document| {
            [dragged, span].iter().any(|it| it.text(document.blocks()).is_none())
        }));
        if is_moved {
            self.set_mode(Mode::on_claim(self.selected()));
        }
        let is_gone = self.session.claim().is_some_and(|claim| {
            self.document().is_none_or(|document| document.claim(claim).is_none())
        });
        if is_gone && matches!(self.session, Mode::Claim(_)) {
            self.session = Mode::Reading;
        }
    }

    /// Restores sources that another tab has deleted and that claims of this tab use.
    fn keep_used_sources(&mut self, edit: &Edit, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.documents.get(&edit.article) else { return Vec::new() };
        let used = edit.changes.iter().filter_map(|change| {
            let Change::Source(id, Diff { before, after: None }) = change else { return None };
            document.evidence_using(id).next()?;
            Some(Change::Source(id.clone(), Diff { before: None, after: before.clone() }))
        });
        let changes: Vec<Change> = used.collect();
        if changes.is_empty() {
            return Vec::new();
        }
        self.apply(&Edit { changes, ..edit.clone() }, None, context)
    }

    /// Gives a claim a new number where another tab gave the same number to an earlier claim.
    fn renumber_duplicates(&mut self, edit: &Edit, context: EventContext) -> Vec<Effect> {
        let Some(document) = self.documents.get(&edit.article) else { return Vec::new() };
        let mut changes = Vec::new();
        for change in &edit.changes {
            let Change::Claim(_, diff) = change else { continue };
            let (None, Some(received)) = (&diff.before, &diff.after) else { continue };
            let later = document.claims().find(|own| {
                own.number == received.number
                    && (own.created, &own.id) > (received.created, &received.id)
            });
            changes.extend(later.map(|own| {
                let claim = Claim { number: document.next_number(), ..own.as_ref().clone() };
                let (before, after) = (Some(Rc::clone(own)), Some(Rc::new(claim)));
                Change::Claim(own.id.clone(), Diff { before, after })
            }));
        }
        if changes.is_empty() {
            return Vec::new();
        }
        let edit = Edit { changes, ..edit.clone() };
        self.apply(&edit, None, context)
    }
}
