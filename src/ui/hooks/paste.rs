//! The listener for text and files that the user pastes outside fields, and the conversion of
//! pasted data to a message.
//!
//! The listener prevents the browser's paste only if the program imports the data.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Element};
use yew::prelude::*;

use crate::{
    app::{ImportMsg, Msg},
    platform,
};

/// The elements that handle a paste themselves.
const FIELDS: &str = "textarea, input, [contenteditable], dialog";

/// Reports text and files that the user pastes outside fields and dialogs.
#[hook]
pub fn use_paste(on: &Callback<Msg>) {
    use_effect_with(on.clone(), |on| {
        let on = on.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "paste", options, move |event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
            if is_in_field(event) {
                return;
            }
            if let Some(msg) = pasted(event) {
                event.prevent_default();
                on.emit(Msg::Import(msg));
            }
        });
        move || drop(listener)
    });
}

/// Returns the import message for pasted data: files, or a text with its HTML if there is any.
pub fn pasted(event: &ClipboardEvent) -> Option<ImportMsg> {
    transfer_to_msg(&event.clipboard_data()?)
}

/// Returns whether an event happens in a field or in a dialog.
pub(super) fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest(FIELDS).ok().flatten().is_some())
}

/// Returns the import message for transferred data. Text has precedence over files. Returns `None`
/// if there is neither.
pub(super) fn transfer_to_msg(carried: &DataTransfer) -> Option<ImportMsg> {
    let has_words = |text: &String| !text.trim().is_empty();
    let text = carried.get_data("text/plain").ok().filter(has_words);
    let html = carried.get_data("text/html").ok().filter(has_words);
    let files = carried.files().filter(|files| files.length() > 0);
    match (text, html, files) {
        (None, None, Some(files)) => Some(platform::take_files(&files)),
        (None, None, None) => None,
        (text, html, _) => Some(ImportMsg::Pasted { text: text.unwrap_or_default(), html }),
    }
}
