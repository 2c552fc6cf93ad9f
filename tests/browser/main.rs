//! Tests that need a browser: what the shell asks of it, and components that are drawn.
//!
//! A component is drawn into an element of its own: the page's body holds the report of the tests.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a panic is how a test fails")]

mod components;
mod selection;
mod stage;
mod stores;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
