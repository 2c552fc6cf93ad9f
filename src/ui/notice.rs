//! What the person has to be told.

use yew::prelude::*;

use crate::{
    app::{IntakeMsg, Msg, Notice, Weight},
    words,
};

use super::buttons::button;

/// A line that stays until it is closed.
pub fn notice_line(notice: &Notice, on: &Callback<Msg>) -> Html {
    let (weight, role) = match notice.weight {
        Weight::Alert | Weight::ArrivedInPart => ("alert", "alert"),
        Weight::Aside => ("aside", "alert"),
        Weight::Remark | Weight::Taken | Weight::Arrived => ("remark", "status"),
    };
    html! {
        <div class="notice" data-weight={weight} {role}>
            <p>{ notice.text.clone() }</p>
            if notice.weight == Weight::Aside {
                { button(words::DOWNLOAD_UNREADABLE, "", Msg::AsidesAsked, on) }
            }
            if matches!(notice.weight, Weight::Taken | Weight::Arrived | Weight::ArrivedInPart) {
                { button(words::WHAT_WAS_DONE, "", Msg::Intake(IntakeMsg::OpenedAgain), on) }
            }
            { button(words::CLOSE, "", Msg::NoticeClosed, on) }
        </div>
    }
}
