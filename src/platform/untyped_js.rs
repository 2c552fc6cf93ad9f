//! Calls JavaScript functions by name that web-sys does not bind, or binds only behind its switch
//! for unstable APIs.
//!
//! A name that the browser does not have gives an error, never a panic.

use js_sys::{Array, Function, Promise, Reflect};
use serde::Serializer as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Returns the value of a global name, in the page or in a worker.
pub(super) fn global(name: &str) -> Result<JsValue, JsValue> {
    member(&js_sys::global(), name)
}

/// Returns a member of `navigator`, such as `storage`.
pub(super) fn navigator_member(name: &str) -> Result<JsValue, JsValue> {
    member(&global("navigator")?, name)
}

/// Returns a member of an object; `undefined` where the object lacks it.
pub(super) fn member(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

/// Calls a method of an object and returns its result.
pub(super) fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = member(object, name)?.dyn_into()?;
    function.apply(object, &given.iter().collect::<Array>())
}

/// Calls a method that returns a promise, and waits for its result.
pub(super) async fn call_async(
    object: &JsValue,
    name: &str,
    given: &[JsValue],
) -> Result<JsValue, JsValue> {
    let promise: Promise = call(object, name, given)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// Makes an object with text members, as many functions expect their options.
pub(super) fn options(members: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    Ok(serializer.collect_map(members.iter().copied())?)
}
