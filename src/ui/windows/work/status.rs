//! How far the check of a claim is, and how urgent it is.

use yew::prelude::*;

use crate::{
    app::{Msg, WorkMsg},
    claim::{Claim, PRIORITIES, STATUSES},
    words,
};

use super::presses::{Choice, presses};

/// A press for each status and each priority.
pub(super) fn status(claim: &Claim, on: &Callback<Msg>) -> Html {
    let statuses = STATUSES.iter().map(|(status, name)| Choice {
        name: format!("status-{name}"),
        label: words::status(*status).into(),
        is_taken: claim.status == *status,
        msg: WorkMsg::StatusChosen(claim.id.clone(), *status),
    });
    let priorities = PRIORITIES.iter().map(|(priority, number)| {
        let is_taken = claim.priority == Some(*priority);
        let chosen = (!is_taken).then_some(*priority);
        Choice {
            name: format!("priority-{number}"),
            label: words::priority(*priority).into(),
            is_taken,
            msg: WorkMsg::PriorityChosen(claim.id.clone(), chosen),
        }
    });
    html! {
        <>
            { presses(words::STATUS, statuses, on) }
            { presses(words::PRIORITY, priorities, on) }
        </>
    }
}
