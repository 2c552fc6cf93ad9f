//! What a browser keeps on disk.

use crate::{TestResult, problem::at};
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// The folders of a browser: its storage and its downloads.
///
/// It outlives the browser, so a second one may be started with what the first has stored. It is
/// deleted when it is dropped.
#[derive(Debug)]
pub struct Profile {
    folder: TempDir,
}

impl Profile {
    /// A profile in which nothing is stored yet.
    ///
    /// # Errors
    /// When no temporary folder can be made.
    pub fn new() -> TestResult<Self> {
        Self::within(&env::temp_dir())
    }

    /// A profile in which nothing is stored yet, in a folder that it makes in `parent`.
    ///
    /// # Errors
    /// When that folder cannot be made.
    pub fn within(parent: &Path) -> TestResult<Self> {
        let folder = tempfile::tempdir_in(parent).map_err(at(parent))?;
        let profile = Self { folder };
        fs::create_dir(profile.downloads()).map_err(at(profile.downloads()))?;
        Ok(profile)
    }

    /// The folder of the browser's own files.
    pub fn storage(&self) -> PathBuf {
        self.folder.path().join("storage")
    }

    /// The folder into which files are downloaded.
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }
}
