//! Calling by name what web-sys binds only behind an unstable switch, or not at all.

use js_sys::{Array, Function, Promise, Reflect};
use serde::Serializer as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a global name stands for, in the page or in a worker.
pub(super) fn global(name: &str) -> Result<JsValue, JsValue> {
    member(&js_sys::global(), name)
}

/// A part of the browser itself, such as its storage.
pub(super) fn navigator_member(name: &str) -> Result<JsValue, JsValue> {
    member(&global("navigator")?, name)
}

/// A member of an object.
pub(super) fn member(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

/// Calls a method.
pub(super) fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = member(object, name)?.dyn_into()?;
    function.apply(object, &given.iter().collect::<Array>())
}

/// Calls a method that answers later.
pub(super) async fn call_async(
    object: &JsValue,
    name: &str,
    given: &[JsValue],
) -> Result<JsValue, JsValue> {
    let promise: Promise = call(object, name, given)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// An object whose members are texts, as many functions take their options.
pub(super) fn options(members: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    Ok(serializer.collect_map(members.iter().copied())?)
}
