//! Painting what is selected while a field has the page's own selection.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// The name that the style sheet paints.
const NAME: &str = "claimlight-selection";

/// Paints what is selected now; browsers that cannot show no paint, and lose nothing else.
pub(super) fn paint() {
    let selection = gloo::utils::document().get_selection().ok().flatten();
    let range = selection.and_then(|it| it.get_range_at(0).ok());
    if let Some(range) = range {
        let _ = set(&range);
    }
}

/// Paints nothing any more.
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
