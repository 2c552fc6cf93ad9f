//! What is done to the page before it runs.

/// What is done to the page before it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    Plain,
    /// Sabotage: the database takes nothing and says that it has.
    LocalOnly,
    /// Sabotage: both stores take everything half a second late, and say at once that they have it.
    Debounced,
    /// Local storage is full before the page is opened for the first time.
    Full,
    /// The page may store nothing.
    Blocked,
    /// The disk of the browser's profile is full for a while.
    FullDisk,
    /// The stores are cleared under the open page.
    Cleared,
}

/// A mode, as it is asked for.
struct Row {
    mode: Mode,
    word: &'static str,
    script: Option<&'static str>,
}

const ROWS: &[Row] = &[
    Row {
        mode: Mode::LocalOnly,
        word: "--sabotage=local-only",
        script: Some(include_str!("local_only.js")),
    },
    Row {
        mode: Mode::Debounced,
        word: "--sabotage=debounced",
        script: Some(include_str!("debounced.js")),
    },
    Row { mode: Mode::Full, word: "--full", script: Some(include_str!("full.js")) },
    Row { mode: Mode::Blocked, word: "--blocked", script: None },
    Row { mode: Mode::FullDisk, word: "--full-disk", script: None },
    Row { mode: Mode::Cleared, word: "--cleared", script: None },
];

impl Mode {
    /// The mode that `word` asks for.
    pub fn asked_by(word: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.word == word).map(|row| row.mode)
    }

    /// The words that ask for a mode.
    pub fn words() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.word)
    }

    /// Whether something must be lost.
    pub fn is_sabotage(self) -> bool {
        matches!(self, Self::LocalOnly | Self::Debounced)
    }

    /// The script that runs before all others.
    pub(super) fn script(self) -> Option<&'static str> {
        ROWS.iter().find(|row| row.mode == self)?.script
    }
}
