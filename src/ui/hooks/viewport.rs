//! Whether something is near the view.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::SelectionMemory;

/// How far around the view counts as near: one screen up and down.
const MARGIN: &str = "100% 0px";
/// What scrolls by itself, if something around does.
const SCROLLER: &str = "[data-scrolls]";

/// Whether an element is in view, or within a screen of it; `at_first` until that is known.
///
/// While the person drags, the answer stays as it was: drawing anew under a button that is down
/// would move what is being selected.
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
        // On paper there is no view to be near of.
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

/// An observer that ends when it is dropped.
struct Observed {
    observer: IntersectionObserver,
    _told: Rc<Closure<dyn FnMut(Array)>>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells whether an element is near the view now, and when that changes.
fn observe(element: &Element, tell: impl Fn(bool) + 'static) -> Option<Observed> {
    let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
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
    let callback = told.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
    observer.observe(element);
    Some(Observed { observer, _told: Rc::new(told) })
}
