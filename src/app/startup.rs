//! The data that the platform gives to the core when the page starts, and the report about the
//! stores that it gives on request.

use crate::storage::{SaveError, StoreContents};

use super::Route;

/// Everything that the platform knows when the page starts.
#[derive(Clone, Debug, PartialEq)]
pub struct StartupData {
    /// The contents of both stores.
    pub found: StoreContents,
    /// The reason why the page cannot save; `None` if it can.
    pub save_error: Option<SaveError>,
    /// The route in the address of the page.
    pub address: Route,
}

/// The platform's report about the stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StorageReport {
    /// The number of records of this program in local storage; `None` if the browser gives no local
    /// storage.
    pub records: Option<usize>,
    /// The number of UTF-16 units in local storage for this origin, from this program and from
    /// others.
    pub units: usize,
    /// The number of bytes that the browser stores for this origin apart from local storage; `None`
    /// if the browser does not report it.
    pub bytes: Option<u64>,
    /// The number of bytes that the browser would store at most; `None` if it does not report that.
    pub quota: Option<u64>,
    /// Whether the browser has promised not to clear the stores by itself.
    pub is_persisted: bool,
    /// Whether the browser can keep a file on disk up to date.
    pub can_keep_file: bool,
}
