//! Computes the content of one transaction from the batches that wait and the values that the
//! database holds.
//!
//! It merges a record that another tab has stored meanwhile, never overwrites one of a newer
//! version, and adds the journal entries of the edits. The functions are pure: the platform reads
//! the values and writes the result in the same database transaction.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Entry, Key, ReadError, RecordChange, RecordId, StoredRecord, decode_record, encode_record,
    identity_key, merge::three_way_merge, record_envelope::append_checksum, write_entry,
};

/// The longest text of an article that local storage holds as well, in characters (code points);
/// the database has all texts.
const LONGEST_LOCAL_TEXT: usize = 100_000;
/// The most bytes that a record has for each character of its text: an escape takes six, and the
/// rest covers the envelope.
const BYTES: usize = 8;

/// One value to store.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The key of the record.
    pub key: Key,
    /// The encoded record.
    pub value: String,
    /// The record that the change started from. Where it is `None`, the value is stored unless the
    /// store has a newer one.
    pub base: Option<Box<StoredRecord>>,
}

/// A write without its checksum, which for a long text takes as long to compute as the encoding.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsealedWrite {
    /// The key of the record.
    pub(super) key: Key,
    /// The encoded record without its end.
    pub(super) text: String,
    /// The record that the change started from, as in [`Write::base`].
    pub(super) base: Option<Box<StoredRecord>>,
}

impl UnsealedWrite {
    /// Adds the checksum and returns the finished write.
    pub fn seal(self) -> Write {
        let Self { key, text, base } = self;
        Write { key, value: append_checksum(text), base }
    }
}

impl Write {
    /// Returns whether local storage holds this value, too.
    pub fn is_mirrored_locally(&self) -> bool {
        is_mirrored_locally(&self.key, &self.value)
    }

    /// Returns whether this value should overwrite `current` in a store, although it does not start
    /// from `current`.
    pub fn replaces(&self, current: &str) -> bool {
        *current != *self.value && matches!(settled_without_base(self, current), Ok(None))
    }
}

/// Returns whether local storage holds a value of this key, too.
pub(super) fn is_mirrored_locally(key: &Key, value: &str) -> bool {
    let member = match key {
        Key::Article(_, RecordId::Text) => "text",
        Key::Quarantined(_) => "found",
        Key::Article(..) | Key::Setting(_) | Key::Pending(..) => return true,
    };
    let fits = |text: &str| text.chars().count() <= LONGEST_LOCAL_TEXT;
    // The length alone often decides, which saves decoding a long value.
    let is_too_long = value.len() > LONGEST_LOCAL_TEXT * BYTES;
    value.len() <= LONGEST_LOCAL_TEXT
        || !is_too_long
            && decode_record(value).is_ok_and(|stored| {
                stored.record.get(member).and_then(Value::as_str).is_some_and(fits)
            })
}

/// Writes that are stored together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The number of the batch; each tab counts its batches.
    pub number: u64,
    /// The writes, in order.
    pub writes: Vec<Write>,
    /// The edit of these writes, for the journal. An edit that continues (typing) comes again under
    /// the same name, and the transaction replaces its entry.
    pub entry: Option<Entry>,
}

/// The content of a transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// The records to store, by key.
    pub records: BTreeMap<String, String>,
    /// The journal entries to store, by name.
    pub journal: BTreeMap<String, String>,
    /// The keys of records whose stored value differs from the value that was sent.
    pub merged_record: Vec<String>,
    /// The keys of records that a newer version has written meanwhile; the transaction leaves them
    /// as they are.
    pub locked: Vec<String>,
}

/// The latest journal entry, which may continue, with the records as they were before the edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenJournalEntry {
    name: String,
    record_changes: Vec<RecordChange>,
}

/// Returns the keys whose stored values [`commit`] needs, each once; the identity of the stores is
/// among them.
pub fn keys_to_read(batches: &[Batch]) -> BTreeSet<String> {
    let writes = batches.iter().flat_map(|batch| &batch.writes);
    writes.map(|write| write.key.to_string()).chain([identity_key().to_string()]).collect()
}

