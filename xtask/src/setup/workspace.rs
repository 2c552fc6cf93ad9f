//! The programs of the workspace member `tools`, which share the application's lock file.

use super::cache;
use crate::{Error, command, error::file_error, log, project};
use std::{
    fs,
    path::{Path, PathBuf},
};

const PROGRAMS: [&str; 4] =
    ["wasm-bindgen", "wasm-bindgen-test-runner", "brotli-size", "crate-sizes"];

/// The folder of the programs, built into the cache where it lacks them.
pub(super) fn folder() -> Result<PathBuf, Error> {
    let (tools, glue) = (locked("tools")?, locked("wasm-bindgen-cli")?);
    let folder = cache::folder("tools", &format!("{tools}-wasm-bindgen-{glue}"))?;
    if folder.is_dir() {
        return Ok(folder);
    }
    log(&format!(
        "building wasm-bindgen {glue}, which joins Rust and JavaScript: some three minutes, once"
    ));
    // Cargo would else build where an environment variable says, and the programs not be found.
    let target = project::root().join("target");
    command::run(
        command::cargo()
            .args(["build", "--locked", "--package", "tools", "--bins", "--profile", "tools"])
            .arg("--target-dir")
            .arg(&target),
    )?;
    cache::fill(&folder, |partial| copy(&target.join("tools"), partial))?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    for name in PROGRAMS.map(command::executable) {
        let program = from.join(&name);
        fs::copy(&program, to.join(&name)).map_err(file_error(&program))?;
    }
    Ok(())
}

/// The version of `package` in the lock file.
fn locked(package: &str) -> Result<String, Error> {
    let path = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(file_error(&path))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = "));
    version.map(|quoted| quoted.trim_matches('"').to_owned()).ok_or_else(|| Error::Missing {
        what: format!("{package} in Cargo.lock"),
        remedy: "take Cargo.lock from the repository".to_owned(),
    })
}
