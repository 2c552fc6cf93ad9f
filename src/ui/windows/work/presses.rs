//! A choice of a few things, of which at most one is taken.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::{Msg, WorkMsg};

/// One thing that can be chosen.
pub(super) struct Choice {
    /// Its name in files, after the name of what is chosen.
    pub(super) name: String,
    /// Its name for the person.
    pub(super) label: AttrValue,
    /// Whether it is taken.
    pub(super) is_taken: bool,
    /// What a press does.
    pub(super) msg: WorkMsg,
}

/// A press for each thing. Tab goes to the one that is taken, or else to the first; the arrow keys go
/// on from there, so that the next field is one Tab away.
pub(super) fn presses(
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
                onclick={on.reform(move |_: MouseEvent| Msg::Work(msg.clone()))}
            >
                <bdi>{ label }</bdi>
            </button>
        }
    });
    html! {
        <div class="choices" role="group" aria-label={label} onkeydown={|event| step(&event)}>
            { for buttons }
        </div>
    }
}

/// Goes to the button that an arrow key points to, around the ends.
fn step(event: &KeyboardEvent) {
    let Some(button) = event.target_dyn_into::<Element>() else { return };
    let row = button.parent_element();
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => {
            button.next_element_sibling().or_else(|| row?.first_element_child())
        }
        "ArrowLeft" | "ArrowUp" => {
            button.previous_element_sibling().or_else(|| row?.last_element_child())
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(next) = next.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A button that cannot be focused is passed over.
        let _ = next.focus();
    }
}
