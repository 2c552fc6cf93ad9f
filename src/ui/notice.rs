//! What the person has to be told.

use yew::prelude::*;

use crate::{
    app::{Msg, Notice, Weight},
    words,
};

/// A line that stays until it is closed.
pub fn notice_line(notice: &Notice, on: &Callback<Msg>) -> Html {
    let (weight, role) = match notice.weight {
        Weight::Alert => ("alert", "alert"),
        Weight::Aside => ("aside", "alert"),
        Weight::Remark => ("remark", "status"),
    };
    html! {
        <div class="notice" data-weight={weight} {role}>
            <p>{ notice.text.clone() }</p>
            if notice.weight == Weight::Aside {
                <button
                    type="button" onclick={on.reform(|_: MouseEvent| Msg::AsidesAsked)}
                >
                    { words::DOWNLOAD_UNREADABLE }
                </button>
            }
            <button type="button" onclick={on.reform(|_: MouseEvent| Msg::NoticeClosed)}>
                { words::CLOSE }
            </button>
        </div>
    }
}
