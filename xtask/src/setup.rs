//! Makes sure that the programs behind the commands are there.
//!
//! What has to be built is kept in a cache of the user, so that a second clone finds it.

mod axe;
mod cache;
mod npm;
mod rust;
mod trunk;
mod wasm_opt;
mod workspace;

pub use axe::axe;
pub(crate) use rust::lint_tools;

use crate::{Error, command};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// The programs that build and measure the page.
pub(crate) struct PageTools {
    trunk: PathBuf,
    /// The folder of `wasm-bindgen`, its test runner and `brotli-size`.
    workspace: PathBuf,
    /// The folder of `wasm-opt`; `None` where there is no npm to install it with.
    wasm_opt: Option<PathBuf>,
}

/// Whether `wasm-opt` makes the built page smaller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmOpt {
    /// It does.
    Available,
    /// It could not be installed, so the page is larger.
    Missing,
}

/// Installs what is missing to build the page.
pub(crate) fn page_tools() -> Result<PageTools, Error> {
    rust::wasm_target()?;
    Ok(PageTools {
        wasm_opt: wasm_opt::folder(),
        workspace: workspace::folder()?,
        trunk: trunk::program()?,
    })
}

impl PageTools {
    /// Trunk, with the other programs first on its `PATH`, so that it downloads none of them.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = command::program(&self.trunk);
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes only `true` or `false` here, not the usual `1`.
        command.env_remove("NO_COLOR");
        let first = self.wasm_opt.iter().chain([&self.workspace]).map(PathBuf::as_path);
        command.env("PATH", path_with(first));
        command
    }

    /// Whether the page can be built small.
    pub(crate) fn wasm_opt(&self) -> WasmOpt {
        if self.wasm_opt.is_some() { WasmOpt::Available } else { WasmOpt::Missing }
    }

    /// The program that runs tests in a browser.
    pub(crate) fn test_runner(&self) -> PathBuf {
        self.workspace.join(command::executable("wasm-bindgen-test-runner"))
    }

    /// The program that measures files.
    pub(crate) fn brotli_size(&self) -> Command {
        command::program(self.workspace.join(command::executable("brotli-size")))
    }

    /// The program that prints how much code each crate has.
    pub(crate) fn crate_sizes(&self) -> Command {
        command::program(self.workspace.join(command::executable("crate-sizes")))
    }
}

/// `PATH` with `first` before all other folders; unchanged where a folder has a name that `PATH`
/// cannot hold.
fn path_with<'a>(first: impl Iterator<Item = &'a Path>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> =
        first.map(Path::to_path_buf).chain(env::split_paths(&path)).collect();
    env::join_paths(folders).unwrap_or(path)
}
