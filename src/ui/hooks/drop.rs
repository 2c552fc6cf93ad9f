//! The listener for files and texts that the user drops on the page.
//!
//! A dropped file or text becomes an import. The browser handles texts that are dropped into
//! fields.

use std::{cell::Cell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent};
use yew::prelude::*;

use crate::app::Msg;

use super::paste::{is_in_field, transfer_to_msg};

/// Reports files and texts that the user drops anywhere on the page. Ignores texts that are dropped
/// into a field, and texts that are dragged from the page itself.
#[hook]
pub fn use_drop(on: &Callback<Msg>) {
    use_effect_with(on.clone(), |on| {
        let on = on.clone();
        let document = gloo::utils::document();
        let options = EventListenerOptions::enable_prevent_default();
        let is_own = Rc::new(Cell::new(false));
        let own = ["dragstart", "dragend"].map(|name| {
            let is_own = Rc::clone(&is_own);
            EventListener::new(&document, name, move |_| is_own.set(name == "dragstart"))
        });
        let is_own_over = Rc::clone(&is_own);
        let over = EventListener::new_with_options(&document, "dragover", options, move |event| {
            if dragged_data(event, is_own_over.get()).is_some() {
                event.prevent_default();
            }
        });
        let dropped = EventListener::new_with_options(&document, "drop", options, move |event| {
            let msg = dragged_data(event, is_own.get()).as_ref().and_then(transfer_to_msg);
            if let Some(msg) = msg {
                event.prevent_default();
                on.emit(Msg::Import(msg));
            }
        });
        move || drop((own, over, dropped))
    });
}

/// Returns the dragged data if the page can import it.
fn dragged_data(event: &Event, is_own: bool) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has = |kind: &str| carried.types().includes(&kind.into(), 0);
    let is_text = !is_own && !is_in_field(event) && (has("text/plain") || has("text/html"));
    (has("Files") || is_text).then_some(carried)
}
