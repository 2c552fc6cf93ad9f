//! Reads files that the user has chosen, and hands files to the user as downloads.
//!
//! The page never learns whether the user keeps a download.

use gloo::{
    file::{Blob, ObjectUrl},
    timers::callback::Timeout,
};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlAnchorElement;
use yew::Callback;

use crate::app::{Download, Msg};

/// How long a downloaded file stays in memory, in milliseconds: the browser needs it only until the
/// download has begun.
const KEPT_MILLIS: u32 = 60_000;

/// Reads a file that the user has chosen, and sends the message that `read` makes of its name and
/// bytes, or [`Msg::FileUnreadable`].
pub fn read_file(file: web_sys::File, on: Callback<Msg>, read: fn(String, Vec<u8>) -> Msg) {
    spawn_local(async move {
        let name = file.name();
        on.emit(match JsFuture::from(file.array_buffer()).await {
            Ok(bytes) => read(name, Uint8Array::new(&bytes).to_vec()),
            Err(_) => Msg::FileUnreadable { name },
        });
    });
}

/// Downloads a text file, as if the user had clicked a link to it.
pub(super) fn download(download: &Download) {
    let blob = Blob::new_with_options(download.contents.as_str(), Some(download.media_type));
    download_blob(blob, &download.name);
}

/// Downloads a file under this name.
pub(super) fn download_blob(blob: Blob, name: &str) {
    let url = ObjectUrl::from(blob);
    let anchor = gloo::utils::document().create_element("a");
    let Some(anchor) = anchor.ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(KEPT_MILLIS, move || drop(url)).forget();
}
