//! The worker that reads notes and files and writes files: a program of its own, loaded once the
//! page can be worked on.
//!
//! What it does takes as much code as half of the page, and the first paint needs none of it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use yew::Callback;

use crate::app::{ArchiveRequest, WorkerRequest, WorkerResult};

use super::{file_decoder, file_sync_worker, library_export, untyped_js};

/// The function that the boot file has made, which starts the worker: only it may make addresses
/// of programs.
const START: &str = "claimlightReader";
/// What the worker says once it listens.
const READY: &str = "ready";
/// How long the page is left alone before the worker is loaded, in milliseconds: long enough for
/// the first paint, and soon enough that a page that goes offline has it.
const PAUSE_MILLIS: u32 = 400;

thread_local! {
    static READER: Rc<WorkerClient> = Rc::default();
}

/// A message to the worker, and who is told what came of it.
type PendingRequest = (Array, Callback<WorkerEvent>);

/// What the worker says to a message.
pub(super) enum WorkerEvent {
    /// Something, before the answer.
    Told(String),
    /// That it is done.
    Done {
        /// The answer; `None` where the worker cannot be had.
        answer: Option<WorkerResult>,
        /// The handle of a file that came along, or nothing.
        handle: JsValue,
    },
}

/// The page's side of the worker.
#[derive(Default)]
struct WorkerClient {
    worker: RefCell<Option<(Worker, [EventListener; 2])>>,
    is_ready: Cell<bool>,
    /// In the order in which they were asked.
    asked: RefCell<Vec<(u32, PendingRequest)>>,
    last: Cell<u32>,
}

/// Has an errand done; the answer comes later.
pub fn send_to_worker(request: WorkerRequest, on_answer: &Callback<Option<WorkerResult>>) {
    let on_answer = on_answer.clone();
    let on_reply = Callback::from(move |reply| {
        if let WorkerEvent::Done { answer, .. } = reply {
            on_answer.emit(answer);
        }
    });
    ask_with(&request.encode(), &JsValue::UNDEFINED, on_reply);
}

/// Has the worker do what these texts say with the handle of a file, or with none.
pub(super) fn ask_with(
    texts: &[String],
    handle: &JsValue,
    on_answer: Callback<WorkerEvent>,
) -> u32 {
    READER.with(Rc::clone).request(texts, handle, on_answer)
}

/// Stops what was asked for under that number: the worker is ended, and a new one does the rest.
pub(super) fn stop(number: u32) {
    READER.with(Rc::clone).stop(number);
}

/// Loads the worker in a moment, so that it is there when it is needed, online or not.
pub fn preload_worker() {
    Timeout::new(PAUSE_MILLIS, || READER.with(Rc::clone).start()).forget();
}

impl WorkerClient {
    fn request(
        self: Rc<Self>,
        texts: &[String],
        handle: &JsValue,
        on_answer: Callback<WorkerEvent>,
    ) -> u32 {
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        let message = message(number, texts, handle);
        if self.is_ready.get() {
            self.post(&message);
        }
        self.asked.borrow_mut().push((number, (message, on_answer)));
        self.start();
        number
    }

    fn stop(self: Rc<Self>, number: u32) {
        let before = self.asked.borrow().len();
        self.asked.borrow_mut().retain(|(other, _)| *other != number);
        if self.asked.borrow().len() == before {
            return;
        }
        self.is_ready.set(false);
        if let Some((worker, _)) = self.worker.take() {
            worker.terminate();
        }
        self.start();
    }

