//! The record store: the image of all stored records in memory.
//!
//! It holds the records of articles that are not open, and the last revision of every record. An
//! open article lives in its document instead; the record store turns its edits into writes. Every
//! write gets a revision that is one higher than the last one.

mod conflicts;
mod drafts;
pub(super) mod load;
pub(super) mod records_of_edit;
mod remote;
mod snapshot;
mod summaries;

use std::collections::{HashMap, HashSet};

use crate::{
    article::Blocks,
    document::Document,
    edit::{Change, Diff, Edit},
    id::ArticleId,
    json::JsonObject,
};

use super::{
    Clock, Hlc, Key, QuarantinedValue, RecordId, Recovered, Revision, StoredRecord, TabId,
    UnsealedWrite, Write, record_envelope::encode_without_checksum,
};

pub use records_of_edit::Record;
use records_of_edit::records_of;

pub use conflicts::Conflict;
pub use remote::RemoteUpdate;

/// The image of all stored records.
#[derive(Clone, Debug, Default)]
pub struct RecordStore {
    revisions: HashMap<Key, Revision>,
    /// The records of each article that is not open, in the order in which they were read.
    closed_articles: HashMap<ArticleId, Vec<(RecordId, StoredRecord)>>,
    unreadable: Vec<ArticleId>,
    read_only_keys: Vec<Key>,
    settings: Vec<(String, JsonObject)>,
    /// The conflicts of each record: see [`StoredRecord::conflicts`].
    also: Vec<(Key, JsonObject)>,
    /// The drafts of other tabs: the tab, the field, the text.
    pending: Vec<(TabId, String, String)>,
}

impl RecordStore {
    /// Creates the record store from the records that recovery found.
    pub fn new(recovered: Recovered) -> Self {
        let mut records = Self { read_only_keys: recovered.locked, ..Self::default() };
        for (key, stored) in recovered.records {
            records.track_revision(&key, &stored);
            match key {
                Key::Article(article, place) => {
                    records.closed_articles.entry(article).or_default().push((place, stored));
                }
                Key::Setting(name) => {
                    records.set_setting(name, stored.record);
                }
                Key::Pending(tab, field) => {
                    let text = drafts::read(&stored);
                    records.pending.extend(text.map(|text| (tab, field, text)));
                }
                Key::Quarantined(_) => {}
            }
        }
        records
    }

    /// Returns whether the record store has the article and the user has deleted it.
    pub fn is_deleted(&self, article: &ArticleId) -> bool {
        let details =
            self.closed_articles.get(article).map(|it| load::record(it, &RecordId::Details));
        details.flatten().is_some_and(|details| details.deleted)
    }

    /// Returns whether there are records of an article that is not open and not deleted, readable
    /// or not.
    pub fn has_live_records(&self, article: &ArticleId) -> bool {
        let records = self.closed_articles.get(article);
        let details = records.map(|records| load::record(records, &RecordId::Details));
        self.unreadable.contains(article)
            || details.is_some_and(|details| details.is_none_or(|details| !details.deleted))
    }

    /// Returns the members of a setting; [`settings`](super::settings) reads them.
    pub fn setting(&self, name: &str) -> Option<&JsonObject> {
        self.settings.iter().find(|(other, _)| other == name).map(|(_, members)| members)
    }

    /// Returns the write that stores a setting; `None` when it is stored already, or when a newer
    /// version wrote it. `millis` is the time in milliseconds since 1970.
    pub fn write_setting(
        &mut self,
        name: &str,
        members: JsonObject,
        clock: &mut Clock,
        millis: u64,
    ) -> Option<Write> {
        let key = Key::Setting(name.to_owned());
        if self.setting(name) == Some(&members) || self.read_only_keys.contains(&key) {
            return None;
        }
        self.set_setting(name.to_owned(), members.clone());
        let hlc = clock.tick(millis);
        Some(self.next_write(key, None, false, members, clock.tab(), hlc).seal())
    }

    fn set_setting(&mut self, name: String, members: JsonObject) {
        self.settings.retain(|(other, _)| *other != name);
        self.settings.push((name, members));
    }

    /// Returns the write that keeps a quarantined value; `None` when it is kept already.
    pub fn write_quarantined(
        &mut self,
        quarantined: &QuarantinedValue,
        clock: &mut Clock,
        millis: u64,
    ) -> Option<Write> {
        if self.revisions.contains_key(&quarantined.quarantine_key()) {
            return None;
        }
        let write = quarantined.write(clock, millis);
        self.apply_remote(&write.key, &write.value);
        Some(write)
    }

    /// Finds an article that is neither open nor deleted and whose text is exactly that of
    /// `blocks`.
    pub fn find_by_text(&self, blocks: &Blocks) -> Option<ArticleId> {
        let mut here = self.closed_articles.iter().filter(|(article, _)| !self.is_deleted(article));
        let found = here.find(|(_, records)| {
            let stored = load::record(records, &RecordId::Text);
            let text = stored.and_then(|it| it.record.get("text")?.as_str());
            text.is_some_and(|text| blocks.is_text(text))
        });
        found.map(|(article, _)| article.clone())
    }

    /// Counts the claims of all articles that are neither open nor deleted.
    pub fn claim_count(&self) -> usize {
        let here = self.closed_articles.iter().filter(|(article, _)| !self.is_deleted(article));
        let records = here.flat_map(|(_, records)| records);
        let is_claim = |(place, stored): &&(RecordId, StoredRecord)| {
            matches!(place, RecordId::Claim(_)) && !stored.deleted
        };
        records.filter(is_claim).count()
    }

