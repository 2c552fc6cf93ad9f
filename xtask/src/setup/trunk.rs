//! Trunk, which puts the page together.

use super::cache;
use crate::{Error, command, log};
use std::path::PathBuf;

const VERSION: &str = "0.21.14";

/// Trunk, from `PATH` where it has the right version, else built into the cache.
pub(super) fn program() -> Result<PathBuf, Error> {
    let folder = cache::folder("trunk", VERSION)?;
    let program = folder.join("bin").join(command::executable("trunk"));
    if command::is_program(&program) {
        return Ok(program);
    }
    if let Some(present) = command::which(&["trunk"]) {
        let version =
            command::stdout_of(command::program(&present).arg("--version").env_remove("NO_COLOR"));
        if version.is_some_and(|version| version == format!("trunk {VERSION}")) {
            return Ok(present);
        }
    }
    log(&format!("building Trunk {VERSION}, which puts the page together: some six minutes, once"));
    cache::fill(&folder, |partial| {
        command::run(
            command::cargo()
                .args(["install", "--locked", "trunk", "--version", VERSION])
                .args(["--no-default-features", "--root"])
                .arg(partial)
                // Its own release profile takes many more minutes and gains nothing here.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        )
    })?;
    Ok(program)
}
