//! The dialog with the history of the open article, which can take the article back to an earlier
//! state.
//!
//! The journal keeps the acts, so the history includes those of earlier visits.

use yew::prelude::*;

use crate::{
    app::{Msg, StorageMsg, Workspace},
    document::Document,
    platform,
    storage::Entry,
    strings,
};

use crate::ui::{ModalWindow, buttons::button};

/// The longest list, in acts.
const LISTED: usize = 200;

/// Renders the history of the open article, the newest act first.
pub(super) fn history_window(workspace: &Workspace, entries: &[Entry], on: &Callback<Msg>) -> Html {
    let back = |label, to| button(label, "", Msg::Storage(StorageMsg::RestoredTo(to)), on);
    let on_left = on.reform(|()| Msg::WindowClosed);
    let rows = entries.iter().take(LISTED).enumerate().map(|(at, entry)| {
        html! {
            <li key={entry.name.clone()}>
                <time datetime={entry.at.to_string()}>{ strings::moment(entry.at.to_local(platform::utc_offset_minutes())) }</time>
                <span>{ entry_text(entry, workspace.document()) }</span>
                if at > 0 {
                    { back(strings::BACK_TO_HERE, Some(entry.name.clone())) }
                }
            </li>
        }
    });
    html! {
        <ModalWindow class="window history" title={strings::HISTORY} {on_left}>
            if entries.is_empty() {
                <p>{ strings::NO_HISTORY }</p>
            }
            <ol>{ for rows }</ol>
            <p class="actions">
                if !entries.is_empty() {
                    { back(strings::BACK_TO_START, None) }
                }
                { button(strings::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

/// Returns the text for an act, with the number of its claim.
fn entry_text(entry: &Entry, document: Option<&Document>) -> String {
    let number = entry.action.claim().and_then(|claim| Some(document?.claim(claim)?.number));
    strings::listed(&entry.action, &entry.turn, number)
}
