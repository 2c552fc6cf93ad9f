//! The fingerprint of a text, by which a draft is known again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of `text` in UTF-8, in lower-case hexadecimal.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
