//! Moves the keyboard focus to a part of the page.
//!
//! Each target has a CSS selector. A target that is not on the page is ignored.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::FocusTarget;

use super::highlight;

/// Focuses a target, if it is on the page.
pub(super) fn focus(on: &FocusTarget) {
    let selector = match on {
        FocusTarget::TagName => ".tag-bar input".to_owned(),
        FocusTarget::CardTag => in_card(".tag-field input"),
        FocusTarget::Filter => ".filter input".to_owned(),
        FocusTarget::Library => ".library .articles".to_owned(),
        FocusTarget::Restated => in_card("[data-field=restated]"),
        FocusTarget::CardNote => in_card("textarea"),
        FocusTarget::Verdict => in_card(".verdict :is([tabindex=\"0\"], textarea)"),
        FocusTarget::Evidence => in_card(".add-source input"),
        FocusTarget::RatingUp(at) => format!("dialog {} .icon", row(*at)),
        FocusTarget::RemoveRating(at) => {
            format!("dialog {} :last-child, dialog .further input", row(*at))
        }
        FocusTarget::Source(at) => format!("dialog {} .icon, dialog .actions .primary", row(*at)),
        FocusTarget::Kind(position) | FocusTarget::Block(position) => {
            format!("[data-block=\"{position}\"] [aria-haspopup]")
        }
        FocusTarget::ImportPreview => ".recognised [open] li button, .recognised > ol".to_owned(),
        FocusTarget::Article => "[data-article]".to_owned(),
    };
    let find = |selector: &str| gloo::utils::document().query_selector(selector).ok().flatten();
    if matches!(on, FocusTarget::ImportPreview) && find(":focus").is_some() {
        return;
    }
    let found = find(&selector);
    let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    if matches!(on, FocusTarget::TagName) {
        highlight::paint();
    }
    // An element that cannot have the focus is ignored.
    let _ = element.focus();
    if matches!(on, FocusTarget::Kind(_)) {
        element.click();
    }
}

/// Returns the selector of an element in the card of the current claim.
fn in_card(selector: &str) -> String {
    format!("[data-claim][aria-current=true] {selector}")
}

/// Returns the selector of the row at a position of a dialog's list; the position counts from 0.
fn row(at: usize) -> String {
    format!(".rows > :nth-child({})", at.saturating_add(1))
}
