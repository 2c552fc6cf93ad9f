//! The line at the foot: whether the work is safe, and the keys that matter just now.

use yew::prelude::*;

use crate::{
    app::{Msg, SaveState, Session, hints},
    words,
};

/// Properties of [`StatusLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct StatusLineProps {
    /// Whether the work is safe.
    pub state: SaveState,
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
    let hints = hints(&props.session).into_iter().map(|shortcut| {
        let caps = shortcut.key.caps().into_iter().map(|cap| html! { <kbd>{ cap }</kbd> });
        html! { <span class="hint">{ for caps }{ shortcut.label }</span> }
    });
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
            <span class="count">{ words::CLAIMS }{ " · " }{ props.claims }</span>
        </footer>
    }
}
