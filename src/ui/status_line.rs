//! The line at the foot: whether the work is safe, and the keys that matter just now.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Command, Keymap, Msg, SaveState, Session, Sheet, hints},
    words,
};

use super::{CommandButton, command_button::caps};

/// Properties of [`StatusLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct StatusLineProps {
    /// Whether the work is safe.
    pub state: SaveState,
    /// The keys as the person has them.
    pub keymap: Rc<Keymap>,
    /// What the person is at.
    pub session: Session,
    /// How many claims there are.
    pub claims: usize,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// The line at the foot.
#[component]
pub fn StatusLine(props: &StatusLineProps) -> Html {
    let (state, is_trouble) = match &props.state {
        SaveState::Saved => ("saved", false),
        SaveState::Saving => ("saving", false),
        SaveState::Unsaved(_) => ("unsaved", true),
        SaveState::Unavailable => ("unavailable", true),
    };
    let hints = hints(&props.session).map(|row| {
        let command = row.command;
        let onclick = props.on.reform(move |_: MouseEvent| Msg::Commanded(command));
        // Whoever uses the keyboard has the key itself.
        html! {
            <button type="button" class="hint" tabindex="-1" {onclick}>
                { caps(row, &props.keymap) }{ " " }{ row.label }
            </button>
        }
    });
    let step = |command: Command, sign: &'static str| {
        html! {
            <CommandButton {command} class="step" on={props.on.clone()}>
                <span aria-hidden="true">{ sign }</span>
            </CommandButton>
        }
    };
    html! {
        <footer class="status-line">
            <span class="state" data-save-state={state}>
                <span class="dot" aria-hidden="true" />
                { words::save_line(&props.state) }
            </span>
            if is_trouble {
                <button
                    type="button" onclick={props.on.reform(|_: MouseEvent| Msg::ExportAsked)}
                >
                    { words::EXPORT_NOW }
                </button>
            }
            <span class="hints">{ for hints }</span>
            <span class="steps">
                { step(Command::PreviousBlock, "↑") }
                { step(Command::NextBlock, "↓") }
                { step(Command::Look, "✓") }
            </span>
            <button
                type="button" class="count"
                onclick={props.on.reform(|_: MouseEvent| Msg::SheetTurned(Sheet::Open))}
            >
                { words::CLAIMS }{ " · " }{ props.claims }
            </button>
        </footer>
    }
}
