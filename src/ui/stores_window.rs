//! The window that says where the work is.

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, StoresMsg, Survey},
    words,
};

use super::ModalWindow;

/// The window that says where the work is, and where an article is deleted.
pub(super) fn stores_window(
    desk: &Desk,
    survey: &Survey,
    is_deleting: bool,
    on: &Callback<Msg>,
) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    let button = |label: &'static str, class: &'static str, msg: Msg| {
        let onclick = on.reform(move |_: MouseEvent| msg.clone());
        html! { <button type="button" {class} {onclick}>{ label }</button> }
    };
    let told = words::stores(survey).into_iter().chain([words::exports(&desk.unsent())]);
    let told = told.map(|text| html! { <li>{ text }</li> });
    let asides = desk.asides().len();
    html! {
        <ModalWindow class="window small stores" title={words::STORES} on_left={on_left.clone()}>
            <ul>{ for told }</ul>
            if asides > 0 {
                <p>{ words::set_aside(asides) }</p>
                <p class="actions">{ button(words::DOWNLOAD_UNREADABLE, "", Msg::AsidesAsked) }</p>
            }
            if let Some(document) = desk.document().filter(|_| is_deleting) {
                <p role="alert">
                    { words::deletion(&document.details().title, document.claim_count()) }
                </p>
                <p class="actions">
                    { button(words::EXPORT_FIRST, "", Msg::ExportAsked) }
                    { button(words::DELETE, "", Msg::Stores(StoresMsg::ArticleDeleted)) }
                    { button(words::CANCEL, "primary", Msg::Stores(StoresMsg::DeletionAsked)) }
                </p>
            } else {
                <p class="actions">
                    { button(words::DELETE_ARTICLE, "", Msg::Stores(StoresMsg::DeletionAsked)) }
                    { button(words::CLOSE, "primary", Msg::WindowClosed) }
                </p>
            }
        </ModalWindow>
    }
}
