//! The features of the program. Each has one part of the work and the state for it, and changes
//! what all share through a [`Ctx`](super::state::Ctx).
//!
//! Features do not know each other. What one needs of another it sends as a message, or it is in
//! `state`, below all features.

pub(super) mod block_editing;
pub(super) mod claim_editing;
pub(super) mod conflicts;
pub(super) mod evidence;
pub(super) mod export;
pub(super) mod file_sync;
pub(super) mod history;
pub(super) mod import;
pub(super) mod keyboard_selection;
pub(super) mod library;
pub(super) mod marking;
pub(super) mod metadata;
pub(super) mod navigation;
pub(super) mod onboarding;
pub(super) mod preferences;
pub(super) mod review;
pub(super) mod routing;
pub(super) mod sample;
pub(super) mod scale;
pub(super) mod storage_info;
pub(super) mod store_refill;
pub(super) mod sync;
pub(super) mod tags;
pub(super) mod undo;
pub(super) mod verdict;
