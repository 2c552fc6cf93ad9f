//! What one transaction writes: values on top of what the database holds by then, and the journal.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Entry, Key, ReadError, RecordChange, RecordId, StoredRecord, decode_record, encode_record,
    identity_key, merge::three_way_merge, record_envelope::append_checksum, write_entry,
};

/// The longest text of an article that is kept in local storage as well, in characters; the
/// database has all of them.
const LONGEST_LOCAL_TEXT: usize = 100_000;
/// How many bytes a record has at most for each character of its text: an escape takes six, and the
/// envelope the rest.
const BYTES: usize = 8;

/// One value to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: String,
    /// The record that it was made of; `None` where it is to be stored unless something newer is
    /// there.
    pub base: Option<Box<StoredRecord>>,
}

/// A value that has no sum yet: of a long text that takes as long as writing it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsealedWrite {
    /// The key.
    pub(super) key: Key,
    /// The value up to its sum.
    pub(super) text: String,
    /// The record that it was made of, as [`Write::base`].
    pub(super) base: Option<Box<StoredRecord>>,
}

impl UnsealedWrite {
    /// The value with its sum.
    pub fn seal(self) -> Write {
        let Self { key, text, base } = self;
        Write { key, value: append_checksum(text), base }
    }
}

impl Write {
    /// Whether the value belongs into local storage, too.
    pub fn is_mirrored_locally(&self) -> bool {
        is_mirrored_locally(&self.key, &self.value)
    }

    /// Whether the value is to be written over `current`, which is not the record that it was made
    /// of.
    pub fn replaces(&self, current: &str) -> bool {
        *current != *self.value && matches!(settled_without_base(self, current), Ok(None))
    }
}

/// Whether the value of a record belongs into local storage, too.
pub(super) fn is_mirrored_locally(key: &Key, value: &str) -> bool {
    let member = match key {
        Key::Article(_, RecordId::Text) => "text",
        Key::Quarantined(_) => "found",
        Key::Article(..) | Key::Setting(_) | Key::Pending(..) => return true,
    };
    let fits = |text: &str| text.chars().count() <= LONGEST_LOCAL_TEXT;
    // What is certain by the length alone need not be read, which takes long where it is long.
    let is_too_long = value.len() > LONGEST_LOCAL_TEXT * BYTES;
    value.len() <= LONGEST_LOCAL_TEXT
        || !is_too_long
            && decode_record(value).is_ok_and(|stored| {
                stored.record.get(member).and_then(Value::as_str).is_some_and(fits)
            })
}

/// Values that are stored together, or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Counts the batches of this tab.
    pub number: u64,
    /// The values.
    pub writes: Vec<Write>,
    /// The act that they belong to, for the journal. An act that goes on (typing) comes with the
    /// same name again, and its entry is written anew.
    pub entry: Option<Entry>,
}

/// What a transaction puts into the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// The records, by key.
    pub records: BTreeMap<String, String>,
    /// The entries of the journal, by name.
    pub journal: BTreeMap<String, String>,
    /// The keys of records that came out otherwise than they were sent.
    pub merged_record: Vec<String>,
    /// The keys of records that a newer version has written meanwhile; they stay as they are.
    pub locked: Vec<String>,
}

/// The last act in the journal, which may go on: the records as they were before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenJournalEntry {
    name: String,
    traced: Vec<RecordChange>,
}

/// The keys whose values [`commit`] needs to see, each once.
pub fn keys_to_read(batches: &[Batch]) -> BTreeSet<String> {
    let writes = batches.iter().flat_map(|batch| &batch.writes);
    writes.map(|write| write.key.to_string()).chain([identity_key().to_string()]).collect()
}

/// Brings batches, in their order, onto what the database holds of the keys that [`keys_to_read`] names.
///
/// What another tab has stored meanwhile is kept: see [`StoredRecord::conflicts`].
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
            *last = OpenJournalEntry { name: entry.name.clone(), traced: Vec::new() };
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
            self.journal.insert(entry.name.clone(), write_entry(entry, &last.traced));
        }
    }
}

impl OpenJournalEntry {
    fn record_change(&mut self, key: &str, before: Option<String>, after: String) {
        match self.traced.iter_mut().find(|it| it.key == key) {
            Some(traced) => traced.after = after,
            None => self.traced.push(RecordChange { key: key.to_owned(), before, after }),
        }
    }
}

/// Whether the journal keeps what a record was before. An article that comes or goes as a whole is
/// told by its details alone: its other records stay where they are.
fn is_journaled(batch: &Batch, write: &Write) -> bool {
    match (&batch.entry, &write.key) {
        (Some(_), Key::Article(_, RecordId::Details)) => true,
        (Some(_), Key::Article(..)) => write.base.is_some(),
        (Some(_), Key::Setting(_) | Key::Quarantined(_) | Key::Pending(..)) | (None, _) => false,
    }
}

/// The value that a write comes to, where it is another than was sent.
fn merged_record(write: &Write, current: Option<&str>) -> Result<Option<String>, ReadError> {
    let Some(current) = current.filter(|current| *current != write.value) else { return Ok(None) };
    let Some(base) = &write.base else { return settled_without_base(write, current) };
    match (decode_record(current), decode_record(&write.value)) {
        (Err(ReadError::Newer), _) => Err(ReadError::Newer),
        (Ok(theirs), Ok(ours)) if theirs.revision != base.revision => {
            Ok(Some(encode_record(&three_way_merge(base, &ours, &theirs))))
        }
        // What is damaged meanwhile gives way: the journal keeps it as it was found.
        (Ok(_) | Err(ReadError::Damaged | ReadError::Invalid(_)), _) => Ok(None),
    }
}

/// The same for a write that was made of no record: a copy from the other store, a setting. It never
/// replaces a newer one, and never the identity of the stores.
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
