//! Helpers for the events of form fields: their values, their selection and the focus.
//!
//! A function that reads a value returns an empty string if the event is not from such a field.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Returns the text of the input or text area in which the user typed.
pub fn typed_text(event: &InputEvent) -> String {
    let line = || event.target_dyn_into::<HtmlInputElement>().map(|it| it.value());
    let lines = || event.target_dyn_into::<HtmlTextAreaElement>().map(|it| it.value());
    line().or_else(lines).unwrap_or_default()
}

/// Returns the value of the option that the user chose in a `select` element.
pub fn chosen_option(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|it| it.value()).unwrap_or_default()
}

/// Selects all text of a single-line field when it gets the focus, so that typing replaces it.
pub fn select_text(event: &FocusEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

/// Returns whether a key was pressed in a search field.
pub fn is_in_search(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.type_() == "search")
}

/// Focuses the element of a node. Does nothing if the element cannot have the focus.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Returns whether all text of a text area is selected.
pub fn is_all_selected(event: &Event) -> bool {
    let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return false };
    let edges = [field.selection_start(), field.selection_end()].map(|it| it.ok().flatten());
    edges == [Some(0), Some(field.text_length())]
}

/// Returns whether the focus moves from the toolbar to another element of the page. Returns `false`
/// if the whole browser window loses the focus.
pub fn leaves_toolbar(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|it| it.dyn_into::<Element>().ok());
    let stays = to.is_some_and(|it| it.closest("[role=toolbar]").ok().flatten().is_some());
    !stays && gloo::utils::document().has_focus().unwrap_or(true)
}

/// Returns the text of a single-line field that the user has changed and left.
pub fn changed_text(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|it| it.value()).unwrap_or_default()
}
