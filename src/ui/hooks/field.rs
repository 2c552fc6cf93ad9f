//! Text fields.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
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
