//! The folder of built tools, one per user, shared by all clones.

use crate::{Error, error::file_error};
use std::{env, fs, path::PathBuf, process};

/// The folder of `version` of `tool`. It exists only when the tool is installed completely.
pub(super) fn folder(tool: &str, version: &str) -> Result<PathBuf, Error> {
    Ok(caches()?.join("claimlight-tools").join(tool).join(version))
}

/// Fills the cache's `folder` by `install`, which is given an empty folder to install into.
///
/// The finished folder is moved into place at once, so that an installation that was stopped
/// half-way is never mistaken for a complete one.
pub(super) fn fill(
    folder: &PathBuf,
    install: impl FnOnce(&PathBuf) -> Result<(), Error>,
) -> Result<(), Error> {
    let partial = folder.with_file_name(format!("partial-{}", process::id()));
    fs::create_dir_all(&partial).map_err(file_error(&partial))?;
    let outcome = install(&partial).and_then(|()| match fs::rename(&partial, folder) {
        // Another clone was faster.
        Err(_) if folder.exists() => Ok(()),
        renamed => renamed.map_err(file_error(folder)),
    });
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(file_error(&partial))?;
    }
    outcome
}

fn caches() -> Result<PathBuf, Error> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .ok_or_else(|| Error::Missing {
            what: "a place for built tools".to_owned(),
            remedy: "set XDG_CACHE_HOME or HOME to a folder".to_owned(),
        })
}
