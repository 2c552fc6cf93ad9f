//! Text of the settings and of the keyboard shortcuts.

#![expect(missing_docs, reason = "each constant and function is its own text")]

pub const ALL_KEYS: &str = "Keyboard shortcuts";
pub const SINGLE_KEYS: &str = "Single-key shortcuts";
/// Gives every command its original key again.
pub const RESTORE_KEYS: &str = "Reset shortcuts";
pub const CHANGE: &str = "Change";
/// Replaces [`CHANGE`] on the button while it waits for the new key.
pub const PRESS_KEY: &str = "Press a key…";
pub const SETTINGS: &str = "Settings";
/// The label of the name that is stored with new claims.
pub const AUTHOR: &str = "Your name";
pub const AUTHOR_HINT: &str =
    "Added to the claims that you mark from now on, and to exports. Optional.";
pub const COLOURS: &str = "Colours";
pub const TEXT_SIZE: &str = "Text size";
pub const LINE_WIDTH: &str = "Line length";
pub const SPACING: &str = "Line spacing";

/// `key` is the key that the user has pressed.
pub fn no_such_key(key: &str) -> String {
    format!("{key} cannot be a shortcut. Choose a letter, with or without Shift, or a symbol.")
}

/// `label` is that of the command which has the key.
pub fn key_taken(key: &str, label: &str) -> String {
    format!(
        "{key} is already the shortcut for \u{201c}{label}\u{201d}. Change that one first, or \
         choose another key."
    )
}

/// The accessible name of [`CHANGE`].
pub fn change_key(label: &str) -> String {
    format!("Change the shortcut for {label}")
}

/// The accessible name of that button while it waits for the new key.
pub fn press_key(label: &str) -> String {
    format!("{PRESS_KEY} for {label}")
}
