//! The window with what was done.

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, StoresMsg},
    document::Document,
    saved::Entry,
    shell, words,
};

use crate::ui::{ModalWindow, buttons::button};

/// How many acts are listed.
const LISTED: usize = 200;

/// The window with what was done to the article on screen, the newest first.
pub(super) fn history_window(desk: &Desk, entries: &[Entry], on: &Callback<Msg>) -> Html {
    let back = |label, to| button(label, "", Msg::Stores(StoresMsg::WentBack(to)), on);
    let on_left = on.reform(|()| Msg::WindowClosed);
    let rows = entries.iter().take(LISTED).enumerate().map(|(at, entry)| {
        html! {
            <li key={entry.name.clone()}>
                <time datetime={entry.at.to_string()}>{ words::moment(entry.at.ahead(shell::minutes_ahead())) }</time>
                <span>{ told(entry, desk.document()) }</span>
                if at > 0 {
                    { back(words::BACK_TO_HERE, Some(entry.name.clone())) }
                }
            </li>
        }
    });
    html! {
        <ModalWindow class="window history" title={words::HISTORY} {on_left}>
            if entries.is_empty() {
                <p>{ words::NO_HISTORY }</p>
            }
            <ol>{ for rows }</ol>
            <p class="actions">
                if !entries.is_empty() {
                    { back(words::BACK_TO_START, None) }
                }
                { button(words::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

/// What an act was, with the number of the claim that it was about.
fn told(entry: &Entry, document: Option<&Document>) -> String {
    let number = entry.act.claim().and_then(|claim| Some(document?.claim(claim)?.number));
    words::listed(&entry.act, &entry.turn, number)
}
