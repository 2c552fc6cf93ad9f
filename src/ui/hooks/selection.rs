//! The selection.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::{
    app::{Msg, Snap},
    platform::{self, DomSelection},
};

/// How long a finger rests until a word is selected, in milliseconds: a little longer than
/// browsers take that do so themselves.
const REST_MILLIS: u32 = 700;

/// Where the selection was when the person last changed it, so that it can be put back when
/// drawing moves it.
#[derive(Clone, Debug, Default)]
pub struct SelectionMemory(Rc<Memory>);

#[derive(Debug, Default)]
struct Memory {
    ends: RefCell<Option<DomSelection>>,
    is_dragging: Cell<bool>,
    is_touch: Cell<bool>,
    /// Whether the person has pressed anything since the selection was told last; if not, a
    /// selection that is gone was taken by drawing.
    user_acted: Cell<bool>,
    /// What selects a word when a finger rests on it.
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
    /// What is known of the page's selection, of which there is one.
    pub fn of_page() -> Self {
        MEMORY.with(Clone::clone)
    }

    /// Whether a button is down, or a finger: what is selected may still change.
    pub fn is_dragging(&self) -> bool {
        self.0.is_dragging.get()
    }

    /// Whether the last press was by a finger or a pen.
    pub fn is_touch(&self) -> bool {
        self.0.is_touch.get()
    }

    /// Waits whether a finger rests in the article: a word is selected then, where the browser has
    /// not selected one itself.
    fn start_long_press(&self, event: &PointerEvent, on: &Callback<Msg>) {
        let (on, left, top) = (on.clone(), event.client_x(), event.client_y());
        let is_finger = self.is_touch() && is_in_article(event);
        self.0.resting.replace(is_finger.then(|| {
            Timeout::new(REST_MILLIS, move || {
                let place =
                    platform::place_at(left, top).filter(|_| platform::selected().is_none());
                if let Some(position) = place {
                    on.emit(Msg::WordLongPressed(position));
                }
            })
        }));
    }

    /// Puts the selection back where it was, if drawing has moved it.
    fn put_back(&self) {
        if let Some(ends) = self.0.ends.borrow().as_ref() {
            platform::restore(ends);
        }
    }
}

/// Tells of text that is selected in the article, once the button is up, and of none any more.
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
                    // The same words may be dragged over again.
                    memory.0.ends.replace(None);
                }
                emit_if_changed(&on, &memory, if alt { Snap::None } else { Snap::Words });
            })
        };
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
        let listeners = (typed, pressed, released("pointerup"), released("pointercancel"), changed);
        move || drop(listeners)
    });
}

fn is_in_article(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("[data-article]").ok().flatten().is_some())
}

/// Keeps the selection where it is while a component draws: `drawn` is what it draws.
#[hook]
pub fn use_kept_selection<T: PartialEq + 'static>(drawn: T) {
    let memory = SelectionMemory::of_page();
    use_effect_with(drawn, move |_| memory.put_back());
}

/// Tells of the selection as it is now, if it is another than was told last.
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
