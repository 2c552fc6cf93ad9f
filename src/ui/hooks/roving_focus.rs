//! Moving the focus with the arrow keys in lists and in rows of buttons.
//!
//! Lists stop at their ends; rows of buttons wrap around.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Moves the focus with the up and down keys between the rows of the list that contains the event's
/// current target, or that it contains. Rows are buttons of the class `row`; from a field above,
/// the down key goes to the first.
pub fn move_row_focus(event: &KeyboardEvent) {
    let is_down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let within = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(rows) = within.and_then(|it| it.query_selector_all("button.row").ok()) else { return };
    let rows: Vec<HtmlElement> =
        (0..rows.length()).filter_map(|at| rows.get(at)?.dyn_into().ok()).collect();
    let focused = gloo::utils::document().active_element();
    if focused.as_ref().is_some_and(|it| it.tag_name() == "SELECT") {
        return;
    }
    let here = rows.iter().position(|row| Some(row.as_ref()) == focused.as_ref());
    let next = match (here, is_down) {
        (None, true) => Some(0),
        (Some(at), true) => Some(at + 1),
        (Some(at), false) => at.checked_sub(1),
        (None, false) => None,
    };
    if let Some(row) = next.and_then(|at| rows.get(at)) {
        event.prevent_default();
        // If the row cannot have the focus, it stays where it is.
        let _ = row.focus();
    }
}

/// Moves the focus with the arrow keys to the next or the previous button of a row, around the
/// ends.
pub fn step_buttons(event: &KeyboardEvent) {
    let Some(button) = event.target_dyn_into::<Element>() else { return };
    let row = button.parent_element();
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => {
            button.next_element_sibling().or_else(|| row?.first_element_child())
        }
        "ArrowLeft" | "ArrowUp" => {
            button.previous_element_sibling().or_else(|| row?.last_element_child())
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(next) = next.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // If the button cannot have the focus, it stays where it is.
        let _ = next.focus();
    }
}
