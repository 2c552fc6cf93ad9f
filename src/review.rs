//! The ledger: what has been looked at, and what came of it.

use crate::{json::JsonObject, time::Timestamp};

/// That a block has been looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockReview {
    /// What came of it.
    pub state: ReviewState,
    /// When.
    pub at: Timestamp,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// What came of looking at a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// There is nothing to check in it.
    NothingToCheck,
    /// All that there was to check is marked.
    Done,
}

/// Every state with its name in files.
pub const LEDGER_STATES: [(ReviewState, &str); 2] =
    [(ReviewState::NothingToCheck, "nothing-to-check"), (ReviewState::Done, "done")];
