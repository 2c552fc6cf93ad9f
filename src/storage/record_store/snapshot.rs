//! Writes out everything that the page holds, to fill stores that somebody has cleared.
//!
//! Each record keeps its last revision, so a store that still has a newer version keeps that one.

use std::collections::HashSet;

use crate::{document::Document, json::JsonObject, storage::schema::object};

use super::{Key, Record, RecordId, RecordStore, Revision, StoredRecord, Write, records_of_edit};
use crate::storage::{TabId, encode_record};

impl RecordStore {
    /// Returns every record that the page knows, in the order of the keys, to fill stores that were
    /// cleared.
    ///
    /// `documents` are the open articles; `typed` are the drafts of `tab`, each a field and its
    /// text. Each value has the revision of its last write, so a store that still has a newer one
    /// keeps that. Deleted records of open articles come without members.
    pub fn snapshot<'a>(
        &self,
        documents: impl Iterator<Item = &'a Document>,
        tab: &TabId,
        typed: &[(String, String)],
    ) -> Vec<Write> {
        let open = documents.flat_map(|document| self.records_of_open(document));
        let closed = self.closed_articles.iter().flat_map(|(article, records)| {
            let key = |place: &RecordId| Key::Article(article.clone(), place.clone());
            records.iter().map(move |(place, stored)| (key(place), stored.clone()))
        });
        let settings = self.settings.iter().map(|(name, members)| {
            self.as_stored(Key::Setting(name.clone()), false, members.clone())
        });
        let own = typed.iter().map(|(field, text)| (tab, field, text));
        let others = self.pending.iter().map(|(tab, field, text)| (tab, field, text));
        let pending = own.chain(others).map(|(tab, field, text)| {
            let key = Key::Pending(tab.clone(), field.clone());
            self.as_stored(key, false, object([("text", text.clone().into())]))
        });
        let all = open.into_iter().chain(closed).chain(settings).chain(pending);
        let mut all: Vec<Write> = all
            .map(|(key, stored)| Write { key, value: encode_record(&stored), base: None })
            .collect();
        all.sort_by(|one, other| one.key.cmp(&other.key));
        all
    }

    fn records_of_open(&self, document: &Document) -> Vec<(Key, StoredRecord)> {
        let article = &document.details().id;
        let mut records = Vec::new();
        records_of_edit::all_records(document, &mut records);
        let there: HashSet<RecordId> = records.iter().map(|it| it.place.clone()).collect();
        let gone = self.revisions.keys().filter_map(|key| match key {
            Key::Article(other, place) if other == article => Some(place),
            Key::Article(..) | Key::Setting(_) | Key::Quarantined(_) | Key::Pending(..) => None,
        });
        let gone = gone.filter(|place| !there.contains(place)).cloned();
        let gone: Vec<Record> = gone.map(|it| Record::deleted(it, JsonObject::new())).collect();
        let stored = records.into_iter().chain(gone).map(|Record { place, deleted, members }| {
            self.as_stored(Key::Article(article.clone(), place), deleted, members)
        });
        stored.collect()
    }

    /// Returns a record with the revision and the conflicts of its last write.
    pub(super) fn as_stored(
        &self,
        key: Key,
        deleted: bool,
        record: JsonObject,
    ) -> (Key, StoredRecord) {
        let revision = self.revisions.get(&key).cloned().unwrap_or_else(Revision::initial);
        let also = self.also(&key).cloned().unwrap_or_default();
        (key, StoredRecord { revision, deleted, conflicts: also, record })
    }
}
