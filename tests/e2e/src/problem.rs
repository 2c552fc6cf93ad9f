//! Why a journey could not go on.

use std::{io, path::PathBuf};
use thirtyfour::error::WebDriverError;

/// What a step of a journey returns.
pub type TestResult<T = ()> = Result<T, Error>;

/// Why a journey could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The browser or its driver refused something.
    #[error("the browser refused: {0}")]
    Browser(#[from] WebDriverError),
    /// The browser, its driver or a port is missing.
    #[error(transparent)]
    Project(#[from] xtask::Error),
    /// The driver did not say where it listens.
    #[error("chromedriver ended before it listened")]
    Driver,
    /// A file could not be read or written.
    #[error("cannot use {}: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The page has not been built.
    #[error("there is no built page in {}; run: cargo xtask {command}", folder.display())]
    NotBuilt {
        /// Where it should be.
        folder: PathBuf,
        /// Which command builds it.
        command: &'static str,
    },
    /// Something awaited did not come.
    #[error(
        "waited in vain for {awaited}; the last answer was {answer}; the page showed:\n{shown}"
    )]
    Awaited {
        /// What was awaited.
        awaited: String,
        /// What the last look returned.
        answer: String,
        /// The address and the text of the page, shortened.
        shown: String,
    },
    /// A download did not come.
    #[error("waited in vain for the download {name}; the folder has: {present}")]
    Download {
        /// The name of the file.
        name: String,
        /// The names of the files that are there.
        present: String,
    },
    /// The article does not have the words that a journey is about.
    #[error("the article does not have the words \"{0}\"")]
    Words(String),
    /// An export breaks the rules of its format.
    #[error("the export is wrong: {0}")]
    Export(String),
    /// The page has caused errors.
    #[error("the page has caused errors: {0:#?}")]
    Console(Vec<String>),
    /// The script that annotates the page could not go on.
    #[error("annotating stopped: {0}")]
    Annotating(String),
    /// A file system for a test could not be mounted.
    #[error("cannot mount a small file system: {0}")]
    Mount(String),
    /// A script in the page returned something that cannot be understood.
    #[error("the page answered {answer} where {expected} was expected")]
    Answer {
        /// What was expected.
        expected: &'static str,
        /// What came.
        answer: String,
    },
}

/// For `map_err`: an error of the file system, with the path it is about.
pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Error {
    let path = path.into();
    |source| Error::File { path, source }
}
