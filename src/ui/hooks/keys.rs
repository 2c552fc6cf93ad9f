//! Keys.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use yew::prelude::*;

use crate::app::{Focus, KeyPress, Keymap, Mode, Msg};

/// What takes all keys that are pressed in it.
const FIELDS: &str = "textarea, select, input:not([type=checkbox], [type=file]), \
    [contenteditable], [role=menu], dialog";
/// What Enter and Space press.
const BUTTONS: &str = "button, a[href], summary, input";

/// Where buttons belong to a claim or to a block.
const WORK: &str = "[data-claim], [data-block]";

/// Where buttons belong to the claim that is open beside the one that is worked on.
const BESIDE: &str = ".kept";

/// Tells of key presses that mean something while the person is at something.
#[hook]
pub fn use_keys(keymap: &Rc<Keymap>, session: &Mode, on: &Callback<Msg>) {
    use_effect_with((Rc::clone(keymap), session.clone(), on.clone()), |it| {
        let (keymap, session, on) = it.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener =
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                prepare_print(event);
                // Keys that compose a character are the input method's.
                if event.default_prevented() || event.is_composing() {
                    return;
                }
                let press = press_of(event);
                if keymap.lookup(&press, &session).is_some() {
                    event.prevent_default();
                    on.emit(Msg::KeyPressed(press));
                }
            });
        move || drop(listener)
    });
}

/// Tells what is drawn only near the view that the page is about to be printed. Firefox tells it too
/// late for anything to be drawn, but for those who print by the key.
fn prepare_print(event: &KeyboardEvent) {
    if (event.ctrl_key() || event.meta_key()) && event.key() == "p" {
        let told = Event::new("beforeprint").map(|it| gloo::utils::window().dispatch_event(&it));
        debug_assert!(told.is_ok_and(|it| it.is_ok()));
    }
}

/// The press of a key, in the terms of the table.
pub fn press_of(event: &KeyboardEvent) -> KeyPress {
    KeyPress {
        key: event.key(),
        code: event.code(),
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        focus: focus(event),
    }
}

fn focus(event: &KeyboardEvent) -> Focus {
    let target = event.target_dyn_into::<Element>();
    let is_in =
        |selector| target.as_ref().is_some_and(|it| it.closest(selector).ok().flatten().is_some());
    // Where the button with the focus goes away in a window, the page below must not take its keys.
    let is_below =
        || gloo::utils::document().query_selector("dialog[open]").is_ok_and(|it| it.is_some());
    if is_in(FIELDS) || is_below() {
        Focus::Field
    } else if is_in(BUTTONS) && is_in(BESIDE) {
        Focus::PinnedClaim
    } else if is_in(BUTTONS) && is_in(WORK) {
        Focus::ClaimButton
    } else if is_in(BUTTONS) {
        Focus::Button
    } else {
        Focus::Page
    }
}

/// Leaves the field that a key was pressed in, if the key was Escape; what was typed stays.
pub fn leave_field_on_escape(event: &KeyboardEvent) {
    if event.key() != "Escape" || event.is_composing() {
        return;
    }
    let Some(field) = event.target_dyn_into::<HtmlElement>() else { return };
    event.prevent_default();
    // A field that does not let go of the focus keeps it; nothing is lost.
    let _ = field.blur();
}
