//! The hook that says whether an element is near the viewport.
//!
//! Components use it to render only near the viewport. Before printing, everything counts as near.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::SelectionMemory;

/// The distance that counts as near: the height of one viewport above and below.
const MARGIN: &str = "100% 0px";
/// The elements that scroll by themselves. An element in one of them is observed there.
const SCROLLER: &str = "[data-scrolls]";

/// Returns whether an element is in the viewport or within the height of one of it. Returns
/// `at_first` until the browser has measured.
///
/// While the user drags, the answer does not change, because rendering under a pressed button would
/// move the selection.
#[hook]
pub fn use_in_viewport(node: &NodeRef, at_first: bool) -> bool {
    let is_near = use_state_eq(|| at_first);
    let memory = SelectionMemory::of_page();
    let setter = is_near.setter();
    use_effect_with(node.clone(), move |node| {
        let held = Rc::new(Cell::new(None));
        let released = ["pointerup", "pointercancel"].map(|name| {
            let (held, setter) = (Rc::clone(&held), setter.clone());
            EventListener::new(&gloo::utils::document(), name, move |_| {
                if let Some(near) = held.take() {
                    setter.set(near);
                }
            })
        });
        // Paper has no viewport, so a printed page needs everything.
        let printed = {
            let setter = setter.clone();
            EventListener::new(&gloo::utils::window(), "beforeprint", move |_| setter.set(true))
        };
        let observed = node.cast::<Element>().and_then(|element| {
            observe(&element, move |near| {
                if memory.is_dragging() {
                    held.set(Some(near));
                } else {
                    held.set(None);
                    setter.set(near);
                }
            })
        });
        move || drop((released, printed, observed))
    });
    *is_near
}

/// An intersection observer that stops when it is dropped.
struct Observed {
    observer: IntersectionObserver,
    _message: Rc<Closure<dyn FnMut(Array)>>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `tell` with whether an element is near the viewport, now and at every change.
fn observe(element: &Element, tell: impl Fn(bool) + 'static) -> Option<Observed> {
    let message = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = last {
            tell(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    if let Some(scroller) = element.closest(SCROLLER).ok().flatten() {
        options.set_root(Some(scroller.as_ref()));
    }
    let callback = message.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
    observer.observe(element);
    Some(Observed { observer, _message: Rc::new(message) })
}
