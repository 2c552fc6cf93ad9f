//! How far the check of a claim is, and how urgent it is.

use yew::prelude::*;

use crate::{
    app::{Msg, WorkMsg},
    claim::{Claim, PRIORITIES, STATUSES},
    words,
};

/// A press for each status and each priority.
pub(super) fn status(claim: &Claim, on: &Callback<Msg>) -> Html {
    let statuses = STATUSES.iter().map(|(status, name)| {
        let msg = WorkMsg::StatusChosen(claim.id.clone(), *status);
        html! {
            <button
                type="button" data-status={*name} onclick={on.reform(move |_: MouseEvent| Msg::Work(msg.clone()))}
                aria-pressed={(claim.status == *status).to_string()}
            >
                { words::status(*status) }
            </button>
        }
    });
    let priorities = PRIORITIES.iter().map(|(priority, number)| {
        let is_chosen = claim.priority == Some(*priority);
        let chosen = (!is_chosen).then_some(*priority);
        let msg = WorkMsg::PriorityChosen(claim.id.clone(), chosen);
        html! {
            <button
                type="button" data-priority={number.to_string()}
                onclick={on.reform(move |_: MouseEvent| Msg::Work(msg.clone()))}
                aria-pressed={is_chosen.to_string()}
            >
                { words::priority(*priority) }
            </button>
        }
    });
    html! {
        <>
            <div class="statuses" role="group" aria-label={words::STATUS}>{ for statuses }</div>
            <div class="statuses" role="group" aria-label={words::PRIORITY}>{ for priorities }</div>
        </>
    }
}
