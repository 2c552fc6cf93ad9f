//! Many articles as one file: the worker makes it, the page hands it over.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;
use yew::Callback;

use crate::{
    app::{Answer, Bundle, LibraryMsg, Msg},
    id::ArticleId,
    words,
};

use super::{
    files,
    reader::{Reply, ask_with},
};

/// Hands over articles as one file of that name.
pub(super) fn hand_over(
    articles: Vec<ArticleId>,
    bundle: Bundle,
    name: String,
    on: &Callback<Msg>,
) {
    let on = on.clone();
    let on_reply = Callback::from(move |reply| {
        let Reply::Done { answer, handle } = reply else { return };
        let outcome = match answer.unwrap_or_else(|| Err(words::NO_EXPORT.to_owned())) {
            Ok(_) => handle.dyn_into::<Blob>().map_err(|_| words::NO_EXPORT.to_owned()),
            Err(why) => Err(why),
        };
        let outcome = outcome.map(|file| {
            files::hand_over(file.into(), &name);
            name.clone()
        });
        on.emit(Msg::Library(LibraryMsg::HandedOver { articles: articles.clone(), outcome }));
    });
    ask_with(&bundle.into_texts(), &JsValue::UNDEFINED, on_reply);
}

/// The worker's part: the file, or why it could not be written.
pub(super) fn write(bundle: &Bundle) -> (Option<Answer>, JsValue) {
    let made = bundle.write().and_then(|bytes| {
        let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
        Blob::new_with_u8_array_sequence(&parts).map_err(|_| words::NO_EXPORT.to_owned())
    });
    match made {
        Ok(file) => (Some(Ok(String::new())), file.into()),
        Err(why) => (Some(Err(why)), JsValue::UNDEFINED),
    }
}
