//! What is known of the world outside.

use crate::storage::{SaveError, StoreContents};

use super::Route;

/// What is known when the page starts.
#[derive(Clone, Debug, PartialEq)]
pub struct StartupData {
    /// What both stores hold.
    pub found: StoreContents,
    /// Whether there is anywhere to save.
    pub save_error: Option<SaveError>,
    /// What the address asks for.
    pub address: Route,
}

/// What the browser says of its stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StorageReport {
    /// How many records local storage has of us; `None` where there is none.
    pub records: Option<usize>,
    /// How many UTF-16 units local storage holds for this address, of us and of others.
    pub units: usize,
    /// How many bytes the browser has stored for this address besides.
    pub bytes: Option<u64>,
    /// How many bytes it would store.
    pub quota: Option<u64>,
    /// Whether it has promised not to clear them by itself.
    pub is_persisted: bool,
    /// Whether it can keep a file on disk up to date.
    pub can_keep_file: bool,
}
