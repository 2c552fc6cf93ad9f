//! Claimlight JSON, version 1: the file that loses nothing.

mod read;
mod write;

pub use read::{ImportError, looks_like_export, read};
pub use write::write;

/// What the member `format` says.
const FORMAT: &str = "claimlight";
/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;
