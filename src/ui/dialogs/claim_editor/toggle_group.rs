//! A group of buttons for a choice of which at most one is active.
//!
//! The group is one stop for Tab, and the arrow keys move within it.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg},
    ui::hooks::step_buttons,
};

/// One button of the group.
pub(super) struct Choice {
    /// The value of the button's `data-choice`: the name of the group, a hyphen, and the choice's
    /// name in files.
    pub(super) name: String,
    /// The text of the button.
    pub(super) label: AttrValue,
    /// Whether the choice is active.
    pub(super) is_taken: bool,
    /// The message that a press sends.
    pub(super) msg: ClaimMsg,
}

/// Renders the buttons of a group. Tab reaches the active one, or else the first; the arrow keys
/// move on from there, so that the next field is one Tab away.
pub(super) fn toggle_group(
    label: &'static str,
    choices: impl Iterator<Item = Choice>,
    on: &Callback<Msg>,
) -> Html {
    let choices: Vec<Choice> = choices.collect();
    let first = choices.iter().position(|choice| choice.is_taken).unwrap_or(0);
    let buttons = choices.into_iter().enumerate().map(|(at, choice)| {
        let Choice { name, label, is_taken, msg } = choice;
        html! {
            <button
                key={name.clone()} type="button" data-choice={name}
                tabindex={if at == first { "0" } else { "-1" }}
                aria-pressed={is_taken.to_string()}
                onclick={on.reform(move |_: MouseEvent| Msg::Claim(msg.clone()))}
            >
                <bdi>{ label }</bdi>
            </button>
        }
    });
    html! {
        <div class="choices" role="group" aria-label={label} onkeydown={|event| step_buttons(&event)}>
            { for buttons }
        </div>
    }
}