    /// Starts the worker where none is.
    fn start(self: Rc<Self>) {
        if self.worker.borrow().is_some() {
            return;
        }
        let Some(worker) = start_worker() else { return self.fail_all() };
        let reader = Rc::clone(&self);
        let heard = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                reader.hear(&event.data());
            }
        });
        let reader = Rc::clone(&self);
        let failed = EventListener::new(&worker, "error", move |_| reader.fail_all());
        self.worker.replace(Some((worker, [heard, failed])));
    }

    /// Tells everybody who waits that nothing comes; the next errand tries again.
    fn fail_all(&self) {
        self.is_ready.set(false);
        let worker = self.worker.take();
        // A listener must not be dropped while it runs.
        Timeout::new(0, move || drop(worker)).forget();
        for (_, (_, on_answer)) in self.asked.take() {
            on_answer.emit(WorkerEvent::Done { answer: None, handle: JsValue::UNDEFINED });
        }
    }

    fn hear(&self, said: &JsValue) {
        if said.as_string().as_deref() == Some(READY) {
            self.is_ready.set(true);
            // In their order, so that the last answer is to the last note.
            for (_, (message, _)) in self.asked.borrow().iter() {
                self.post(message);
            }
            return;
        }
        let Some((number, texts, handle)) = decode_message(said) else { return };
        let mut asked = self.asked.borrow_mut();
        let Some(at) = asked.iter().position(|(other, _)| *other == number) else { return };
        if let [told] = texts.as_slice() {
            let on_reply = asked.get(at).map(|(_, (_, on_reply))| on_reply.clone());
            drop(asked);
            if let Some(on_reply) = on_reply {
                on_reply.emit(WorkerEvent::Told(told.clone()));
            }
            return;
        }
        let (_, (_, on_answer)) = asked.remove(at);
        drop(asked);
        let answer = match <[String; 2]>::try_from(texts) {
            Ok([done, why_not]) if why_not.is_empty() => Some(Ok(done)),
            Ok([_, why_not]) => Some(Err(why_not)),
            Err(_) => None,
        };
        on_answer.emit(WorkerEvent::Done { answer, handle });
    }

    fn post(&self, message: &Array) {
        if let Some((worker, _)) = self.worker.borrow().as_ref()
            && worker.post_message(message).is_err()
        {
            gloo::console::warn!("an errand could not be handed to the worker");
        }
    }
}

fn start_worker() -> Option<Worker> {
    let started = untyped_js::call(&js_sys::global(), START, &[]);
    started.inspect_err(|why| gloo::console::warn!("no worker", why)).ok()?.dyn_into().ok()
}

/// A number, the handle of a file or nothing, and texts, as both sides send them.
fn message(number: u32, texts: &[String], handle: &JsValue) -> Array {
    let mut message = Array::of2(&number.into(), handle);
    message.extend(texts.iter().map(JsValue::from));
    message
}

/// What [`email`] made.
fn decode_message(said: &JsValue) -> Option<(u32, Vec<String>, JsValue)> {
    let said: &Array = said.dyn_ref()?;
    let number = said.get(0).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was made of a u32"
    )]
    let number = number as u32;
    let texts = (2..said.length()).map(|at| said.get(at).as_string());
    Some((number, texts.collect::<Option<_>>()?, said.get(1)))
}

/// The worker's side: does what it is asked for, for as long as the page is there.
pub fn run_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let Some((number, texts, handle)) = said.as_ref().and_then(decode_message) else { return };
        let answering = answering.clone();
        spawn_local(async move {
            let mut tell = |told: String| {
                // What comes to nobody is missed by nobody: the answer follows.
                let _ = answering.post_message(&message(number, &[told], &JsValue::UNDEFINED));
            };
            let (answer, handle) = if let Some(job) = file_sync_worker::FileSyncJob::decode(&texts)
            {
                job.run(handle).await
            } else if let Some(archive) = ArchiveRequest::decode(&texts) {
                library_export::write(&archive)
            } else {
                (run(texts, handle, &mut tell).await, JsValue::UNDEFINED)
            };
            let texts = match answer {
                Some(Ok(done)) => vec![done, String::new()],
                Some(Err(why_not)) => vec![String::new(), why_not],
                None => Vec::new(),
            };
            if answering.post_message(&message(number, &texts, &handle)).is_err() {
                gloo::console::warn!("what the worker did could not be handed back");
            }
        });
    })
    .forget();
    if scope.post_message(&READY.into()).is_err() {
        gloo::console::warn!("the worker could not say that it is ready");
    }
}

/// Does an errand, or reads a file.
async fn run(
    texts: Vec<String>,
    handle: JsValue,
    tell: &mut dyn FnMut(String),
) -> Option<WorkerResult> {
    match file_decoder::DecodeJob::decode(&texts) {
        Some(job) => Some(job.run(handle, tell).await),
        None => WorkerRequest::decode(texts).map(|request| request.run(tell)),
    }
}
