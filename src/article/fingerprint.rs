//! The fingerprint of a text, by which a draft is known again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// How many bytes are hashed in one call. Browsers take better code for a function only when it is
/// called again, so 20 megabytes in one call take many times as long.
const AT_ONCE: usize = 16_384;

/// The SHA-256 of `text` in UTF-8, in lower-case hexadecimal.
pub fn sha256_hex(text: &str) -> String {
    let mut digest = Sha256::new();
    text.as_bytes().chunks(AT_ONCE).for_each(|chunk| digest.update(chunk));
    digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
