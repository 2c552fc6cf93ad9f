//! The window that says where the work is.

use yew::prelude::*;

use crate::{
    app::{Deletion, Desk, FileMsg, FileState, Msg, StoresMsg, Survey},
    words,
};

use crate::ui::{ModalWindow, buttons::button};

/// The window that says where the work is, and where an article is deleted.
pub(super) fn stores_window(
    desk: &Desk,
    survey: &Survey,
    deleting: Option<Deletion>,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let kept = desk.kept_file().filter(|(_, state)| *state == FileState::Fine);
    let kept = kept.map(|(file, _)| words::kept_file(&file.name));
    let told = words::stores(survey).into_iter().chain([words::exports(&desk.unsent())]);
    let told = told.chain(kept);
    let told = told.map(|text| html! { <li>{ text }</li> });
    let asides = desk.asides().len();
    let file = |label, msg| button(label, "", Msg::Stores(StoresMsg::File(msg)), on);
    html! {
        <ModalWindow class="window small stores" title={words::STORES} {on_left}>
            <ul>{ for told }</ul>
            if asides > 0 {
                <p>{ words::set_aside(asides) }</p>
                <p class="actions">{ button(words::DOWNLOAD_UNREADABLE, "", Msg::AsidesAsked, on) }</p>
            }
            if survey.can_keep_file && desk.document().is_some() {
                <p class="actions">
                    if desk.kept_file().is_some() {
                        { file(words::KEEP_OTHER_FILE, FileMsg::ChoiceAsked) }
                        { file(words::DROP_FILE, FileMsg::Dropped) }
                    } else {
                        { file(words::KEEP_FILE, FileMsg::ChoiceAsked) }
                    }
                </p>
            }
            { deletion_part(desk, deleting, on) }
        </ModalWindow>
    }
}

/// The buttons that delete; and what would go, once one of them is pressed.
fn deletion_part(desk: &Desk, deleting: Option<Deletion>, on: &Callback<Msg>) -> Html {
    let stores = |label, class, msg| button(label, class, Msg::Stores(msg), on);
    let Some(deletion) = deleting else {
        let ask = |label, deletion| stores(label, "", StoresMsg::DeletionAsked(Some(deletion)));
        return html! {
            <p class="actions">
                if desk.document().is_some() {
                    { ask(words::DELETE_ARTICLE, Deletion::Article) }
                }
                if !desk.rows().is_empty() {
                    { ask(words::DELETE_ALL, Deletion::All) }
                }
                { button(words::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        };
    };
    let told = match (deletion, desk.document()) {
        (Deletion::Article, Some(it)) => words::deletion(&it.details().title, it.claim_count()),
        _ => words::deletion_of_all(desk.rows().len(), desk.claim_count()),
    };
    html! {
        <>
            <p role="alert">{ told }</p>
            <p class="actions">
                { stores(words::EXPORT_FIRST, "", StoresMsg::ExportedFirst(deletion)) }
                { stores(words::DELETE, "", StoresMsg::Deleted(deletion)) }
                { stores(words::CANCEL, "primary", StoresMsg::DeletionAsked(None)) }
            </p>
        </>
    }
}
