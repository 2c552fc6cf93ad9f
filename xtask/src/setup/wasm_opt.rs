//! wasm-opt, which makes the page's WebAssembly smaller.

use super::cache;
use crate::{Error, command, say};
use std::path::PathBuf;

/// The npm package `binaryen`; compiling it from source takes more than 40 minutes.
const VERSION: &str = "132";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The folder of `wasm-opt`; `None`, with a sentence about it, where it cannot be had.
pub(super) fn folder() -> Option<PathBuf> {
    match install() {
        Ok(folder) => Some(folder),
        Err(why) => {
            say(&format!("going on without wasm-opt, so the page will be larger: {why}"));
            None
        }
    }
}

fn install() -> Result<PathBuf, Error> {
    let folder = cache::folder("binaryen", VERSION)?;
    let programs = folder.join("node_modules/.bin");
    if command::is_program(&programs.join("wasm-opt")) {
        return Ok(programs);
    }
    if command::answer(command::program(NPM).arg("--version")).is_none() {
        return Err(Error::Missing {
            what: "npm".to_owned(),
            remedy: "it comes with Node.js (Debian: apt-get install npm)".to_owned(),
        });
    }
    say("installing wasm-opt, which makes the page smaller");
    cache::fill(&folder, |partial| {
        command::run(
            command::program(NPM)
                .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
                .arg("--prefix")
                .arg(partial)
                .arg(format!("binaryen@{VERSION}")),
        )
    })?;
    Ok(programs)
}
