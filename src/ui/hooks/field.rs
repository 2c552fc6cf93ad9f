//! Text fields.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What stands in the field, of one line or of several, that was typed in.
pub fn typed_text(event: &InputEvent) -> String {
    let line = || event.target_dyn_into::<HtmlInputElement>().map(|it| it.value());
    let lines = || event.target_dyn_into::<HtmlTextAreaElement>().map(|it| it.value());
    line().or_else(lines).unwrap_or_default()
}

/// What was chosen in a field with options.
pub fn chosen_option(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|it| it.value()).unwrap_or_default()
}

/// Selects all that stands in a field of one line as it gets the focus, so that typing replaces it.
pub fn select_text(event: &FocusEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

/// Whether a key was pressed in a field that searches.
pub fn is_in_search(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|field| field.type_() == "search")
}

/// Puts the focus on something that is drawn; what cannot take it is passed over.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether all of the text in a field of many lines is selected.
pub fn is_all_selected(event: &Event) -> bool {
    let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return false };
    let edges = [field.selection_start(), field.selection_end()].map(|it| it.ok().flatten());
    edges == [Some(0), Some(field.text_length())]
}

/// Whether the focus goes out of the toolbar to something else in the page, and not with the window.
pub fn leaves_toolbar(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|it| it.dyn_into::<Element>().ok());
    let stays = to.is_some_and(|it| it.closest("[role=toolbar]").ok().flatten().is_some());
    !stays && gloo::utils::document().has_focus().unwrap_or(true)
}

/// What stands in a field of one line that was changed and left.
pub fn changed_text(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|it| it.value()).unwrap_or_default()
}
