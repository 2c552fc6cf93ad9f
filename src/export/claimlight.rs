//! Claimlight JSON, version 1: the file format without loss.
//!
//! Reading keeps the members that this version does not know, and writing puts them into the file
//! again.

mod read;
mod write;

pub use read::{ImportError, looks_like_export, read};
pub use write::write;

/// The value of the member `format`.
const FORMAT: &str = "claimlight";
/// The version that the program writes, and the newest that it reads.
const VERSION: u64 = 1;
