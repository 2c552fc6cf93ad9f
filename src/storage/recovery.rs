//! Recovery: reads both stores at a start, chooses the newest copy of each record, and lists what
//! each store lacks.
//!
//! Recovery drops nothing: it quarantines a value that it cannot read before another one replaces
//! it, and leaves a value of a newer version where it is. A second recovery, after the writes of
//! the first, finds nothing to do.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{article::sha256_hex, json::JsonObject, storage::schema::object};

use super::{
    Clock, Key, ReadError, Revision, StoredRecord, Write, decode_record, encode_record,
    merge::two_way_merge, settings::read_text_setting, transaction::is_mirrored_locally,
};

/// The members of the record that keeps a quarantined value.
const KEY: &str = "key";
const FOUND: &str = "found";

/// The keys and values of both stores, as they were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoreContents {
    /// Local storage, which users can read in the browser's developer tools.
    pub local: BTreeMap<String, String>,
    /// The database, which survives a crash.
    pub database: BTreeMap<String, String>,
}

/// A value that could not be read, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantinedValue {
    /// The key under which the value was found.
    pub key: String,
    /// The value, unchanged.
    pub found: String,
    /// The reason why it could not be read.
    pub fault: ReadError,
}

/// The result of a recovery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovered {
    /// The newest readable version of each record, each key once; deleted records are among them.
    pub records: Vec<(Key, StoredRecord)>,
    /// The writes that local storage lacks.
    pub missing_in_local: Vec<Write>,
    /// The writes that the database lacks.
    pub missing_in_database: Vec<Write>,
    /// The values that could not be read, at this start and at earlier ones.
    pub quarantined_values: Vec<QuarantinedValue>,
    /// The number of these values that the user does not know of yet.
    pub new_quarantined: usize,
    /// The keys of records that a newer version wrote; this version must not write them.
    pub locked: Vec<Key>,
}

/// A readable copy of a record in one store, with its encoded value.
type Readable<'a> = (StoredRecord, Cow<'a, str>);

/// Chooses the newest copy of each record from two stores, and copies to each store what it lacks.
///
/// A readable value replaces a damaged one only after the damaged one was quarantined; a value that
/// a newer version wrote stays where it is. Running it again after its writes finds nothing more to
/// do. `millis` is the time in milliseconds since 1970.
pub fn recover(found: &StoreContents, clock: &mut Clock, millis: u64) -> Recovered {
    let mut recovered = Recovered::default();
    let only_safe = found.database.keys().filter(|name| !found.local.contains_key(*name));
    let keys = found.local.keys().chain(only_safe);
    for name in keys.filter(|name| Key::is_app_key(name)) {
        // A newer version may have added this kind of key, so the value stays as it is.
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
        // The copies are usually equal, and decoding one of them is enough.
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

    /// Decodes a copy of a record; quarantines one that cannot be decoded.
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
        if !self.quarantined_values.iter().any(|other| other.is_same(&quarantined)) {
            self.quarantined_values.push(quarantined);
        }
    }

    /// Adds writes that keep each newly quarantined value, before the writes that replace the
    /// value.
    ///
    /// A value of a newer version is not copied, because nothing replaces it. The user hears of it
    /// at every start, because a newer version of the page may be available by then.
    fn persist_quarantine(&mut self, clock: &mut Clock, millis: u64) {
        let (mut to_local, mut to_safe) = (Vec::new(), Vec::new());
        for quarantined in &self.quarantined_values {
            let key = quarantined.quarantine_key();
            let is_newer = quarantined.fault == ReadError::Newer;
            let is_kept = !is_newer && self.records.iter().any(|(other, _)| *other == key);
            self.new_quarantined += usize::from(!is_kept);
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

    /// Adds the values that earlier starts quarantined, which the user can still save as a file.
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
    /// Returns whether both are the same value, found twice.
    pub fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && self.found == other.found
    }

    /// Returns the key of the record that keeps this value.
    pub(in crate::storage) fn quarantine_key(&self) -> Key {
        Key::Quarantined(sha256_hex(&self.found))
    }

    /// Returns the write that keeps this value. `millis` is the time in milliseconds since 1970.
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

    /// Reads what [`QuarantinedValue::write`] kept; the fault always becomes
    /// [`ReadError::Damaged`].
    fn of_record(record: &JsonObject) -> Option<Self> {
        let text = |name| read_text_setting(record, name);
        Some(Self { key: text(KEY)?, found: text(FOUND)?, fault: ReadError::Damaged })
    }
}

/// Returns the newer of two copies of a record, or a merge of both.
///
/// Claimlight writes local storage first, but the browser puts it on the disk later, so an older
/// copy there is the usual case. A copy there that one tab wrote and the database never had may
/// meet a copy that another tab has stored since. Neither started from the other, so both are
/// merged.
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
