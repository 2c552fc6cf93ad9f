//! Local storage: what a person can read in the browser's own tools.

use std::collections::BTreeMap;

use web_sys::Storage;

use crate::storage::{Key, Write, identity_key};

/// Local storage; `None` where the browser lets this page have none.
pub(super) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Our keys and values.
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

/// Writes the values that belong here.
///
/// A value that does not go in is not an error here: "saved" is said when the database has it, and
/// the next start brings both in line.
pub(super) fn write(storage: &Storage, writes: &[Write]) {
    let own = writes.iter().filter(|write| write.is_mirrored_locally());
    let refused =
        own.filter(|write| storage.set_item(&write.key.to_string(), &write.value).is_err());
    let refused = refused.count();
    if refused > 0 {
        gloo::console::warn!(format!("local storage did not take {refused} records"));
    }
}

/// Whether the identity of the stores is there: without it, local storage was cleared.
pub(super) fn is_named(storage: &Storage) -> bool {
    storage.get_item(&identity_key().to_string()).is_ok_and(|value| value.is_some())
}

/// Writes the values that are missing or older here, and returns what is here beside them.
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
