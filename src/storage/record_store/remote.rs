//! What other tabs have stored, and what became of this tab's own writes.

use crate::{
    document::Document,
    edit::Change,
    id::ArticleId,
    json::{FieldError, JsonObject},
    storage::{Key, ReadError, RecordId, StoredRecord, decode_record},
};

use super::{Record, RecordStore, load, records_of_edit};

/// What a value that was stored elsewhere comes to here.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoteUpdate {
    /// Nothing: it is known, or older than what is known, or cannot be read.
    Nothing,
    /// A record of an article.
    Record(ArticleId, RecordId, Box<StoredRecord>),
    /// A setting, or something else that no article shows.
    Other,
    /// A newer version wrote it: this one must not write it any more.
    Locked,
}

impl RecordStore {
    /// Takes note of a value that was stored elsewhere.
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

    /// Keeps a record of an article that is not open.
    pub fn upsert_closed(&mut self, article: &ArticleId, place: RecordId, stored: StoredRecord) {
        let records = self.closed_articles.entry(article.clone()).or_default();
        match records.iter_mut().find(|(other, _)| *other == place) {
            Some((_, old)) => *old = stored,
            None => records.push((place, stored)),
        }
    }

    /// Keeps the records of an article that has been taken down, as they are stored.
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

    /// Takes an article down that has been deleted; `None` when its records cannot be read.
    pub fn load_deleted(&self, article: &ArticleId) -> Option<Document> {
        let (document, _) = load::read(article, self.closed_articles.get(article)?);
        document
    }

    /// What records that were stored elsewhere change in their article, and the highest number of
    /// a claim that each remembers; an error for each that does not fit the article.
    pub fn changes(
        records: &[(RecordId, StoredRecord)],
        document: &Document,
    ) -> Vec<Result<(Vec<Change>, u32), FieldError>> {
        let changes = load::changes_of(records, document);
        let read = records.iter().zip(changes);
        read.map(|((place, stored), changes)| Ok((changes?, load::number(place, stored)?)))
            .collect()
    }

    /// What else was written of a record at the same time, by member.
    pub(super) fn also(&self, key: &Key) -> Option<&JsonObject> {
        self.also.iter().find(|(other, _)| other == key).map(|(_, also)| also)
    }

    /// Says what else was written of a record; nothing, when it has been decided.
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
