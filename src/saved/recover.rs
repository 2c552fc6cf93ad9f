//! Finding the newest of each record in two stores, and what each store lacks.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{article::fingerprint, json::Members, record::object};

use super::{
    Clock, Fault, Key, Revision, Stored, Write, batch::fits_local, merge::with_differences, open,
    seal, settings::read_text_setting,
};

/// The members of the record that keeps what could not be read.
const KEY: &str = "key";
const FOUND: &str = "found";

/// What both stores hold, as it was found: keys and values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What a person can read in the browser's tools: local storage.
    pub local: BTreeMap<String, String>,
    /// What a crash cannot take: the database.
    pub safe: BTreeMap<String, String>,
}

/// A value that could not be read, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key.
    pub key: String,
    /// The value.
    pub found: String,
    /// Why it could not be read.
    pub fault: Fault,
}

/// What two stores come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recovered {
    /// The newest readable write of each record, deleted ones among them; each key once.
    pub records: Vec<(Key, Stored)>,
    /// What local storage lacks.
    pub to_local: Vec<Write>,
    /// What the database lacks.
    pub to_safe: Vec<Write>,
    /// What could not be read, also at earlier starts.
    pub asides: Vec<Aside>,
    /// How many of them nobody has been told of.
    pub new_asides: usize,
    /// Records that a newer version wrote, which must not be written again.
    pub locked: Vec<Key>,
}

/// A record as one store has it, with its value.
type Readable<'a> = (Stored, Cow<'a, str>);

/// Takes the newest of each record from two stores.
///
/// What one store lacks is copied from the other. A damaged value gives way to a readable one only
/// after it has been set aside; a value that a newer version wrote stays where it is. Doing it
/// again with what it wrote finds nothing more to do.
pub fn recover(found: &Found, clock: &mut Clock, millis: u64) -> Recovered {
    let mut recovered = Recovered::default();
    let only_safe = found.safe.keys().filter(|name| !found.local.contains_key(*name));
    let keys = found.local.keys().chain(only_safe);
    for name in keys.filter(|name| Key::is_ours(name)) {
        // What is ours but of a kind that is not known yet is left alone.
        if let Some(key) = Key::parse(name) {
            recovered.take(&key, found.local.get(name), found.safe.get(name));
        }
    }
    for stored in recovered.records.iter().map(|(_, stored)| stored) {
        clock.see(stored.revision.hlc);
    }
    recovered.keep_asides(clock, millis);
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
            if lacks(local) && fits_local(key, &value) {
                self.to_local.push(write());
            }
            if lacks(safe) {
                self.to_safe.push(write());
            }
        }
        self.records.push((key.clone(), stored));
    }

    /// A copy of a record, with its value; one that cannot be read is set aside.
    fn read<'a>(&mut self, key: &Key, value: &'a str) -> Option<Readable<'a>> {
        match open(value) {
            Ok(stored) => Some((stored, Cow::Borrowed(value))),
            Err(fault) => {
                if fault == Fault::Newer {
                    self.locked.push(key.clone());
                }
                self.set_aside(&key.to_string(), value, fault);
                None
            }
        }
    }

    fn set_aside(&mut self, key: &str, found: &str, fault: Fault) {
        let aside = Aside { key: key.to_owned(), found: found.to_owned(), fault };
        if !self.asides.iter().any(|other| other.is_same(&aside)) {
            self.asides.push(aside);
        }
    }

    /// Writes what was set aside under keys of its own, once, and before what replaces it.
    ///
    /// What a newer version wrote is not copied, because nothing replaces it; it is told at every
    /// start, because a newer page may be had by then.
    fn keep_asides(&mut self, clock: &mut Clock, millis: u64) {
        let (mut to_local, mut to_safe) = (Vec::new(), Vec::new());
        for aside in &self.asides {
            let key = aside.own_key();
            let is_newer = aside.fault == Fault::Newer;
            let is_kept = !is_newer && self.records.iter().any(|(other, _)| *other == key);
            self.new_asides += usize::from(!is_kept);
            if is_newer || is_kept {
                continue;
            }
            let write = aside.write(clock, millis);
            if write.fits_local() {
                to_local.push(write.clone());
            }
            to_safe.push(write);
        }
        self.to_local.splice(..0, to_local);
        self.to_safe.splice(..0, to_safe);
    }

    /// Lists what was set aside at earlier starts as well: it can still be had as a file.
    fn list_kept_asides(&mut self) {
        let kept = self.records.iter().filter_map(|(key, stored)| match key {
            Key::Aside(_) => Aside::of_record(&stored.record),
            Key::Article(..) | Key::Setting(_) | Key::Pending(..) => None,
        });
        for aside in kept.collect::<Vec<_>>() {
            self.set_aside(&aside.key, &aside.found, Fault::Damaged);
        }
    }
}

impl Aside {
    /// Whether both are one value, found twice.
    pub fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && self.found == other.found
    }

    /// The key under which it is kept.
    pub(in crate::saved) fn own_key(&self) -> Key {
        Key::Aside(fingerprint(&self.found))
    }

    /// The value that keeps it.
    pub fn write(&self, clock: &mut Clock, millis: u64) -> Write {
        let revision = Revision { rev: 1, hlc: clock.tick(millis), tab: clock.tab().clone() };
        let record = object([(KEY, self.key.clone().into()), (FOUND, self.found.clone().into())]);
        let value = seal(&Stored { revision, deleted: false, also: Members::new(), record });
        Write { key: self.own_key(), value, base: None }
    }

    /// What [`Aside::write`] kept.
    fn of_record(record: &Members) -> Option<Self> {
        let text = |name| read_text_setting(record, name);
        Some(Self { key: text(KEY)?, found: text(FOUND)?, fault: Fault::Damaged })
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
    let both = |newer: &Stored, other: &Stored| {
        let stored = with_differences(newer, other);
        let value = seal(&stored);
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
