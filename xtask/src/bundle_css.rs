//! Joins the sheets of the components into the one that the page loads.

use crate::{Error, error::file_error, project};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Writes `target/claimlight.css`, which `index.html` links: the sheet that declares the layers,
/// then all other sheets under `src/ui` in the order of their paths.
pub(crate) fn join() -> Result<(), Error> {
    let (folder, target) = (project::root().join("src/ui"), project::root().join("target"));
    let base = folder.join("styles/base.css");
    let mut sheets = sheets(&folder)?;
    sheets.retain(|sheet| *sheet != base);
    sheets.sort();
    sheets.insert(0, base);
    write_if_changed(&target.join("claimlight.css"), &joined(&sheets)?)
}

fn joined(sheets: &[PathBuf]) -> Result<String, Error> {
    let mut joined = String::new();
    for sheet in sheets {
        joined.push_str(&fs::read_to_string(sheet).map_err(file_error(sheet))?);
        joined.push('\n');
    }
    Ok(joined)
}

/// The sheets under `folder`, at any depth, in no particular order.
fn sheets(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(file_error(folder))? {
        let path = entry.map_err(file_error(folder))?.path();
        if path.is_dir() {
            found.extend(sheets(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "css") {
            found.push(path);
        }
    }
    Ok(found)
}

fn write_if_changed(path: &Path, text: &str) -> Result<(), Error> {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(file_error(folder))?;
    }
    fs::write(path, text).map_err(file_error(path))
}
