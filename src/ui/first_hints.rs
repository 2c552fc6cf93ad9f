//! The hints of the first minute, above the sample article.

use yew::prelude::*;

use crate::app::{HINTS, HintState};

/// The hints that have not been done; one that is done leaves its place empty, so that the text
/// stays where it is.
pub(super) fn first_hints(states: [HintState; HINTS.len()]) -> Html {
    let hints = HINTS.iter().zip(states).filter(|(_, state)| *state != HintState::Done);
    let hints = hints.map(|((_, name, words), state)| {
        let is_done = state == HintState::Completing;
        html! { <li key={*name} data-done={is_done.to_string()}>{ *words }</li> }
    });
    html! { <ul class="first-hints">{ for hints }</ul> }
}
