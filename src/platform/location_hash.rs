//! The route in the page's address.
//!
//! Claimlight keeps the route in the fragment, so changing it loads no other page.

use wasm_bindgen::JsValue;

use crate::app::Route;

/// Returns the route in the current address.
pub fn address() -> Route {
    let hash = gloo::utils::window().location().hash();
    Route::parse(&hash.unwrap_or_default())
}

/// Shows a route in the address bar. Going from one article to another adds an entry to the
/// browser's history; any other change replaces the current entry.
pub(super) fn show(to: &Route) {
    let from = address();
    if from == *to {
        return;
    }
    let Ok(history) = gloo::utils::window().history() else { return };
    let url = to.to_string();
    let shown = if from.article().is_some() && from.article() != to.article() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    if shown.is_err() {
        gloo::console::warn!("the address could not be shown");
    }
}
