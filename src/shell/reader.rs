//! The worker that reads notes and files and writes files: a program of its own, loaded once the
//! page can be worked on.
//!
//! What it does takes as much code as half of the page, and the first paint needs none of it.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use yew::Callback;

use crate::{
    app::{Answer, Errand},
    ordered,
};

/// The function that the boot file has made, which starts the worker: only it may make addresses
/// of programs.
const START: &str = "claimlightReader";
/// What the worker says once it listens.
const READY: &str = "ready";
/// How long the page is left alone before the worker is loaded, in milliseconds: long enough for
/// the first paint, and soon enough that a page that goes offline has it.
const PAUSE_MILLIS: u32 = 400;

thread_local! {
    static READER: Rc<Reader> = Rc::default();
}

/// An errand, and who is told what came of it; `None` where the worker cannot be had.
type Asked = (Vec<String>, Callback<Option<Answer>>);

/// The page's side of the worker.
#[derive(Default)]
struct Reader {
    worker: RefCell<Option<(Worker, [EventListener; 2])>>,
    is_ready: Cell<bool>,
    asked: RefCell<HashMap<u32, Asked>>,
    last: Cell<u32>,
}

/// Has an errand done; the answer comes later.
pub fn ask(errand: Errand, on_answer: Callback<Option<Answer>>) {
    READER.with(Rc::clone).ask(errand.into_texts(), on_answer);
}

/// Loads the worker in a moment, so that it is there when it is needed, online or not.
pub fn load_reader_soon() {
    Timeout::new(PAUSE_MILLIS, || READER.with(Rc::clone).start()).forget();
}

impl Reader {
    fn ask(self: Rc<Self>, errand: Vec<String>, on_answer: Callback<Option<Answer>>) {
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        if self.is_ready.get() {
            self.post(number, &errand);
        }
        self.asked.borrow_mut().insert(number, (errand, on_answer));
        self.start();
    }

    /// Starts the worker where none is.
    fn start(self: Rc<Self>) {
        if self.worker.borrow().is_some() {
            return;
        }
        let Some(worker) = start_worker() else { return self.give_up() };
        let reader = Rc::clone(&self);
        let heard = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                reader.hear(&event.data());
            }
        });
        let reader = Rc::clone(&self);
        let failed = EventListener::new(&worker, "error", move |_| reader.give_up());
        self.worker.replace(Some((worker, [heard, failed])));
    }

    /// Tells everybody who waits that nothing comes; the next errand tries again.
    fn give_up(&self) {
        self.is_ready.set(false);
        let worker = self.worker.take();
        // A listener must not be dropped while it runs.
        Timeout::new(0, move || drop(worker)).forget();
        for (_, (_, on_answer)) in in_order(self.asked.take()) {
            on_answer.emit(None);
        }
    }

    fn hear(&self, said: &JsValue) {
        if said.as_string().as_deref() == Some(READY) {
            self.is_ready.set(true);
            // In the order in which they were asked, so that the last answer is to the last note.
            for (number, (errand, _)) in in_order(self.asked.borrow().clone()) {
                self.post(number, &errand);
            }
            return;
        }
        let Some((number, texts)) = numbered(said) else { return };
        let Some((_, on_answer)) = self.asked.borrow_mut().remove(&number) else { return };
        on_answer.emit(match <[String; 2]>::try_from(texts) {
            Ok([done, why_not]) if why_not.is_empty() => Some(Ok(done)),
            Ok([_, why_not]) => Some(Err(why_not)),
            Err(_) => None,
        });
    }

    fn post(&self, number: u32, errand: &[String]) {
        if let Some((worker, _)) = self.worker.borrow().as_ref() {
            let message = message(number, errand);
            if worker.post_message(&message).is_err() {
                gloo::console::warn!("an errand could not be handed to the worker");
            }
        }
    }
}

fn in_order(asked: HashMap<u32, Asked>) -> Vec<(u32, Asked)> {
    ordered::by_key(asked, |(number, _)| *number)
}

fn start_worker() -> Option<Worker> {
    let start: Function = Reflect::get(&js_sys::global(), &START.into()).ok()?.dyn_into().ok()?;
    let started = start.call0(&JsValue::NULL);
    started.inspect_err(|why| gloo::console::warn!("no worker", why)).ok()?.dyn_into().ok()
}

/// A number and texts, as both sides send them.
fn message(number: u32, texts: &[String]) -> Array {
    let mut message = Array::of1(&number.into());
    message.extend(texts.iter().map(JsValue::from));
    message
}

/// What [`message`] made.
fn numbered(said: &JsValue) -> Option<(u32, Vec<String>)> {
    let said: &Array = said.dyn_ref()?;
    let number = said.get(0).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was made of a u32"
    )]
    let number = number as u32;
    let texts = (1..said.length()).map(|at| said.get(at).as_string());
    Some((number, texts.collect::<Option<_>>()?))
}

/// The worker's side: does what it is asked for, for as long as the page is there.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let Some((number, texts)) = said.as_ref().and_then(numbered) else { return };
        let texts = match Errand::from_texts(texts).map(Errand::run) {
            Some(Ok(done)) => vec![done, String::new()],
            Some(Err(why_not)) => vec![String::new(), why_not],
            None => Vec::new(),
        };
        if answering.post_message(&message(number, &texts)).is_err() {
            gloo::console::warn!("what the worker did could not be handed back");
        }
    })
    .forget();
    if scope.post_message(&READY.into()).is_err() {
        gloo::console::warn!("the worker could not say that it is ready");
    }
}
