//! What is said of keys, and of how the page looks.

/// The name of the window with all keys.
pub const ALL_KEYS: &str = "All keys";
/// The switch for single keys.
pub const SINGLE_KEYS: &str = "Single keys work";
/// The name of the button that brings back the keys of the table.
pub const RESTORE_KEYS: &str = "Restore all keys";
/// The name of the button that changes a key.
pub const CHANGE: &str = "Change";
/// What that button says while it waits for the key.
pub const PRESS_KEY: &str = "Press a key…";
/// The name of the window with the settings.
pub const SETTINGS: &str = "Settings";
/// The name of the field for who marks claims.
pub const AUTHOR: &str = "Your name";
/// What becomes of it.
pub const AUTHOR_HINT: &str =
    "Kept with each claim that you mark from now on, and in exports. Empty: no name.";
/// The name of the choice of colours.
pub const COLOURS: &str = "Colours";
/// The name of the choice of the text's size.
pub const TEXT_SIZE: &str = "Size of the article's text";
/// The name of the choice of the width of lines.
pub const LINE_WIDTH: &str = "Width of the lines";
/// The name of the choice of the room between lines.
pub const SPACING: &str = "Room between the lines";

/// What is said when a key cannot be given to a command.
pub fn no_such_key(key: &str) -> String {
    format!("{key} cannot be given: choose a letter, with Shift or without, or a sign.")
}

/// What is said when a key has a meaning already.
pub fn key_taken(key: &str, label: &str) -> String {
    format!(
        "{key} is the key of \u{201c}{label}\u{201d}. Give that another key first, or choose a free one."
    )
}

/// The name of the button that changes the key of something.
pub fn change_key(label: &str) -> String {
    format!("Change the key of {label}")
}

/// The name of that button while it waits for the key.
pub fn press_key(label: &str) -> String {
    format!("{PRESS_KEY} for {label}")
}
