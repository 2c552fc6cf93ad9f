//! Builds the page.

use crate::{
    Error, bundle_css, command, log, project,
    setup::{PageTools, WasmOpt},
};
use std::path::Path;

/// Builds the page into `dist/` in release mode.
pub(crate) fn build(tools: &PageTools) -> Result<(), Error> {
    bundle_css::join()?;
    let mut trunk = tools.trunk();
    trunk.args(["build", "--locked"]);
    match tools.wasm_opt() {
        WasmOpt::Available => trunk.arg("--release"),
        // Trunk runs wasm-opt for `--release` only, and the profile alone leaves it out.
        WasmOpt::Missing => trunk.args(["--cargo-profile", "release"]),
    };
    command::run(&mut trunk)?;
    log_output(&project::dist());
    Ok(())
}

/// Builds the page that panics where a test wants it to, into a folder of its own.
///
/// Only tests load it, so it is built in the profile `panics`: quickly, and not small.
pub(crate) fn build_with_panics(tools: &PageTools) -> Result<(), Error> {
    bundle_css::join()?;
    let folder = project::panic_page();
    let mut trunk = tools.trunk();
    trunk.args(["build", "--locked", "--cargo-profile", "panics", "--features", "panic-switch"]);
    command::run(trunk.arg("--dist").arg(&folder))?;
    log_output(&folder);
    Ok(())
}

fn log_output(folder: &Path) {
    log(&format!("the page is in {}", folder.display()));
}
