//! The address bar.

use wasm_bindgen::JsValue;

use crate::app::Route;

/// What the address asks for now.
pub fn address() -> Route {
    let hash = gloo::utils::window().location().hash();
    Route::parse(&hash.unwrap_or_default())
}

/// Shows an address: another article is a step that the browser's back button takes back, another
/// claim is not.
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
