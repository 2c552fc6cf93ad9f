//! The review: which blocks of an article the user has looked at, and with which outcome.
//!
//! Stores and files call it `ledger`. A block without a `BlockReview` has not been looked at.

use crate::{json::JsonObject, time::Timestamp};

/// The review of one block that the user has looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockReview {
    /// The outcome.
    pub state: ReviewState,
    /// When the user looked at the block.
    pub at: Timestamp,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// The outcome of the review of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// The block holds nothing to check.
    NothingToCheck,
    /// The user has marked everything in the block that needs a check.
    Done,
}

/// Every outcome with its name in files.
pub const REVIEW_STATES: [(ReviewState, &str); 2] =
    [(ReviewState::NothingToCheck, "nothing-to-check"), (ReviewState::Done, "done")];
