//! Why a command could not do its work.

use std::{error, fmt, io, path::PathBuf};

/// Why a command could not do its work, with what was attempted.
#[derive(Debug)]
pub enum Error {
    /// No command was named, or an unknown one; holds the list of commands.
    Usage(String),
    /// A program could not be started.
    Start {
        /// The program and its arguments.
        command: String,
        /// What the system says.
        source: io::Error,
    },
    /// A program ran and said that it failed.
    Failed {
        /// The program and its arguments.
        command: String,
    },
    /// A file or folder could not be read or written.
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Something is missing that only the person at the machine can put there.
    Missing {
        /// Its name.
        what: String,
        /// What the person can do.
        remedy: String,
    },
    /// No port could be had on this machine.
    Port {
        /// What the system says.
        source: io::Error,
    },
    /// The first load of the page is over its limit; both in bytes of brotli.
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A stage of the checks failed.
    Stage {
        /// The name of the stage.
        name: &'static str,
        /// What happened in it.
        source: Box<Error>,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(commands) => write!(out, "name one of these commands:\n{commands}"),
            Self::Start { command, source } => write!(out, "cannot start {command}: {source}"),
            Self::Failed { command } => write!(out, "this failed: {command}"),
            Self::File { path, source } => write!(out, "cannot use {}: {source}", path.display()),
            Self::Missing { what, remedy } => write!(out, "{what} is missing; {remedy}"),
            Self::Port { source } => write!(out, "no port on 127.0.0.1 is free: {source}"),
            Self::TooLarge { bytes, limit } => {
                write!(out, "the first load has {bytes} bytes of brotli, its limit is {limit}")
            }
            Self::Stage { name, source } => write!(out, "the stage \"{name}\" failed: {source}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Start { source, .. } | Self::File { source, .. } | Self::Port { source } => {
                Some(source)
            }
            Self::Stage { source, .. } => Some(source),
            Self::Usage(_) | Self::Failed { .. } | Self::Missing { .. } | Self::TooLarge { .. } => {
                None
            }
        }
    }
}

/// For `map_err`: an error of the file system, with the path it is about.
pub(crate) fn file_error(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Error {
    let path = path.into();
    |source| Error::File { path, source }
}