/// Applies batches in order to the values that the database holds; `stored` has the keys that
/// [`keys_to_read`] returns.
///
/// Values that another tab has stored meanwhile are merged: see [`StoredRecord::conflicts`]. `last`
/// is the latest journal entry, and becomes that of these batches.
pub fn commit(
    batches: &[Batch],
    stored: &BTreeMap<String, String>,
    last: &mut OpenJournalEntry,
) -> Commit {
    let mut commit = Commit::default();
    for batch in batches {
        commit.add(batch, stored, last);
    }
    commit
}

impl Commit {
    fn add(
        &mut self,
        batch: &Batch,
        stored: &BTreeMap<String, String>,
        last: &mut OpenJournalEntry,
    ) {
        if let Some(entry) = batch.entry.as_ref().filter(|entry| entry.name != last.name) {
            *last = OpenJournalEntry { name: entry.name.clone(), record_changes: Vec::new() };
        }
        for write in &batch.writes {
            let name = write.key.to_string();
            let current = self.records.get(&name).or_else(|| stored.get(&name)).cloned();
            let value = match merged_record(write, current.as_deref()) {
                Ok(Some(value)) => {
                    self.merged_record.push(name.clone());
                    value
                }
                Ok(None) => write.value.clone(),
                Err(_) => {
                    self.locked.push(name);
                    continue;
                }
            };
            if is_journaled(batch, write) {
                last.record_change(&name, current, value.clone());
            }
            self.records.insert(name, value);
        }
        if let Some(entry) = &batch.entry {
            self.journal.insert(entry.name.clone(), write_entry(entry, &last.record_changes));
        }
    }
}

impl OpenJournalEntry {
    fn record_change(&mut self, key: &str, before: Option<String>, after: String) {
        match self.record_changes.iter_mut().find(|it| it.key == key) {
            Some(record_changes) => record_changes.after = after,
            None => self.record_changes.push(RecordChange { key: key.to_owned(), before, after }),
        }
    }
}

/// Returns whether the journal keeps a record's change. When a whole article is added or deleted,
/// only its main record is kept, because the other records stay where they are.
fn is_journaled(batch: &Batch, write: &Write) -> bool {
    match (&batch.entry, &write.key) {
        (Some(_), Key::Article(_, RecordId::Details)) => true,
        (Some(_), Key::Article(..)) => write.base.is_some(),
        (Some(_), Key::Setting(_) | Key::Quarantined(_) | Key::Pending(..)) | (None, _) => false,
    }
}

/// Returns the value to store where it differs from the one that was sent; `None` where it does
/// not.
///
/// # Errors
/// [`ReadError::Newer`] where a newer version wrote the stored value.
fn merged_record(write: &Write, current: Option<&str>) -> Result<Option<String>, ReadError> {
    let Some(current) = current.filter(|current| *current != write.value) else { return Ok(None) };
    let Some(base) = &write.base else { return settled_without_base(write, current) };
    match (decode_record(current), decode_record(&write.value)) {
        (Err(ReadError::Newer), _) => Err(ReadError::Newer),
        (Ok(theirs), Ok(ours)) if theirs.revision != base.revision => {
            Ok(Some(encode_record(&three_way_merge(base, &ours, &theirs))))
        }
        // The write replaces a stored value that is damaged; the journal keeps the damaged value.
        (Ok(_) | Err(ReadError::Damaged | ReadError::Invalid(_)), _) => Ok(None),
    }
}

/// Does the same for a write without a base: a setting, or a copy from the other store. Such a
/// write never replaces a newer value, and never the identity of the stores.
fn settled_without_base(write: &Write, current: &str) -> Result<Option<String>, ReadError> {
    match (decode_record(current), decode_record(&write.value)) {
        (Err(ReadError::Newer), _) => Err(ReadError::Newer),
        (Ok(theirs), Ok(ours)) => {
            let stays =
                theirs.revision.is_newer_than(&ours.revision) || write.key == identity_key();
            Ok(stays.then(|| current.to_owned()))
        }
        (Ok(_) | Err(ReadError::Damaged | ReadError::Invalid(_)), _) => Ok(None),
    }
}
