//! Buttons that do what a key does, with the name that the table of keys gives them.

use yew::prelude::*;

use crate::app::{Command, Keymap, Msg, SHORTCUTS, Shortcut};

/// A button that does what a key does; it shows `sign`, or its name.
pub(super) fn command_button(
    command: Command,
    class: &'static str,
    sign: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let label = row_of(command).map_or("", |row| row.label);
    let onclick = on.reform(move |_: MouseEvent| Msg::Commanded(command));
    html! {
        <button type="button" {class} aria-label={label} title={label} {onclick}>
            { sign.unwrap_or(label) }
        </button>
    }
}

/// The first row of a command in the table.
pub(super) fn row_of(command: Command) -> Option<&'static Shortcut> {
    SHORTCUTS.iter().find(|row| row.command == command)
}

/// The caps of a row's key.
pub(super) fn caps(row: &Shortcut, keymap: &Keymap) -> Html {
    keymap.key(row).caps().into_iter().map(|cap| html! { <kbd>{ cap }</kbd> }).collect()
}
