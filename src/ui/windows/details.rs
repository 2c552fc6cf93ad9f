//! The sheet with what is known of the article on screen.

use yew::prelude::*;

use crate::{
    app::{Desk, IntakeMsg, LibraryMsg, Msg},
    article::{DETAILS, Detail, DetailRow, Details, is_full_detail},
    words,
};

use crate::ui::{ModalWindow, buttons::button, hooks::typed_text};

/// The sheet with what is known of the article, saved as it is typed.
pub(super) fn details_window(desk: &Desk, details: &Details, on: &Callback<Msg>) -> Html {
    let on_left = on.reform(|()| Msg::WindowClosed);
    html! {
        <ModalWindow class="window small details" title={words::ABOUT_ARTICLE} {on_left}>
            { for DETAILS.iter().map(|row| field(row, details, on)) }
            <label>
                <span>{ words::ARTICLE_NOTE }</span>
                <textarea
                    rows="4" placeholder={words::ARTICLE_NOTE_HINT} value={details.note.clone()}
                    oninput={on.reform(|event| Msg::Library(LibraryMsg::NoteTyped(typed_text(&event))))}
                    onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
                />
            </label>
            <p class="actions">
                if desk.is_reading_known() {
                    { button(words::HOW_IT_WAS_READ, "", Msg::Intake(IntakeMsg::OpenedAgain), on) }
                }
                { button(words::CLOSE, "primary", Msg::WindowClosed, on) }
            </p>
        </ModalWindow>
    }
}

fn field(row: &'static DetailRow, details: &Details, on: &Callback<Msg>) -> Html {
    let DetailRow { detail, label, hint, .. } = *row;
    let oninput =
        on.reform(move |event| Msg::Library(LibraryMsg::DetailTyped(detail, typed_text(&event))));
    let said = details.detail(detail);
    let dir = match detail {
        Detail::Source | Detail::Language => "ltr",
        Detail::Title | Detail::Byline | Detail::Publication | Detail::Published => "auto",
    };
    html! {
        <label>
            <span>{ label }</span>
            <input
                type="text" {dir} placeholder={hint} value={said.to_owned()}
                {oninput} onfocusout={on.reform(|_: FocusEvent| Msg::FieldLeft)}
            />
            if is_full_detail(said) {
                <small role="status">{ words::FULL_DETAIL }</small>
            }
        </label>
    }
}
