//! Builds the page.

use crate::{
    Error, command,
    error::at,
    glue, project, say,
    setup::{PageTools, WasmOpt},
    styles,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What Rust's programs for WebAssembly use beyond its first version, as in `index.html`.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the page into `dist/` in release mode.
pub(crate) fn build(tools: &PageTools) -> Result<(), Error> {
    join_sources()?;
    let chunk = Chunk::new()?;
    let mut trunk = tools.trunk();
    trunk.args(["build", "--locked", "--features", "split"]).env(glue::chunk::FOLDER, &chunk.0);
    match tools.wasm_opt() {
        WasmOpt::Here => trunk.arg("--release"),
        // Trunk runs wasm-opt for `--release` only, and the profile alone leaves it out.
        WasmOpt::Missing => trunk.args(["--cargo-profile", "release"]),
    };
    command::run(&mut trunk)?;
    chunk.put_into_page(tools)?;
    say_where(&project::dist());
    Ok(())
}

/// Builds the page that fails where a test wants it to, into a folder of its own.
///
/// It is for tests alone, so it is not made small.
pub(crate) fn build_with_panics(tools: &PageTools) -> Result<(), Error> {
    styles::join()?;
    let folder = project::panic_page();
    let mut trunk = tools.trunk();
    trunk.args(["build", "--locked", "--cargo-profile", "release", "--features", "panic-switch"]);
    command::run(trunk.arg("--dist").arg(&folder))?;
    say_where(&folder);
    Ok(())
}

/// Writes what `index.html` links besides the programs: one sheet, and the boot file without its
/// comments, which Trunk's minifier gives up at.
fn join_sources() -> Result<(), Error> {
    styles::join()?;
    let source = project::root().join("static/boot.js");
    let script = fs::read_to_string(&source).map_err(at(&source))?;
    let unknown = || Error::Unknown { path: source.clone() };
    let script = glue::without_comments(&script).ok_or_else(unknown)?;
    styles::write_if_changed(&project::root().join("target/boot.js"), &script)
}

/// The folder that is filled with what is cut out of the program while the page is built.
struct Chunk(PathBuf);

impl Chunk {
    fn new() -> Result<Self, Error> {
        let folder = project::root().join("target/chunk");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(at(&folder))?;
        }
        Ok(Self(folder))
    }

    fn put_into_page(&self, tools: &PageTools) -> Result<(), Error> {
        for entry in fs::read_dir(&self.0).map_err(at(&self.0))? {
            let entry = entry.map_err(at(&self.0))?;
            let name = entry.file_name();
            if !name.to_string_lossy().starts_with(glue::chunk::NAME) {
                continue;
            }
            let (from, to) = (entry.path(), project::dist().join(name));
            match tools.wasm_opt_program() {
                Some(mut wasm_opt) => {
                    wasm_opt.arg("-Oz").args(WASM_FEATURES).arg(from).arg("-o").arg(to);
                    command::run(&mut wasm_opt)?;
                }
                None => {
                    fs::copy(&from, to).map_err(at(&from))?;
                }
            }
        }
        Ok(())
    }
}

fn say_where(folder: &Path) {
    say(&format!("the page is in {}", folder.display()));
}
