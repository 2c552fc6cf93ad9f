//! The reasons why a change could not be saved, derived from the browser's exceptions.
//!
//! The write queue decides by them whether it tries again at once or waits for room on the disk.

/// The reason why a change could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The disk is full, or the browser has no room left for this page.
    Full,
    /// The browser lets this page store nothing.
    Blocked,
    /// A newer version of Claimlight wrote the record.
    NewerVersion,
    /// The browser's database failed: it may be closed or damaged, or the disk may be full.
    Damaged,
    /// The browser's database does not answer.
    Timeout,
    /// Any other reason, in the browser's words.
    Other(String),
}

/// Parts of messages that mean a full disk although the name of the exception says less: Chromium's
/// `FILE_ERROR_NO_SPACE` and "Encountered full disk".
const NO_ROOM: &[&str] = &["NO_SPACE", "full disk", "disk full"];

impl SaveError {
    /// Classifies an error of the browser's database: a `DOMException` with this name and message.
    ///
    /// The names are those that Chromium 156 and Firefox 153 gave in tests; see `docs/storage.md`.
    pub fn from_exception(name: &str, message: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "SecurityError" => Self::Blocked,
            _ if NO_ROOM.iter().any(|words| message.contains(words)) => Self::Full,
            "UnknownError" | "InvalidStateError" | "DataError" | "NotReadableError"
            | "AbortError" => Self::Damaged,
            _ => Self::Other(format!("{name}: {message}")),
        }
    }
}
