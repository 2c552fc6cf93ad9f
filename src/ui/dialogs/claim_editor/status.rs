//! The status and the priority of a claim, as two groups of buttons.
//!
//! A press on the chosen priority removes it; a claim always has a status.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg},
    claim::{Claim, PRIORITIES, STATUSES},
    strings,
};

use super::toggle_group::{Choice, toggle_group};

/// Renders a button for each status and each priority.
pub(super) fn status(claim: &Claim, on: &Callback<Msg>) -> Html {
    let statuses = STATUSES.iter().map(|(status, name)| Choice {
        name: format!("status-{name}"),
        label: strings::status(*status).into(),
        is_taken: claim.status == *status,
        msg: ClaimMsg::StatusChosen(claim.id.clone(), *status),
    });
    let priorities = PRIORITIES.iter().map(|(priority, number)| {
        let is_taken = claim.priority == Some(*priority);
        let chosen = (!is_taken).then_some(*priority);
        Choice {
            name: format!("priority-{number}"),
            label: strings::priority(*priority).into(),
            is_taken,
            msg: ClaimMsg::PriorityChosen(claim.id.clone(), chosen),
        }
    });
    html! {
        <>
            { toggle_group(strings::STATUS, statuses, on) }
            { toggle_group(strings::PRIORITY, priorities, on) }
        </>
    }
}
