//! Exports many articles as one file: the worker makes the file, the page downloads it.
//!
//! The worker sends the file as a blob, and the page passes the blob on to the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;
use yew::Callback;

use crate::{
    app::{ArchiveRequest, LibraryMsg, Msg, WorkerResult},
    id::ArticleId,
    strings,
};

use super::{
    download,
    worker::{WorkerEvent, ask_with},
};

/// Lets the worker make one file of several articles, and downloads it under `name`. The outcome
/// goes to `on`.
pub(super) fn hand_over(
    articles: Vec<ArticleId>,
    archive: ArchiveRequest,
    name: String,
    on: &Callback<Msg>,
) {
    let on = on.clone();
    let on_reply = Callback::from(move |reply| {
        let WorkerEvent::Done { answer, handle } = reply else { return };
        let outcome = match answer.unwrap_or_else(|| Err(strings::NO_EXPORT.to_owned())) {
            Ok(_) => handle.dyn_into::<Blob>().map_err(|_| strings::NO_EXPORT.to_owned()),
            Err(why) => Err(why),
        };
        let outcome = outcome.map(|file| {
            download::download_blob(file.into(), &name);
            name.clone()
        });
        on.emit(Msg::Library(LibraryMsg::ArchiveDownloaded {
            articles: articles.clone(),
            outcome,
        }));
    });
    ask_with(&archive.encode(), &JsValue::UNDEFINED, on_reply);
}

/// Makes the file, in the worker. Returns the answer with the file, or the reason why there is
/// none.
pub(super) fn write(archive: &ArchiveRequest) -> (Option<WorkerResult>, JsValue) {
    let made = archive.write().and_then(|bytes| {
        let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
        Blob::new_with_u8_array_sequence(&parts).map_err(|_| strings::NO_EXPORT.to_owned())
    });
    match made {
        Ok(file) => (Some(Ok(String::new())), file.into()),
        Err(why) => (Some(Err(why)), JsValue::UNDEFINED),
    }
}
