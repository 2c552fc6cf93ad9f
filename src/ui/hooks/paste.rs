//! Text that is pasted outside fields.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use crate::app::Msg;

/// Where pasting is the field's own business.
const FIELDS: &str = "textarea, input, [contenteditable], dialog";

/// Tells of plain text that is pasted outside fields.
#[hook]
pub fn use_paste(on: &Callback<Msg>) {
    use_effect_with(on.clone(), |on| {
        let on = on.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "paste", options, move |event| {
            if let Some(text) = event.dyn_ref::<ClipboardEvent>().and_then(pasted) {
                event.prevent_default();
                on.emit(Msg::TextPasted(text));
            }
        });
        move || drop(listener)
    });
}

fn pasted(event: &ClipboardEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok();
    let is_in_field = target.is_some_and(|it| it.closest(FIELDS).ok().flatten().is_some());
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    (!is_in_field && !text.trim().is_empty()).then_some(text)
}
