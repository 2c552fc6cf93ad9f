//! Why something could not be saved.

/// Why something could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The disk is full, or the browser has no room left for this page.
    Full,
    /// The browser lets this page store nothing.
    Blocked,
    /// A newer version of this program wrote the record.
    NewerVersion,
    /// The browser's storage is damaged, or its disk is full.
    Damaged,
    /// The browser's storage does not answer.
    Timeout,
    /// Something else, in the browser's words.
    Other(String),
}

/// Words by which browsers say that the disk is full where the name of the error says less:
/// Chromium's `FILE_ERROR_NO_SPACE` and "Encountered full disk".
const NO_ROOM: &[&str] = &["NO_SPACE", "full disk", "disk full"];

impl SaveError {
    /// What an error of the browser's database means: a `DOMException` of this name and message.
    ///
    /// The names are those that Chromium 156 and Firefox 153 were seen to give; see
    /// `docs/storage.md`.
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
