//! The listener for keys, and the description of a key press that the keymap understands.
//!
//! The browser handles a key if the keymap has no command for it in the current mode and at the
//! current focus.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use yew::prelude::*;

use crate::app::{Focus, KeyPress, Keymap, Mode, Msg};

/// The elements that handle all keys themselves.
const FIELDS: &str = "textarea, select, input:not([type=checkbox], [type=file]), \
    [contenteditable], [role=menu], dialog";
/// The elements that Enter and Space activate.
const BUTTONS: &str = "button, a[href], summary, input";

/// The elements whose buttons belong to a claim or to a block.
const WORK: &str = "[data-claim], [data-block]";

/// The element whose buttons belong to the pinned claim, which is open beside the selected one.
const BESIDE: &str = ".kept";

/// Reports key presses for which the keymap has a command in the current mode.
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
                // The input method handles keys that compose a character.
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

/// Asks the components that render only near the viewport to render everything when the user
/// presses the key for printing. Firefox itself sends `beforeprint` too late for that, so only this
/// key helps there.
fn prepare_print(event: &KeyboardEvent) {
    if (event.ctrl_key() || event.meta_key()) && event.key() == "p" {
        let message = Event::new("beforeprint").map(|it| gloo::utils::window().dispatch_event(&it));
        debug_assert!(message.is_ok_and(|it| it.is_ok()));
    }
}

/// Returns the description of a key press: the key, its modifiers and the element with the focus.
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
    // If the focused button disappears from a dialog, the keys go to the page below. They must do
    // nothing there.
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

/// Moves the focus out of the field if the key is Escape. The typed text stays.
pub fn leave_field_on_escape(event: &KeyboardEvent) {
    if event.key() != "Escape" || event.is_composing() {
        return;
    }
    let Some(field) = event.target_dyn_into::<HtmlElement>() else { return };
    event.prevent_default();
    // If the field keeps the focus, nothing is lost.
    let _ = field.blur();
}
