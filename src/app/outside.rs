//! What is known of the world outside.

use crate::saved::{Found, NotSaved};

use super::Address;

/// What is known when the page starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What both stores hold.
    pub found: Found,
    /// Whether there is anywhere to save.
    pub trouble: Option<NotSaved>,
    /// What the address asks for.
    pub address: Address,
}

/// What the browser says of its stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// How many records local storage has of us; `None` where there is none.
    pub records: Option<usize>,
    /// How many UTF-16 units local storage holds for this address, of us and of others.
    pub units: usize,
    /// How many bytes the browser has stored for this address besides.
    pub bytes: Option<u64>,
    /// How many bytes it would store.
    pub quota: Option<u64>,
    /// Whether it has promised not to clear them by itself.
    pub is_kept: bool,
    /// Whether it can keep a file on disk up to date.
    pub can_keep_file: bool,
}
