//! Keeps the selected words visible while a text field has the focus.
//!
//! A field that gets the focus takes over the browser's selection, so a highlight marks the words
//! instead.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// The name of the highlight in the style sheet.
const NAME: &str = "claimlight-selection";

/// Highlights the current selection. A browser that cannot do that shows no highlight; everything
/// else works.
pub(super) fn paint() {
    let selection = gloo::utils::document().get_selection().ok().flatten();
    let range = selection.and_then(|it| it.get_range_at(0).ok());
    if let Some(range) = range {
        let _ = set(&range);
    }
}

/// Removes the highlight.
pub(super) fn clear() {
    let _ = registry().and_then(|it| call(&it, "delete", &Array::of1(&NAME.into())));
}

fn set(range: &Range) -> Option<JsValue> {
    let constructor = Reflect::get(&js_sys::global(), &"Highlight".into()).ok()?;
    let constructor: Function = constructor.dyn_into().ok()?;
    let highlight = Reflect::construct(&constructor, &Array::of1(range)).ok()?;
    call(&registry()?, "set", &Array::of2(&NAME.into(), &highlight))
}

fn registry() -> Option<JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    Reflect::get(&css, &"highlights".into()).ok().filter(JsValue::is_object)
}

fn call(on: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = Reflect::get(on, &name.into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&method, on, arguments).ok()
}