    /// Builds the document of an article and removes its records from the record store; returns
    /// `None` when there is no such article or it is deleted.
    ///
    /// Also returns the records that could not be read. Where the whole article cannot be read, the
    /// document is `None` and all its records are in this list.
    pub fn load_article(
        &mut self,
        article: &ArticleId,
    ) -> Option<(Option<Document>, Vec<QuarantinedValue>)> {
        let details = load::record(self.closed_articles.get(article)?, &RecordId::Details);
        let deleted = details.is_some_and(|it| it.deleted);
        if deleted {
            return None;
        }
        let records = self.closed_articles.remove(article)?;
        let (document, quarantined_values) = load::read(article, &records);
        if document.is_none() {
            self.unreadable.push(article.clone());
        }
        Some((document, quarantined_values))
    }

    /// Returns the records that an edit will change, as they are before it.
    pub fn base_records(&self, edit: &Edit, document: Option<&Document>) -> Vec<Record> {
        let places = edit.changes.iter().filter_map(records_of_edit::place_of);
        let records =
            document.map(|it| places.map(|place| records_of_edit::record_now(place, it)).collect());
        records.unwrap_or_default()
    }

    /// Returns whether an edit would write a record that a newer version wrote; such a record must
    /// stay.
    pub fn is_locked(&self, edit: &Edit) -> bool {
        let mut locked = self.read_only_keys.iter().filter_map(|key| match key {
            Key::Article(article, place) => Some((article, place)),
            Key::Setting(_) | Key::Quarantined(_) | Key::Pending(..) => None,
        });
        locked.any(|(article, place)| {
            *article == edit.article
                && edit.changes.iter().any(|change| {
                    records_of_edit::place_of(change).is_none_or(|other| other == *place)
                })
        })
    }

    /// Returns the writes that store an edit. `document` is the article after the edit, `bases` are
    /// the [`RecordStore::base_records`] from before it, and `millis` is the time in milliseconds
    /// since 1970.
    ///
    /// Each write has a new revision of its record.
    pub fn writes_for_edit(
        &mut self,
        edit: &Edit,
        mut bases: Vec<Record>,
        document: Option<&Document>,
        clock: &mut Clock,
        millis: u64,
    ) -> Vec<UnsealedWrite> {
        let mut records = Vec::new();
        for change in &edit.changes {
            records_of(change, document, &mut records);
            match change {
                Change::Article(Diff { after: Some(_), .. }) => {
                    self.closed_articles.remove(&edit.article);
                    self.tombstone_leftovers(&edit.article, &mut records);
                }
                Change::Article(Diff { before: Some(document), after: None }) => {
                    self.store_closed(document);
                    self.mark_deleted(&edit.article);
                }
                Change::Article(_)
                | Change::Details(_)
                | Change::Scale(_)
                | Change::Parts(..)
                | Change::Kind(..)
                | Change::Review(..)
                | Change::Claim(..)
                | Change::Source(..)
                | Change::Tag(..) => {}
            }
        }
        let hlc = clock.tick(millis);
        let mut writes = Vec::with_capacity(records.len());
        for record in records {
            let base = bases.iter().position(|base| base.place == record.place);
            let base = base.map(|at| bases.swap_remove(at));
            let Record { place, deleted, members } = record;
            let key = Key::Article(edit.article.clone(), place);
            writes.push(self.next_write(key, base, deleted, members, clock.tab(), hlc));
        }
        writes
    }

    /// Returns the next write of a record, with the next revision. `base` is the record that the
    /// change started from.
    pub(super) fn next_write(
        &mut self,
        key: Key,
        base: Option<Record>,
        deleted: bool,
        record: JsonObject,
        tab: &TabId,
        hlc: Hlc,
    ) -> UnsealedWrite {
        let last = self.revisions.get(&key).cloned().unwrap_or_else(Revision::initial);
        let revision = Revision { rev: last.rev + 1, hlc, tab: tab.clone() };
        self.revisions.insert(key.clone(), revision.clone());
        let also = self.also(&key).cloned().unwrap_or_default();
        let base = base.map(|base| {
            let also = also.clone();
            Box::new(StoredRecord {
                revision: last,
                deleted: base.deleted,
                conflicts: also,
                record: base.members,
            })
        });
        UnsealedWrite {
            key,
            text: encode_without_checksum(StoredRecord {
                revision,
                deleted,
                conflicts: also,
                record,
            }),
            base,
        }
    }

    /// Marks an article that is not open as deleted.
    fn mark_deleted(&mut self, article: &ArticleId) {
        let records = self.closed_articles.get_mut(article).into_iter().flatten();
        for (_, stored) in records.filter(|(place, _)| *place == RecordId::Details) {
            stored.deleted = true;
        }
    }

    /// Adds deletions for records that an earlier import of the article left and the new records do
    /// not replace.
    fn tombstone_leftovers(&self, article: &ArticleId, records: &mut Vec<Record>) {
        let written: HashSet<RecordId> = records.iter().map(|it| it.place.clone()).collect();
        let left = self.revisions.keys().filter_map(|key| match key {
            Key::Article(other, place) if other == article => Some(place),
            Key::Article(..) | Key::Setting(_) | Key::Quarantined(_) | Key::Pending(..) => None,
        });
        let left = left.filter(|place| !written.contains(place)).cloned();
        records.extend(left.map(|place| Record::deleted(place, JsonObject::new())));
    }
}
