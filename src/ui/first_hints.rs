//! The first hints, which show a new user what to try in the sample article.
//!
//! The page marks a hint as done when the user does what it says, and leaves it out from the next
//! start on.

use yew::prelude::*;

use crate::app::{HINTS, HintState};

/// Renders the hints that are not done yet. A hint that the user has just done keeps its place,
/// empty, so that the text below does not move.
pub(super) fn first_hints(states: [HintState; HINTS.len()]) -> Html {
    let hints = HINTS.iter().zip(states).filter(|(_, state)| *state != HintState::Done);
    let hints = hints.map(|((_, name, words), state)| {
        let is_done = state == HintState::Completing;
        html! { <li key={*name} data-done={is_done.to_string()}>{ *words }</li> }
    });
    html! { <ul class="first-hints">{ for hints }</ul> }
}
