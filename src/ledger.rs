//! The ledger: what has been looked at, and what came of it.

use crate::{json::Members, stamp::Time};

/// That a block has been looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// What came of it.
    pub state: LedgerState,
    /// When.
    pub at: Time,
    /// Members that this version does not know.
    pub unknown: Members,
}

/// What came of looking at a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerState {
    /// There is nothing to check in it.
    NothingToCheck,
    /// All that there was to check is marked.
    Done,
}

/// Every state with its name in files.
pub const LEDGER_STATES: [(LedgerState, &str); 2] =
    [(LedgerState::NothingToCheck, "nothing-to-check"), (LedgerState::Done, "done")];
