//! What the person has to be told.

use yew::prelude::*;

use crate::{
    app::{Msg, Notice, Weight},
    words,
};

/// Properties of [`NoticeLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeLineProps {
    /// What has to be told.
    pub notice: Notice,
    /// Told of what happens.
    pub on: Callback<Msg>,
}

/// A line that stays until it is closed.
#[component]
pub fn NoticeLine(props: &NoticeLineProps) -> Html {
    let (weight, role) = match props.notice.weight {
        Weight::Alert => ("alert", "alert"),
        Weight::Aside => ("aside", "alert"),
        Weight::Remark => ("remark", "status"),
    };
    html! {
        <div class="notice" data-weight={weight} {role}>
            <p>{ &props.notice.text }</p>
            if props.notice.weight == Weight::Aside {
                <button
                    type="button" onclick={props.on.reform(|_: MouseEvent| Msg::AsidesAsked)}
                >
                    { words::DOWNLOAD_UNREADABLE }
                </button>
            }
            <button type="button" onclick={props.on.reform(|_: MouseEvent| Msg::NoticeClosed)}>
                { words::CLOSE }
            </button>
        </div>
    }
}
