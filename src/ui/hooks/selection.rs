//! The listener for the selection in the article, and the memory that restores the selection after
//! rendering.
//!
//! The page reports a selection when the user has finished it. Changes of the selection by the
//! program itself are not reported. A long press selects a word on devices where the browser does
//! not.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::{
    app::{Msg, Snap},
    platform::{self, DomSelection},
};

/// How long a finger has to rest until the program selects a word, in milliseconds. Browsers that
/// select a word themselves take a little less.
const REST_MILLIS: u32 = 700;

/// The user's last selection, so that the page can restore it when rendering moves it.
#[derive(Clone, Debug, Default)]
pub struct SelectionMemory(Rc<Memory>);

#[derive(Debug, Default)]
struct Memory {
    ends: RefCell<Option<DomSelection>>,
    is_dragging: Cell<bool>,
    is_touch: Cell<bool>,
    /// Whether the user has pressed a key or a button since the last report. If not, rendering has
    /// removed a selection that is gone.
    user_acted: Cell<bool>,
    /// Whether the finger that is down has selected a word by a long press.
    is_long_press: Cell<bool>,
    /// The timer that selects a word when a finger rests on it.
    resting: RefCell<Option<Timeout>>,
}

impl PartialEq for SelectionMemory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

thread_local! {
    static MEMORY: SelectionMemory = SelectionMemory::default();
}

impl SelectionMemory {
    /// Returns the memory of the page's selection. A page has only one.
    pub fn of_page() -> Self {
        MEMORY.with(Clone::clone)
    }

    /// Returns whether the main mouse button or a finger is down, so that the selection may still
    /// change.
    pub fn is_dragging(&self) -> bool {
        self.0.is_dragging.get()
    }

    /// Returns whether the last press was by a finger or a pen.
    pub fn is_touch(&self) -> bool {
        self.0.is_touch.get()
    }

    /// Starts the timer of a long press if a finger is down in the article. When the timer ends,
    /// the callback gets the position, unless the browser has selected text itself.
    fn start_long_press(&self, event: &PointerEvent, on: &Callback<Msg>) {
        let (on, left, top) = (on.clone(), event.client_x(), event.client_y());
        let is_finger = self.is_touch() && is_in_article(event);
        let memory = self.clone();
        memory.0.is_long_press.set(false);
        self.0.resting.replace(is_finger.then(|| {
            Timeout::new(REST_MILLIS, move || {
                let place =
                    platform::place_at(left, top).filter(|_| platform::selected().is_none());
                if let Some(position) = place {
                    memory.0.is_long_press.set(true);
                    on.emit(Msg::WordLongPressed(position));
                }
            })
        }));
    }

    /// Restores the selection if rendering has moved it.
    fn put_back(&self) {
        if let Some(ends) = self.0.ends.borrow().as_ref() {
            platform::restore(ends);
        }
    }
}

/// Reports the text that the user selects in the article, when the button is up, and reports when
/// the selection is gone.
#[hook]
pub fn use_selection(on: &Callback<Msg>) {
    let memory = SelectionMemory::of_page();
    use_effect_with((on.clone(), memory), |(on, memory)| {
        let document = gloo::utils::document();
        let pressed = EventListener::new(&document, "pointerdown", {
            let (memory, on) = (memory.clone(), on.clone());
            move |event| {
                let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
                memory.0.user_acted.set(true);
                memory.0.is_dragging.set(event.button() == 0);
                memory.0.is_touch.set(event.pointer_type() != "mouse");
                memory.start_long_press(event, &on);
            }
        });
        let released = |name: &'static str| {
            let (on, memory) = (on.clone(), memory.clone());
            EventListener::new(&document, name, move |event| {
                memory.0.is_dragging.set(false);
                memory.0.resting.replace(None);
                let alt = event.dyn_ref::<PointerEvent>().is_some_and(|it| it.alt_key());
                if is_in_article(event) && platform::selected().is_some() {
                    // Forget the last selection, so that dragging over the same words again counts
                    // as a new selection.
                    memory.0.ends.replace(None);
                }
                emit_if_changed(&on, &memory, if alt { Snap::None } else { Snap::Words });
            })
        };
        // The page may have scrolled under the finger, so the end of a long press must not become
        // a click, which would select other words.
        let options = EventListenerOptions::enable_prevent_default();
        let lifted = EventListener::new_with_options(&document, "touchend", options, {
            let memory = memory.clone();
            move |event| {
                if memory.0.is_long_press.take() {
                    event.prevent_default();
                }
            }
        });
        let changed = EventListener::new(&document, "selectionchange", {
            let (on, memory) = (on.clone(), memory.clone());
            move |_| {
                if !memory.is_dragging() {
                    emit_if_changed(&on, &memory, Snap::Words);
                }
            }
        });
        let typed = {
            let memory = memory.clone();
            EventListener::new(&document, "keydown", move |_| memory.0.user_acted.set(true))
        };
        let released = (released("pointerup"), released("pointercancel"), lifted);
        let listeners = (typed, pressed, released, changed);
        move || drop(listeners)
    });
}

fn is_in_article(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("[data-article]").ok().flatten().is_some())
}

/// Restores the selection after every render in which `drawn` has changed.
#[hook]
pub fn use_kept_selection<T: PartialEq + 'static>(drawn: T) {
    let memory = SelectionMemory::of_page();
    use_effect_with(drawn, move |_| memory.put_back());
}

/// Reports the current selection if it differs from the last one that was reported.
fn emit_if_changed(on: &Callback<Msg>, memory: &SelectionMemory, edges: Snap) {
    let now = platform::selected();
    let ends = now.as_ref().map(|(_, ends)| ends.clone());
    if platform::is_programmatic(ends.as_ref()) {
        memory.0.user_acted.set(now.is_none());
        memory.0.ends.replace(ends);
        return;
    }
    if now.is_none() && !memory.0.user_acted.get() {
        memory.put_back();
        return;
    }
    let before = memory.0.ends.replace(ends.clone());
    if before == ends {
        return;
    }
    memory.0.user_acted.set(now.is_none());
    on.emit(match now {
        Some((span, _)) => Msg::TextSelected { span, edges },
        None => Msg::SelectionCleared,
    });
}
