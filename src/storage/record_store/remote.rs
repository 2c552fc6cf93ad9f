//! Applies values that other tabs have stored, and keeps the records of articles that are not open.
//!
//! A value counts only if its revision is newer than the last known one of its record.

use crate::{
    document::Document,
    edit::Change,
    id::ArticleId,
    json::{FieldError, JsonObject},
    storage::{Key, ReadError, RecordId, StoredRecord, decode_record},
};

use super::{Record, RecordStore, load, records_of_edit};

/// The effect of a value that another tab has stored.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoteUpdate {
    /// The value changes nothing: it is known, older than the known one, or unreadable.
    Nothing,
    /// A newer record of an article.
    Record(ArticleId, RecordId, Box<StoredRecord>),
    /// A setting, or another record that no article shows.
    Other,
    /// A newer version of Claimlight wrote the value, so this version must not write the record any
    /// more.
    Locked,
}

impl RecordStore {
    /// Applies a value that another tab has stored, unless it is older than the known one. A record
    /// of an article is only returned; the caller puts it into the document or calls
    /// [`upsert_closed`](Self::upsert_closed).
    pub fn apply_remote(&mut self, key: &Key, value: &str) -> RemoteUpdate {
        let stored = match decode_record(value) {
            Ok(stored) => stored,
            Err(ReadError::Newer) => {
                self.read_only_keys.push(key.clone());
                return RemoteUpdate::Locked;
            }
            Err(ReadError::Damaged | ReadError::Invalid(_)) => return RemoteUpdate::Nothing,
        };
        let known = self.revisions.get(key);
        if known.is_some_and(|known| !stored.revision.is_newer_than(known)) {
            return RemoteUpdate::Nothing;
        }
        self.track_revision(key, &stored);
        match key {
            Key::Article(article, place) => {
                RemoteUpdate::Record(article.clone(), place.clone(), Box::new(stored))
            }
            Key::Setting(name) => {
                self.set_setting(name.clone(), stored.record);
                RemoteUpdate::Other
            }
            Key::Quarantined(_) | Key::Pending(..) => RemoteUpdate::Other,
        }
    }

    /// Keeps a record of an article that is not open, in place of an older version.
    pub fn upsert_closed(&mut self, article: &ArticleId, place: RecordId, stored: StoredRecord) {
        let records = self.closed_articles.entry(article.clone()).or_default();
        match records.iter_mut().find(|(other, _)| *other == place) {
            Some((_, old)) => *old = stored,
            None => records.push((place, stored)),
        }
    }

    /// Keeps all records of an article that is about to be closed or deleted.
    pub fn store_closed(&mut self, document: &Document) {
        let article = &document.details().id;
        let mut records = Vec::new();
        records_of_edit::all_records(document, &mut records);
        let records = records.into_iter().map(|Record { place, deleted, members }| {
            let key = Key::Article(article.clone(), place.clone());
            (place, self.as_stored(key, deleted, members).1)
        });
        let records = records.collect();
        self.closed_articles.insert(article.clone(), records);
    }

    /// Builds the document of a deleted article, to restore it; `None` when its records cannot be
    /// read.
    pub fn load_deleted(&self, article: &ArticleId) -> Option<Document> {
        let (document, _) = load::read(article, self.closed_articles.get(article)?);
        document
    }

    /// Computes what records from another tab change in their article, each with the claim number
    /// that it reserves. A record that does not fit the article gives an error.
    pub fn changes(
        records: &[(RecordId, StoredRecord)],
        document: &Document,
    ) -> Vec<Result<(Vec<Change>, u32), FieldError>> {
        let changes = load::changes_of(records, document);
        let read = records.iter().zip(changes);
        read.map(|((place, stored), changes)| Ok((changes?, load::number(place, stored)?)))
            .collect()
    }

    /// Returns the conflicts of a record, by member.
    pub(super) fn also(&self, key: &Key) -> Option<&JsonObject> {
        self.also.iter().find(|(other, _)| other == key).map(|(_, also)| also)
    }

    /// Sets the conflicts of a record; an empty object removes them.
    pub(super) fn set_also(&mut self, key: &Key, also: JsonObject) {
        self.also.retain(|(other, _)| other != key);
        if !also.is_empty() {
            self.also.push((key.clone(), also));
        }
    }

    pub(super) fn track_revision(&mut self, key: &Key, stored: &StoredRecord) {
        self.revisions.insert(key.clone(), stored.revision.clone());
        self.set_also(key, stored.conflicts.clone());
    }
}
