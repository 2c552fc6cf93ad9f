//! The dialog with the history of one claim: the acts that changed it, with their dates.
//!
//! It only lists the acts. The history of the article can restore earlier states.

use yew::prelude::*;

use crate::{app::Msg, platform, strings, time::Timestamp};

use crate::ui::{ModalWindow, buttons::button};

/// The longest list, in acts.
const LISTED: usize = 200;

/// Renders the history of a claim, the newest act first.
pub(super) fn claim_history_window(
    number: u32,
    done: &[(Timestamp, Vec<String>)],
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let rows = done.iter().take(LISTED).map(|(at, changes)| {
        let moment = strings::moment(at.to_local(platform::utc_offset_minutes()));
        html! {
            <li>
                <time datetime={at.to_string()}>{ moment }</time>
                <span dir="auto">{ changes.join("; ") }</span>
            </li>
        }
    });
    html! {
        <ModalWindow class="window history" title={strings::claim_history(number)} {on_left}>
            if done.is_empty() {
                <p>{ strings::NO_HISTORY }</p>
            }
            <ol>{ for rows }</ol>
            <p class="actions">{ button(strings::CLOSE, "primary", Msg::WindowClosed, on) }</p>
        </ModalWindow>
    }
}
