//! Serves a folder to the browser of a journey.

use crate::{Error, TestResult};
use std::path::PathBuf;
use xtask::{
    project,
    server::{Port, Server, Site},
};

/// A page served on this machine, at a port of its own, hence with a storage of its own.
#[derive(Debug)]
pub struct Page {
    server: Server,
}

impl Page {
    /// The built page, as a host serves it at the top of its addresses.
    ///
    /// # Errors
    /// When the page has not been built, or no port is free.
    pub fn built() -> TestResult<Self> {
        Self::built_at("/")
    }

    /// The built page under the path `base`, which begins and ends with `/`.
    ///
    /// # Errors
    /// When the page has not been built, or no port is free.
    pub fn built_at(base: &str) -> TestResult<Self> {
        Self::checked(project::dist(), base, "build")
    }

    /// The page that fails where a test wants it to: at the message that the variable
    /// `claimlightPanic` names, as in `before:NoteTyped` or `after:NoteTyped`.
    ///
    /// # Errors
    /// When it has not been built, or no port is free.
    pub fn with_panics() -> TestResult<Self> {
        Self::checked(project::panic_page(), "/", "panics")
    }

    fn checked(folder: PathBuf, base: &str, command: &'static str) -> TestResult<Self> {
        if !folder.join("index.html").is_file() {
            return Err(Error::NotBuilt { folder, command });
        }
        Self::of(folder, base)
    }

    /// The `index.html` of another `folder`, under the path `base`.
    ///
    /// # Errors
    /// When no port is free.
    pub fn of(folder: PathBuf, base: &str) -> TestResult<Self> {
        let site = Site { folder, base: base.to_owned() };
        Ok(Self { server: Server::start(site, Port::Any)? })
    }

    /// The address to open.
    pub fn address(&self) -> String {
        self.server.address()
    }
}
