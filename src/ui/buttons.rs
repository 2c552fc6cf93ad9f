//! Buttons that send one message when the user presses them.
//!
//! A button for a command gets its name from the table of keyboard shortcuts, so that buttons and
//! keys have the same names.

use yew::prelude::*;

use crate::app::{Command, Keymap, Msg, SHORTCUTS, Shortcut};

/// Renders a button with a text. `class` may be empty.
pub(super) fn button(
    label: &'static str,
    class: &'static str,
    msg: Msg,
    on: &Callback<Msg>,
) -> Html {
    let onclick = on.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// Renders a button that shows a character and has `name` as its accessible name. `class` may be
/// empty.
pub(super) fn icon_button(
    sign: &'static str,
    name: impl Into<AttrValue>,
    class: &'static str,
    msg: Msg,
    on: &Callback<Msg>,
) -> Html {
    let onclick = on.reform(move |_: MouseEvent| msg.clone());
    let name = name.into();
    html! {
        <button type="button" {class} aria-label={&name} title={&name} {onclick}>
            <span aria-hidden="true">{ sign }</span>
        </button>
    }
}

/// Renders a button for a command, named as in the table of shortcuts. It shows `sign`, or its name
/// if there is none.
pub(super) fn command_button(
    command: Command,
    class: &'static str,
    sign: Option<&'static str>,
    on: &Callback<Msg>,
) -> Html {
    let label = row_of(command).map_or("", |row| row.label);
    let onclick = on.reform(move |_: MouseEvent| Msg::CommandInvoked(command));
    html! {
        <button type="button" {class} aria-label={label} title={label} {onclick}>
            { sign.unwrap_or(label) }
        </button>
    }
}

/// Returns the first row of a command in the table of shortcuts.
pub(super) fn row_of(command: Command) -> Option<&'static Shortcut> {
    SHORTCUTS.iter().find(|row| row.command == command)
}

/// Renders the key of a row as one `kbd` element for each keycap.
pub(super) fn key_caps(row: &Shortcut, keymap: &Keymap) -> Html {
    keymap.key(row).keycaps().into_iter().map(|cap| html! { <kbd>{ cap }</kbd> }).collect()
}
