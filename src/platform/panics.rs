//! Turns a Rust panic into a JavaScript error with a message.
//!
//! After the error, the boot file shows the rescue page in place of the application.

use std::panic::PanicHookInfo;

/// Ends the program with an error that says where it failed, instead of a trap without a message.
/// The browser logs the error, and the boot file shows it on the rescue page.
pub fn throw_panic(panic: &PanicHookInfo<'_>) {
    wasm_bindgen::throw_str(&panic.to_string());
}
