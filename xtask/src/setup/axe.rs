//! axe, which finds what keeps people out of a page.

use super::npm;
use crate::log;
use std::path::PathBuf;

/// The npm package `axe-core`.
const VERSION: &str = "4.14.1";

/// The program to run in a page; `None`, with a sentence about it, where it cannot be had.
pub fn axe() -> Option<PathBuf> {
    match npm::modules("axe-core", VERSION, "checks that everybody can use the page") {
        Ok(modules) => Some(modules.join("axe-core/axe.min.js")),
        Err(why) => {
            log(&format!("going on without axe, so that is not checked: {why}"));
            None
        }
    }
}
