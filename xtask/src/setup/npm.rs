//! Packages of npm.

use super::cache;
use crate::{Error, command, log};
use std::path::PathBuf;

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The folder `node_modules` that has `version` of `package`, installed into the cache where it
/// lacks it. `purpose` goes on from the package's name: "which …".
pub(super) fn modules(package: &str, version: &str, purpose: &str) -> Result<PathBuf, Error> {
    let folder = cache::folder(package, version)?;
    let modules = folder.join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    if command::stdout_of(command::program(NPM).arg("--version")).is_none() {
        return Err(Error::Missing {
            what: "npm".to_owned(),
            remedy: "it comes with Node.js (Debian: apt-get install npm)".to_owned(),
        });
    }
    log(&format!("installing {package}, which {purpose}"));
    cache::fill(&folder, |partial| {
        command::run(
            command::program(NPM)
                .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
                .arg("--prefix")
                .arg(partial)
                .arg(format!("{package}@{version}")),
        )
    })?;
    Ok(modules)
}
