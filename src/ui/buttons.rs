//! Buttons that tell of one thing when they are pressed.

use yew::prelude::*;

use crate::app::{Command, Keymap, Msg, SHORTCUTS, Shortcut};

/// A button with a text; `class` may be empty.
pub(super) fn button(
    label: &'static str,
    class: &'static str,
    msg: Msg,
    on: &Callback<Msg>,
) -> Html {
    let onclick = on.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// A button that shows a sign instead of its name; `class` may be empty.
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

/// A button that does what a key does, with the name that the table of keys gives it; it shows `sign`, or its name.
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

/// The first row of a command in the table.
pub(super) fn row_of(command: Command) -> Option<&'static Shortcut> {
    SHORTCUTS.iter().find(|row| row.command == command)
}

/// The caps of a row's key.
pub(super) fn key_caps(row: &Shortcut, keymap: &Keymap) -> Html {
    keymap.key(row).keycaps().into_iter().map(|cap| html! { <kbd>{ cap }</kbd> }).collect()
}
