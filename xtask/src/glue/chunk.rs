//! The chunk: what the first load does not need of the program, cut out of it before wasm-bindgen
//! sees it.
//!
//! The crate `wasm_split_cli_support` cuts; here is what lies around it. It writes a loader too,
//! which finds the program by the name of its script. That name is not known yet, so the script is
//! given a loader of our own.

use super::{Output, unknown};
use crate::{Error, error::at};
use std::{
    env,
    ffi::OsString,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// The environment variable with the folder that the chunk is put into; without it nothing is cut.
pub(crate) const FOLDER: &str = "CLAIMLIGHT_CHUNK";

/// How the name of its file begins.
pub(crate) const NAME: &str = "windows-";

/// What the cutting crate writes for the split point `windows`, and its loader.
const CHUNK: &str = "split_windows.wasm";
const LOADER: &str = "__wasm_split.js";
const LOADER_OF_OURS: &str = include_str!("chunk.js");

/// A program that is to be cut.
pub struct Cut {
    /// The whole program.
    pub module: PathBuf,
    /// Where its rest is put.
    pub rest: PathBuf,
    /// The folder for everything else.
    pub folder: PathBuf,
}

impl Cut {
    /// What is to be cut before wasm-bindgen is called with `words`, and the words with which it
    /// is called then; `None` where nothing is.
    pub fn asked_for(words: &[OsString]) -> Option<(Self, Vec<OsString>)> {
        let folder = folder(words)?;
        let is_module = |word: &&OsString| Path::new(word).extension() == Some("wasm".as_ref());
        let module = words.iter().find(is_module)?;
        let rest = folder.join("rest.wasm");
        let renamed =
            |word: &OsString| if word == module { rest.clone().into() } else { word.clone() };
        // The chunk shares the table of functions, which is not exported otherwise.
        let words = words.iter().map(renamed).chain(["--keep-lld-exports".into()]).collect();
        Some((Self { module: module.into(), rest, folder }, words))
    }
}

fn folder(words: &[OsString]) -> Option<PathBuf> {
    Output::named_by(words)?;
    env::var_os(FOLDER).map(PathBuf::from)
}

/// The script with a loader for the chunk, which gets its last name here; the script itself where
/// nothing was cut.
pub(super) fn joined(script: String, words: &[OsString]) -> Result<String, Error> {
    let Some(folder) = folder(words) else { return Ok(script) };
    let chunk = folder.join(CHUNK);
    let mut hasher = DefaultHasher::new();
    fs::read(&chunk).map_err(at(&chunk))?.hash(&mut hasher);
    let name = format!("{NAME}{:016x}.wasm", hasher.finish());
    fs::rename(&chunk, folder.join(&name)).map_err(at(&chunk))?;
    with_loader(&script, &name).ok_or_else(|| unknown(&folder.join(LOADER)))
}

/// The script in which the import of the loader is the loader; `None` where it has no such import.
fn with_loader(script: &str, chunk: &str) -> Option<String> {
    let ending = format!("from \"./{LOADER}\"");
    let line = script.lines().find(|line| line.trim_end_matches(';').ends_with(&ending))?;
    let name = line.strip_prefix("import * as ")?.split(' ').next()?;
    let loader = LOADER_OF_OURS.replace("$IMPORT", name).replace("$FILE", &format!("./{chunk}"));
    Some(script.replacen(line, &loader, 1))
}

#[cfg(test)]
mod tests {
    use super::with_loader;

    #[test]
    fn the_import_becomes_the_loader() {
        let script = "import * as import1 from \"./__wasm_split.js\"\nlet a;\n";
        let joined = with_loader(script, "windows-1.wasm").unwrap();
        assert!(joined.starts_with("const import1 = {\n"), "{joined}");
        assert!(joined.contains("new URL(\"./windows-1.wasm\", import.meta.url)"), "{joined}");
        assert!(joined.ends_with("};\n\nlet a;\n"), "{joined}");
    }

    #[test]
    fn a_script_without_the_import_is_not_what_is_known() {
        assert_eq!(with_loader("import * as a from \"./other.js\"\n", "windows-1.wasm"), None);
    }
}
