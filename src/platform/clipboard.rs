//! Writes text to the clipboard.
//!
//! The browser may refuse, so the answer says whether the text was copied.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use crate::app::{ClaimMsg, Msg};

/// Copies a text to the clipboard, and reports to `on` whether that succeeded.
pub(super) fn copy(text: &str, on: &Callback<Msg>) {
    let written = gloo::utils::window().navigator().clipboard().write_text(text);
    let on = on.clone();
    spawn_local(async move {
        let is_copied = JsFuture::from(written).await.is_ok();
        on.emit(Msg::Claim(ClaimMsg::Copied(is_copied)));
    });
}
