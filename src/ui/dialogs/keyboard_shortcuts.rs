//! The dialog with all keyboard shortcuts, where the user can run commands and change their keys.
//!
//! While a command waits for its new key, the dialog sends the next key press to it, and Escape
//! ends the waiting.

use yew::prelude::*;

use crate::{
    app::{Command, GROUPS, Keymap, Msg, SHORTCUTS, SettingsMsg, Shortcut, SingleKeys},
    strings,
};

use crate::ui::{
    ModalWindow,
    buttons::{button, key_caps, row_of},
    hooks::press_of,
};

/// The values that the dialog shows.
pub(super) struct KeysView<'a> {
    /// The user's keyboard shortcuts.
    pub(super) keymap: &'a Keymap,
    /// The command that waits for a new key.
    pub(super) changing: Option<Command>,
    /// Why the program refused a key.
    pub(super) problem: Option<&'a str>,
    /// Receives the messages of the dialog.
    pub(super) on: &'a Callback<Msg>,
}

/// Renders the dialog: the commands in groups, with buttons that run them and that change their
/// keys.
pub(super) fn keys_window(props: &KeysView<'_>) -> Html {
    let on_left = {
        let (on, is_changing) = (props.on.clone(), props.changing.is_some());
        Callback::from(move |()| {
            on.emit(if is_changing { asked(None) } else { Msg::WindowClosed });
        })
    };
    let on_key = {
        let (on, is_changing) = (props.on.clone(), props.changing.is_some());
        Callback::from(move |event: KeyboardEvent| {
            let is_letter = event.key().chars().count() == 1;
            if is_changing && is_letter && event.key() != " " {
                event.prevent_default();
                on.emit(Msg::Settings(SettingsMsg::KeyPressed(press_of(&event))));
            }
        })
    };
    let turned = props.on.reform(|_: Event| Msg::Settings(SettingsMsg::SingleKeysToggled));
    let groups = GROUPS.iter().scan(0, |first, (name, count)| {
        let rows = SHORTCUTS.iter().skip(*first).take(*count);
        *first += count;
        Some(html! {
            <section>
                <h3>{ *name }</h3>
                <ul>{ for rows.map(|row| shortcut(row, props)) }</ul>
            </section>
        })
    });
    html! {
        <ModalWindow class="window" title={strings::ALL_KEYS} {on_left} {on_key}>
            <label class="check">
                <input
                    type="checkbox" checked={props.keymap.single == SingleKeys::On}
                    onchange={turned}
                />
                { strings::SINGLE_KEYS }
            </label>
            if let Some(problem) = props.problem {
                <p class="problem" role="alert">{ problem }</p>
            }
            <div class="groups">{ for groups }</div>
            <p class="actions">
                { button(strings::RESTORE_KEYS, "", Msg::Settings(SettingsMsg::KeysRestored), props.on) }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, props.on) }
            </p>
        </ModalWindow>
    }
}

fn asked(command: Option<Command>) -> Msg {
    Msg::Settings(SettingsMsg::KeyAsked(command))
}

fn shortcut(row: &'static Shortcut, props: &KeysView<'_>) -> Html {
    let command = row.command;
    let is_changing = props.changing == Some(command);
    let change = props.on.reform(move |_: MouseEvent| asked((!is_changing).then_some(command)));
    let name =
        if is_changing { strings::press_key(row.label) } else { strings::change_key(row.label) };
    // The command for tags needs a digit, so it has no button. The tag toolbar offers the tags.
    let can_do = command != Command::Tag;
    html! {
        <li key={row.name}>
            if can_do {
                { button(row.label, "do", Msg::CommandInvoked(command), props.on) }
            } else {
                <span class="do">{ row.label }</span>
            }
            <span class="caps">{ key_caps(row, props.keymap) }</span>
            if row.can_change() && row_of(command) == Some(row) {
                <button
                    type="button" class="change" aria-label={name}
                    aria-pressed={is_changing.to_string()} onclick={change}
                >
                    { if is_changing { strings::PRESS_KEY } else { strings::CHANGE } }
                </button>
            }
        </li>
    }
}
