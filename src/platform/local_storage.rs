//! Local storage: the copy of the records that users can read in the browser's developer tools.
//!
//! It lacks long texts. It may also lack recent writes after a crash, so the database decides what
//! counts as saved.

use std::collections::BTreeMap;

use web_sys::Storage;

use crate::storage::{Key, Write, identity_key};

/// Returns local storage; `None` where the browser denies it to this page.
pub(super) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Returns all keys and values of Claimlight, also those of kinds that this version does not know.
pub(super) fn read(storage: &Storage) -> BTreeMap<String, String> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let keys: Vec<String> = keys.filter(|key| Key::is_app_key(key)).collect();
    let mut found = BTreeMap::new();
    for key in keys {
        if let Ok(Some(value)) = storage.get_item(&key) {
            found.insert(key, value);
        }
    }
    found
}

/// Writes the values that local storage holds.
///
/// A value that local storage refuses is not an error: a change counts as saved when the database
/// has it, and recovery at the next start brings both stores in line.
pub(super) fn write(storage: &Storage, writes: &[Write]) {
    let own = writes.iter().filter(|write| write.is_mirrored_locally());
    let refused =
        own.filter(|write| storage.set_item(&write.key.to_string(), &write.value).is_err());
    let refused = refused.count();
    if refused > 0 {
        gloo::console::warn!(format!("local storage refused {refused} records"));
    }
}

/// Returns whether local storage has the identity of the stores; without it, somebody has cleared
/// local storage.
pub(super) fn is_named(storage: &Storage) -> bool {
    storage.get_item(&identity_key().to_string()).is_ok_and(|value| value.is_some())
}

/// Writes the values that local storage lacks or has in an older version. Returns the other records
/// that local storage holds.
pub(super) fn refill(storage: &Storage, writes: &[Write]) -> Vec<Write> {
    let mut found = read(storage);
    let mut lacking = Vec::new();
    for ours in writes {
        let current = found.remove(&ours.key.to_string());
        if current.is_none_or(|current| ours.replaces(&current)) {
            lacking.push(ours.clone());
        }
    }
    write(storage, &lacking);
    let beside = found
        .into_iter()
        .filter_map(|(key, value)| Some(Write { key: Key::parse(&key)?, value, base: None }));
    beside.collect()
}
