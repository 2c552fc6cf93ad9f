//! Makes what wasm-bindgen writes shorter, before Trunk takes it into the page.
//!
//! Rust and JavaScript meet by the names of the module's imports and exports, and wasm-bindgen
//! makes each unique by 16 digits that look like chance and so cannot be compressed. Only the
//! module and its script know these names, so both are given short ones here. The script also
//! loses its comments and its indentation, and exports in a way that Trunk's own minifier can read:
//! at `as default` it gives up. Before all that, [`Cut`] says what is left out of the first load.
//!
//! This runs inside the `wasm-bindgen` of the package `tools`, which has to be raised to a new
//! version when anything here changes. It stands here because the tests of this package are built
//! in seconds.

pub(crate) mod chunk;
mod module;
mod script;

use crate::{Error, error::at};
pub use chunk::Cut;
use script::Script;
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// The number of hexadecimal digits that make the name of an import unique.
const HASH_DIGITS: usize = 16;

/// How wasm-bindgen exports what starts the module, and how Trunk's minifier can read it.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const EXPORTS_APART: &str = "export { initSync };\nexport default __wbg_init;";

/// The two files that belong together.
struct Output {
    script: PathBuf,
    module: PathBuf,
}

/// A script of our own without comments and indentation; `None` when it is no script.
pub(crate) fn without_comments(script: &str) -> Option<String> {
    Some(Script::read(script)?.written(&BTreeMap::new()))
}

/// Shortens what wasm-bindgen has written when it was called with `words`.
///
/// Only where they name a folder, a file and the target `web`: what is written for tests is left
/// alone, and so is a worker's. A worker's files have no hash in their address, so that those of
/// two builds can meet; their long names make that an error instead of a wrong call.
///
/// # Errors
/// When a file cannot be read or written, or is not what wasm-bindgen is known to write.
pub fn shorten(words: &[OsString]) -> Result<(), Error> {
    let Some(output) = Output::named_by(words) else { return Ok(()) };
    let text = fs::read_to_string(&output.script).map_err(at(&output.script))?;
    let text = chunk::joined(text, words)?;
    let bytes = fs::read(&output.module).map_err(at(&output.module))?;
    let script = Script::read(&text).ok_or_else(|| unknown(&output.script))?;
    let names = module::names(&bytes).ok_or_else(|| unknown(&output.module))?;
    let short = short_names(&names, &script);
    let module = module::renamed(&bytes, &short).ok_or_else(|| unknown(&output.module))?;
    fs::write(&output.module, module).map_err(at(&output.module))?;
    let script = script.written(&short).replace(EXPORTS, EXPORTS_APART);
    fs::write(&output.script, script).map_err(at(&output.script))
}

fn unknown(path: &Path) -> Error {
    Error::Unknown { path: path.to_owned() }
}

impl Output {
    fn named_by(words: &[OsString]) -> Option<Self> {
        let folder = Path::new(option(words, "--out-dir")?);
        let name = option(words, "--out-name")?;
        (option(words, "--target")? == "web").then(|| Self {
            script: folder.join(format!("{name}.js")),
            module: folder.join(format!("{name}_bg.wasm")),
        })
    }
}

/// The value of an option: the rest of its word after `=`, or else the word after it.
fn option<'a>(words: &'a [OsString], name: &str) -> Option<&'a str> {
    let mut words = words.iter().map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.and_then(|word| word.strip_prefix(name)) {
            Some("") => return words.next().flatten(),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
            _ => {}
        }
    }
    None
}

/// A short name for each of `names` that may have one, by its long name.
///
/// No short name is a word of the script already. A name that the script does not use, or uses in
/// a string too, keeps its length: something else may know it.
fn short_names<'a>(names: &'a [String], script: &Script) -> BTreeMap<&'a str, String> {
    let taken: BTreeSet<&str> = script.words().collect();
    let mut free = (0_u32..)
        .map(|number| format!("_{number:x}"))
        .filter(|name| !taken.contains(name.as_str()));
    let mut short = BTreeMap::new();
    for name in names.iter().map(String::as_str) {
        let shared = taken.contains(name) && !script.literals().any(|text| text.contains(name));
        if shared && is_generated(name) && !short.contains_key(name) {
            short.extend(free.next().map(|new| (name, new)));
        }
    }
    short
}

/// Whether wasm-bindgen made up `name`; `memory` and the names of Rust functions it did not.
fn is_generated(name: &str) -> bool {
    let hashed = |rest: &str| {
        rest.rsplit_once('_').is_some_and(|(_, hash)| {
            hash.len() == HASH_DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    ["__wbindgen_", "__externref_", "wasm_bindgen__"].iter().any(|start| name.starts_with(start))
        || name.strip_prefix("__wbg_").is_some_and(hashed)
}

#[cfg(test)]
mod tests {
    use super::{Output, short_names};
    use crate::glue::script::Script;
    use std::{ffi::OsString, path::Path};

    #[track_caller]
    fn output(words: &str) -> Option<Output> {
        Output::named_by(&words.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(script: &str, names: &[&str], expected: &[(&str, &str)]) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let short = short_names(&names, &Script::read(script).unwrap());
        let short: Vec<(&str, &str)> =
            short.iter().map(|(old, new)| (*old, new.as_str())).collect();
        assert_eq!(short, expected);
    }

    #[test]
    fn both_ways_to_write_an_option_are_read() {
        for words in [
            "wasm-bindgen --target=web --out-dir=a/b --out-name=page in.wasm --no-typescript",
            "wasm-bindgen in.wasm --out-name page --out-dir a/b --target web",
        ] {
            let output = output(words).unwrap();
            assert_eq!(output.script, Path::new("a/b/page.js"));
            assert_eq!(output.module, Path::new("a/b/page_bg.wasm"));
        }
    }

    #[test]
    fn only_the_page_itself_is_shortened() {
        for words in [
            "wasm-bindgen --version",
            "wasm-bindgen --target=no-modules --out-dir=a --out-name=reader in.wasm",
            "wasm-bindgen --out-dir=a --out-name=page in.wasm",
            "wasm-bindgen --target=web --out-dir=a in.wasm",
            "wasm-bindgen --target=web --out-name=page --out-dir",
        ] {
            assert!(output(words).is_none(), "{words}");
        }
    }

    #[test]
    fn a_short_name_is_no_word_of_the_script() {
        check(
            "let _0, _2; f(wasm.__wbindgen_free, { __wbg_now_463ac581d2fc7ea3: _0 })",
            &["__wbindgen_free", "__wbg_now_463ac581d2fc7ea3", "__wbindgen_free"],
            &[("__wbg_now_463ac581d2fc7ea3", "_3"), ("__wbindgen_free", "_1")],
        );
    }

    #[test]
    fn names_that_something_else_may_know_stay() {
        check(
            "__wbindgen_text, '__wbindgen_text', memory, main, __wbg_init",
            &["__wbindgen_text", "__wbindgen_unused", "memory", "main", "__wbg_init"],
            &[],
        );
    }
}
