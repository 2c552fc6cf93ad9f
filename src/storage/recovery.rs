//! Finding the newest of each record in two stores, and what each store lacks.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{article::sha256_hex, json::JsonObject, storage::schema::object};

use super::{
    Clock, Key, ReadError, Revision, StoredRecord, Write, decode_record, encode_record,
    merge::two_way_merge, settings::read_text_setting, transaction::is_mirrored_locally,
};

/// The members of the record that keeps what could not be read.
const KEY: &str = "key";
const FOUND: &str = "found";

/// What both stores hold, as it was found: keys and values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoreContents {
    /// What a person can read in the browser's tools: local storage.
    pub local: BTreeMap<String, String>,
    /// What a crash cannot take: the database.
    pub database: BTreeMap<String, String>,
}

/// A value that could not be read, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantinedValue {
    /// The key.
    pub key: String,
    /// The value.
    pub found: String,
    /// Why it could not be read.
    pub fault: ReadError,
}

/// What two stores come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovered {
    /// The newest readable write of each record, deleted ones among them; each key once.
    pub records: Vec<(Key, StoredRecord)>,
    /// What local storage lacks.
    pub missing_in_local: Vec<Write>,
    /// What the database lacks.
    pub missing_in_database: Vec<Write>,
    /// What could not be read, also at earlier starts.
    pub asides: Vec<QuarantinedValue>,
    /// How many of them nobody has been told of.
    pub new_asides: usize,
    /// Records that a newer version wrote, which must not be written again.
    pub locked: Vec<Key>,
}

/// A record as one store has it, with its value.
type Readable<'a> = (StoredRecord, Cow<'a, str>);

/// Takes the newest of each record from two stores.
///
/// What one store lacks is copied from the other. A damaged value gives way to a readable one only
/// after it has been set aside; a value that a newer version wrote stays where it is. Doing it
/// again with what it wrote finds nothing more to do.
pub fn recover(found: &StoreContents, clock: &mut Clock, millis: u64) -> Recovered {
    let mut recovered = Recovered::default();
    let only_safe = found.database.keys().filter(|name| !found.local.contains_key(*name));
    let keys = found.local.keys().chain(only_safe);
    for name in keys.filter(|name| Key::is_app_key(name)) {
        // What is ours but of a kind that is not known yet is left alone.
        if let Some(key) = Key::parse(name) {
            recovered.take(&key, found.local.get(name), found.database.get(name));
        }
    }
    for stored in recovered.records.iter().map(|(_, stored)| stored) {
        clock.observe(stored.revision.hlc);
    }
    recovered.persist_quarantine(clock, millis);
    recovered.list_kept_asides();
    recovered
}

impl Recovered {
    fn take(&mut self, key: &Key, local: Option<&String>, safe: Option<&String>) {
        // Most of the time both are the same, and reading one of them is enough.
        let is_same = local == safe;
        let local_copy = local.filter(|_| !is_same).and_then(|value| self.read(key, value));
        let safe_copy = safe.and_then(|value| self.read(key, value));
        let (stored, value) = match (local_copy, safe_copy) {
            (Some(local), Some(safe)) => newest(local, safe),
            (None, Some(copy)) | (Some(copy), None) => copy,
            (None, None) => return,
        };
        if !is_same && !self.locked.contains(key) {
            let lacks = |copy: Option<&String>| copy.is_none_or(|other| *other != value);
            let write =
                || Write { key: key.clone(), value: value.clone().into_owned(), base: None };
            if lacks(local) && is_mirrored_locally(key, &value) {
                self.missing_in_local.push(write());
            }
            if lacks(safe) {
                self.missing_in_database.push(write());
            }
        }
        self.records.push((key.clone(), stored));
    }

