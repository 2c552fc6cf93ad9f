//! wasm-opt, which makes the page's WebAssembly smaller.

use super::npm;
use crate::log;
use std::path::PathBuf;

/// The npm package `binaryen`; compiling it from source takes more than 40 minutes.
const VERSION: &str = "132";

/// The folder of `wasm-opt`; `None`, with a sentence about it, where it cannot be had.
pub(super) fn folder() -> Option<PathBuf> {
    match npm::modules("binaryen", VERSION, "has wasm-opt, which makes the page smaller") {
        Ok(modules) => Some(modules.join(".bin")),
        Err(why) => {
            log(&format!("going on without wasm-opt, so the page will be larger: {why}"));
            None
        }
    }
}
