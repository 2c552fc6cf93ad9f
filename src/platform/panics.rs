//! What happens when the program finds a mistake in itself.

use std::panic::PanicHookInfo;

/// Ends the program with an error that says where it failed, in place of a trap that says nothing:
/// the browser logs it, and the boot file shows it on the rescue page.
pub fn throw_panic(panic: &PanicHookInfo<'_>) {
    wasm_bindgen::throw_str(&panic.to_string());
}
