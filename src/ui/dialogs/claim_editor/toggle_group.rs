//! A choice of a few things, of which at most one is taken.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg},
    ui::hooks::step_buttons,
};

/// One thing that can be chosen.
pub(super) struct Choice {
    /// Its name in files, after the name of what is chosen.
    pub(super) name: String,
    /// Its name for the person.
    pub(super) label: AttrValue,
    /// Whether it is taken.
    pub(super) is_taken: bool,
    /// What a press does.
    pub(super) msg: ClaimMsg,
}

/// A press for each thing. Tab goes to the one that is taken, or else to the first; the arrow keys go
/// on from there, so that the next field is one Tab away.
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
