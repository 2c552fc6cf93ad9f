//! Buttons that do what a key does, with the name that the table of keys gives them.

use yew::prelude::*;

use crate::app::{Command, Keymap, Msg, SHORTCUTS, Shortcut};

/// Properties of [`CommandButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CommandButtonProps {
    /// What it does.
    pub command: Command,
    /// What it shows; its own name where this is left out.
    #[prop_or_default]
    pub children: Html,
    /// The class.
    #[prop_or("switch".into())]
    pub class: AttrValue,
    /// Whether it is switched on, for one that stays so.
    #[prop_or_default]
    pub is_pressed: Option<bool>,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// A button that does what a key does.
#[component]
pub fn CommandButton(props: &CommandButtonProps) -> Html {
    let command = props.command;
    let label = row_of(command).map_or("", |row| row.label);
    let onclick = props.on.reform(move |_: MouseEvent| Msg::Commanded(command));
    let shown =
        if props.children == Html::default() { label.into() } else { props.children.clone() };
    html! {
        <button
            type="button" class={&props.class} aria-label={label} title={label}
            aria-pressed={props.is_pressed.map(|it| it.to_string())} {onclick}
        >
            { shown }
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
