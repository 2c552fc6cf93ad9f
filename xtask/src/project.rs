//! Where the parts of the project are.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// The folder of the built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the page that fails where a test wants it to.
pub fn panic_page() -> PathBuf {
    root().join("target/panic-page")
}