    /// A copy of a record, with its value; one that cannot be read is set aside.
    fn read<'a>(&mut self, key: &Key, value: &'a str) -> Option<Readable<'a>> {
        match decode_record(value) {
            Ok(stored) => Some((stored, Cow::Borrowed(value))),
            Err(fault) => {
                if fault == ReadError::Newer {
                    self.locked.push(key.clone());
                }
                self.quarantine(&key.to_string(), value, fault);
                None
            }
        }
    }

    fn quarantine(&mut self, key: &str, found: &str, fault: ReadError) {
        let quarantined = QuarantinedValue { key: key.to_owned(), found: found.to_owned(), fault };
        if !self.asides.iter().any(|other| other.is_same(&quarantined)) {
            self.asides.push(quarantined);
        }
    }

    /// Writes what was set aside under keys of its own, once, and before what replaces it.
    ///
    /// What a newer version wrote is not copied, because nothing replaces it; it is told at every
    /// start, because a newer page may be had by then.
    fn persist_quarantine(&mut self, clock: &mut Clock, millis: u64) {
        let (mut to_local, mut to_safe) = (Vec::new(), Vec::new());
        for quarantined in &self.asides {
            let key = quarantined.quarantine_key();
            let is_newer = quarantined.fault == ReadError::Newer;
            let is_kept = !is_newer && self.records.iter().any(|(other, _)| *other == key);
            self.new_asides += usize::from(!is_kept);
            if is_newer || is_kept {
                continue;
            }
            let write = quarantined.write(clock, millis);
            if write.is_mirrored_locally() {
                to_local.push(write.clone());
            }
            to_safe.push(write);
        }
        self.missing_in_local.splice(..0, to_local);
        self.missing_in_database.splice(..0, to_safe);
    }

    /// Lists what was set aside at earlier starts as well: it can still be had as a file.
    fn list_kept_asides(&mut self) {
        let kept = self.records.iter().filter_map(|(key, stored)| match key {
            Key::Quarantined(_) => QuarantinedValue::of_record(&stored.record),
            Key::Article(..) | Key::Setting(_) | Key::Pending(..) => None,
        });
        for quarantined in kept.collect::<Vec<_>>() {
            self.quarantine(&quarantined.key, &quarantined.found, ReadError::Damaged);
        }
    }
}

impl QuarantinedValue {
    /// Whether both are one value, found twice.
    pub fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && self.found == other.found
    }

    /// The key under which it is kept.
    pub(in crate::storage) fn quarantine_key(&self) -> Key {
        Key::Quarantined(sha256_hex(&self.found))
    }

    /// The value that keeps it.
    pub fn write(&self, clock: &mut Clock, millis: u64) -> Write {
        let revision = Revision { rev: 1, hlc: clock.tick(millis), tab: clock.tab().clone() };
        let record = object([(KEY, self.key.clone().into()), (FOUND, self.found.clone().into())]);
        let value = encode_record(&StoredRecord {
            revision,
            deleted: false,
            conflicts: JsonObject::new(),
            record,
        });
        Write { key: self.quarantine_key(), value, base: None }
    }

    /// What [`Aside::write`] kept.
    fn of_record(record: &JsonObject) -> Option<Self> {
        let text = |name| read_text_setting(record, name);
        Some(Self { key: text(KEY)?, found: text(FOUND)?, fault: ReadError::Damaged })
    }
}

/// The newest of two copies of a record.
///
/// Local storage is written first and lags behind on the disk: an older copy there is the usual
/// case. A copy there that the database never had, by one tab, beside one that another tab has
/// stored meanwhile, was not made of it; then nothing of either is dropped.
fn newest<'a>(local: Readable<'a>, safe: Readable<'a>) -> Readable<'a> {
    let (ours, theirs) = (&local.0.revision, &safe.0.revision);
    let is_apart = ours.tab != theirs.tab;
    let both = |newer: &StoredRecord, other: &StoredRecord| {
        let stored = two_way_merge(newer, other);
        let value = encode_record(&stored);
        (stored, Cow::Owned(value))
    };
    if ours.is_newer_than(theirs) {
        if is_apart { both(&local.0, &safe.0) } else { local }
    } else if is_apart && ours.hlc > theirs.hlc {
        both(&safe.0, &local.0)
    } else {
        safe
    }
}
