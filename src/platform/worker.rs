//! The worker: a second program that renders notes, reads imported texts and files, and writes
//! files.
//!
//! Its code is half as large as the page's, and the first paint needs none of it. So the page loads
//! it only once the user can work. Each request has a number and gets one result, unless the page
//! stops it; progress messages may come before the result.

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

/// The function of the boot file that starts the worker. Only the boot file may make the address of
/// a script.
const START: &str = "claimlightReader";
/// The message with which the worker announces that it listens.
const READY: &str = "ready";
/// How long the page waits before it loads the worker, in milliseconds: long enough for the first
/// paint, and short enough that a page that goes offline soon has the worker.
const PAUSE_MILLIS: u32 = 400;

thread_local! {
    static CLIENT: Rc<WorkerClient> = Rc::default();
}

/// A message to the worker, and the callback for its answers.
type PendingRequest = (Array, Callback<WorkerEvent>);

/// An answer of the worker.
pub(super) enum WorkerEvent {
    /// A progress message, before the result.
    Progress(String),
    /// The result; no further answer follows.
    Done {
        /// The result of the request; `None` where the worker is not available.
        answer: Option<WorkerResult>,
        /// A file or its handle that the worker has sent along, or `undefined`.
        handle: JsValue,
    },
}

/// The page's side of the worker.
#[derive(Default)]
struct WorkerClient {
    worker: RefCell<Option<(Worker, [EventListener; 2])>>,
    is_ready: Cell<bool>,
    /// The requests without a result, in the order of their numbers.
    asked: RefCell<Vec<(u32, PendingRequest)>>,
    last: Cell<u32>,
}

/// Sends a request to the worker; `on_answer` gets the result, or `None` where the worker is not
/// available.
pub fn send_to_worker(request: WorkerRequest, on_answer: &Callback<Option<WorkerResult>>) {
    let on_answer = on_answer.clone();
    let on_reply = Callback::from(move |reply| {
        if let WorkerEvent::Done { answer, .. } = reply {
            on_answer.emit(answer);
        }
    });
    ask_with(&request.encode(), &JsValue::UNDEFINED, on_reply);
}

/// Sends texts to the worker, with a file, its handle or `undefined`. Returns the number of the
/// request.
pub(super) fn ask_with(
    texts: &[String],
    handle: &JsValue,
    on_answer: Callback<WorkerEvent>,
) -> u32 {
    CLIENT.with(Rc::clone).request(texts, handle, on_answer)
}

/// Stops the request of this number: ends the worker, and lets a new one handle the remaining
/// requests.
pub(super) fn stop(number: u32) {
    CLIENT.with(Rc::clone).stop(number);
}

/// Loads the worker soon, so that it is available when the user needs it, online or offline.
pub fn preload_worker() {
    Timeout::new(PAUSE_MILLIS, || CLIENT.with(Rc::clone).start()).forget();
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

    /// Starts the worker, unless it runs already.
    fn start(self: Rc<Self>) {
        if self.worker.borrow().is_some() {
            return;
        }
        let Some(worker) = start_worker() else { return self.fail_all() };
        let reader = Rc::clone(&self);
        let received = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                reader.hear(&event.data());
            }
        });
        let reader = Rc::clone(&self);
        let failed = EventListener::new(&worker, "error", move |_| reader.fail_all());
        self.worker.replace(Some((worker, [received, failed])));
    }

    /// Answers all requests with `None`; the next request tries to start the worker again.
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
            // The worker gets the requests in order, so the newest note gets the last answer.
            for (_, (message, _)) in self.asked.borrow().iter() {
                self.post(message);
            }
            return;
        }
        let Some((number, texts, handle)) = decode_message(said) else { return };
        let mut asked = self.asked.borrow_mut();
        let Some(at) = asked.iter().position(|(other, _)| *other == number) else { return };
        if let [sentence] = texts.as_slice() {
            let on_reply = asked.get(at).map(|(_, (_, on_reply))| on_reply.clone());
            drop(asked);
            if let Some(on_reply) = on_reply {
                on_reply.emit(WorkerEvent::Progress(sentence.clone()));
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
            gloo::console::warn!("a request could not be sent to the worker");
        }
    }
}

fn start_worker() -> Option<Worker> {
    let started = untyped_js::call(&js_sys::global(), START, &[]);
    started.inspect_err(|why| gloo::console::warn!("no worker", why)).ok()?.dyn_into().ok()
}

/// Builds the message that both sides send: a number, a file, its handle or `undefined`, and texts.
fn message(number: u32, texts: &[String], handle: &JsValue) -> Array {
    let mut message = Array::of2(&number.into(), handle);
    message.extend(texts.iter().map(JsValue::from));
    message
}

/// Splits a message that [`message`] built; `None` for anything else.
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

/// Runs the worker's side: handles requests as long as the page is open.
pub fn run_worker() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let said = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let Some((number, texts, handle)) = said.as_ref().and_then(decode_message) else { return };
        let answering = answering.clone();
        spawn_local(async move {
            let mut tell = |sentence: String| {
                // A lost progress message does no harm, because the result follows.
                let _ = answering.post_message(&message(number, &[sentence], &JsValue::UNDEFINED));
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
                gloo::console::warn!("the worker could not send its answer");
            }
        });
    })
    .forget();
    if scope.post_message(&READY.into()).is_err() {
        gloo::console::warn!("the worker could not say that it is ready");
    }
}

/// Runs a worker request, or reads a file.
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
