//! Builds the page.

use crate::{
    Error, command, project, say,
    setup::{PageTools, WasmOpt},
    styles,
};

/// Builds the page into `dist/` in release mode.
pub(crate) fn build(tools: &PageTools) -> Result<(), Error> {
    styles::join()?;
    let mut trunk = tools.trunk();
    trunk.args(["build", "--locked"]);
    match tools.wasm_opt() {
        WasmOpt::Here => trunk.arg("--release"),
        // Trunk runs wasm-opt for `--release` only, and the profile alone leaves it out.
        WasmOpt::Missing => trunk.args(["--cargo-profile", "release"]),
    };
    command::run(&mut trunk)?;
    say(&format!("the page is in {}", project::dist().display()));
    Ok(())
}
