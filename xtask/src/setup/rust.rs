//! Parts of the Rust toolchain, which rustup installs.

use crate::{Error, command, log};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the standard library for WebAssembly.
pub(super) fn wasm_target() -> Result<(), Error> {
    let sysroot = command::stdout_of(command::program("rustc").args(["--print", "sysroot"]));
    let library = format!("lib/rustlib/{TARGET}/lib");
    if sysroot.is_some_and(|sysroot| Path::new(&sysroot).join(library).is_dir()) {
        return Ok(());
    }
    log("installing Rust's standard library for WebAssembly, which the page is compiled with");
    rustup(&["target", "add", TARGET], &format!("the Rust target {TARGET}"))
}

/// Installs the formatter and the linter.
pub(crate) fn lint_tools() -> Result<(), Error> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::stdout_of(command::cargo().args([subcommand, "--version"])).is_none() {
            log(&format!("installing {component}, which the checks need"));
            rustup(&["component", "add", component], component)?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str], what: &str) -> Result<(), Error> {
    if command::which(&["rustup"]).is_none() {
        return Err(Error::Missing {
            what: what.to_owned(),
            remedy: format!(
                "install it as this Rust was installed (a Linux distribution has a package for \
                 it), or install rustup from https://rustup.rs and run: rustup {}",
                words.join(" ")
            ),
        });
    }
    command::run(command::program("rustup").args(words))
}
