//! Files that are dropped on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent};
use yew::prelude::*;

use crate::{app::Msg, shell};

/// Tells of files that are dropped anywhere on the page, and says so while they are over it.
#[hook]
pub fn use_drop(on: &Callback<Msg>) {
    use_effect_with(on.clone(), |on| {
        let on = on.clone();
        let document = gloo::utils::document();
        let options = EventListenerOptions::enable_prevent_default();
        let over = EventListener::new_with_options(&document, "dragover", options, |event| {
            if files(event).is_some() {
                event.prevent_default();
            }
        });
        let dropped = EventListener::new_with_options(&document, "drop", options, move |event| {
            let Some(list) = files(event).and_then(|it| it.files()) else { return };
            event.prevent_default();
            on.emit(Msg::Intake(shell::take_files(&list)));
        });
        move || drop((over, dropped))
    });
}

/// What is dragged, where that is files.
fn files(event: &Event) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    carried.types().includes(&"Files".into(), 0).then_some(carried)
}
