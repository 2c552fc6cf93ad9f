//! The window with what was done to a claim.

use yew::prelude::*;

use crate::{app::Msg, platform, strings, time::Timestamp};

use crate::ui::{ModalWindow, buttons::button};

/// How many acts are listed.
const LISTED: usize = 200;

/// The window with what was done to a claim, the newest first.
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
