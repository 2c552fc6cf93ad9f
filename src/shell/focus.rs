//! Putting the focus somewhere.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::FocusOn;

use super::highlight;

/// Puts the focus on something that is drawn; what is not there is passed over.
pub(super) fn focus(on: &FocusOn) {
    let selector = match on {
        FocusOn::TagName => ".tag-bar input".to_owned(),
        FocusOn::CardTag => in_card(".tag-field input"),
        FocusOn::Filter => ".filter input".to_owned(),
        FocusOn::Library => ".library .articles".to_owned(),
        FocusOn::Restated => in_card("[data-field=restated]"),
        FocusOn::CardNote => in_card("textarea"),
        FocusOn::Verdict => in_card(".verdict :is([tabindex=\"0\"], textarea)"),
        FocusOn::Evidence => in_card(".add-source input"),
        FocusOn::RatingUp(at) => format!("dialog {} .icon", row(*at)),
        FocusOn::RatingOut(at) => format!("dialog {} :last-child, dialog .further input", row(*at)),
        FocusOn::Source(at) => format!("dialog {} .icon, dialog .actions .primary", row(*at)),
        FocusOn::Kind(position) | FocusOn::Block(position) => {
            format!("[data-block=\"{position}\"] [aria-haspopup]")
        }
        FocusOn::Recognised => ".recognised [open] li button, .recognised > ol".to_owned(),
        FocusOn::Article => "[data-article]".to_owned(),
    };
    let find = |selector: &str| gloo::utils::document().query_selector(selector).ok().flatten();
    if matches!(on, FocusOn::Recognised) && find(":focus").is_some() {
        return;
    }
    let found = find(&selector);
    let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    if matches!(on, FocusOn::TagName) {
        highlight::paint();
    }
    // What cannot be focused is passed over.
    let _ = element.focus();
    if matches!(on, FocusOn::Kind(_)) {
        element.click();
    }
}

/// What is in the card of the claim that is worked on.
fn in_card(selector: &str) -> String {
    format!("[data-claim][aria-current=true] {selector}")
}

/// The row at a position, counted from 0, of the list in a window.
fn row(at: usize) -> String {
    format!(".rows > :nth-child({})", at.saturating_add(1))
}
