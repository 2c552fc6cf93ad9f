//! The worker that reads notes: a program of its own, loaded when the first note is shown.
//!
//! Reading Markdown takes as much code as a third of the page, and most starts need none of it.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use yew::Callback;

use crate::{
    app::view::markdown::{self, Node},
    ordered,
};

/// The function that the boot file has made, which starts the worker: only it may make addresses
/// of programs.
const START: &str = "claimlightReader";
/// What the worker says once it listens.
const READY: &str = "ready";

thread_local! {
    static READER: Rc<Reader> = Rc::default();
}

/// A note that is to be read, and who is told what it says.
type Asked = (String, Callback<Vec<Node>>);

/// The page's side of the worker.
#[derive(Default)]
struct Reader {
    worker: RefCell<Option<(Worker, EventListener)>>,
    is_ready: Cell<bool>,
    asked: RefCell<HashMap<u32, Asked>>,
    last: Cell<u32>,
}

/// Reads a note in Markdown; the answer comes later, or never where the worker cannot be started,
/// so the note should be shown as it is until then.
pub fn read_note(note: &str, on_read: Callback<Vec<Node>>) {
    READER.with(Rc::clone).ask(note.to_owned(), on_read);
}

impl Reader {
    fn ask(self: Rc<Self>, note: String, on_read: Callback<Vec<Node>>) {
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        if self.worker.borrow().is_none() {
            self.clone().start();
        }
        if self.is_ready.get() {
            self.post(number, &note);
        }
        self.asked.borrow_mut().insert(number, (note, on_read));
    }

    fn start(self: Rc<Self>) {
        let Some(worker) = start_worker() else { return };
        let reader = Rc::clone(&self);
        let listener = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                reader.hear(&event.data());
            }
        });
        self.worker.replace(Some((worker, listener)));
    }

    fn hear(&self, said: &JsValue) {
        if said.as_string().as_deref() == Some(READY) {
            self.is_ready.set(true);
            let asked = self.asked.borrow();
            let waiting = asked.iter().map(|(number, it)| (*number, it.0.clone()));
            // In the order in which they were asked, so that the last answer is to the last note.
            let waiting = ordered::by_key(waiting, |(number, _)| *number);
            drop(asked);
            for (number, note) in waiting {
                self.post(number, &note);
            }
            return;
        }
        let Some((number, written)) = pair(said) else { return };
        let Some((_, on_read)) = self.asked.borrow_mut().remove(&number) else { return };
        match markdown::wire::read(&written) {
            Ok(nodes) => on_read.emit(nodes),
            Err(misfit) => gloo::console::warn!(misfit.to_string()),
        }
    }

    fn post(&self, number: u32, note: &str) {
        if let Some((worker, _)) = self.worker.borrow().as_ref() {
            let message = Array::of2(&number.into(), &note.into());
            if worker.post_message(&message).is_err() {
                gloo::console::warn!("a note could not be handed to its reader");
            }
        }
    }
}

fn start_worker() -> Option<Worker> {
    let start: Function = Reflect::get(&js_sys::global(), &START.into()).ok()?.dyn_into().ok()?;
    let started = start.call0(&JsValue::NULL);
    started.inspect_err(|why| gloo::console::warn!("no reader of notes", why)).ok()?.dyn_into().ok()
}

/// A number and a text, as both sides send them.
fn pair(said: &JsValue) -> Option<(u32, String)> {
    let said: &Array = said.dyn_ref()?;
    let number = said.get(0).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was made of a u32"
    )]
    let number = number as u32;
    Some((number, said.get(1).as_string()?))
}

/// The worker's side: reads what it is handed, for as long as the page is there.
pub fn serve_notes() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let Some((number, note)) = said.as_ref().and_then(pair) else { return };
        let written = markdown::wire::write(&markdown::read(&note));
        let answer = Array::of2(&number.into(), &written.into());
        if answering.post_message(&answer).is_err() {
            gloo::console::warn!("a note that was read could not be handed back");
        }
    })
    .forget();
    if scope.post_message(&READY.into()).is_err() {
        gloo::console::warn!("the reader of notes could not say that it is ready");
    }
}
