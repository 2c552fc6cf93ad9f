//! Local storage: what a person can read in the browser's own tools.

use std::collections::BTreeMap;

use web_sys::Storage;

use crate::saved::{Key, Write};

/// Local storage; `None` where the browser lets this page have none.
pub(super) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Our keys and values.
pub(super) fn read(storage: &Storage) -> BTreeMap<String, String> {
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let keys: Vec<String> = keys.filter(|key| Key::is_ours(key)).collect();
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
    let own = writes.iter().filter(|write| write.fits_local());
    let refused =
        own.filter(|write| storage.set_item(&write.key.to_string(), &write.value).is_err());
    let refused = refused.count();
    if refused > 0 {
        gloo::console::warn!(format!("local storage did not take {refused} records"));
    }
}
