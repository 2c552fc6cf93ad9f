//! The SHA-256 of a text, with which the program checks stored and exported texts.
//!
//! The program also names quarantined values by it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The number of bytes that one call hashes. Browsers switch to faster code for a function only
/// when it is called again, so one call with 20 megabytes takes many times as long.
const AT_ONCE: usize = 16_384;

/// Returns the SHA-256 of `text` in UTF-8, in lower-case hexadecimal.
pub fn sha256_hex(text: &str) -> String {
    let mut digest = Sha256::new();
    text.as_bytes().chunks(AT_ONCE).for_each(|chunk| digest.update(chunk));
    digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
