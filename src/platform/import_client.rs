//! The page's part of importing: it holds the files that the user chose, and asks the worker to
//! read texts and files.
//!
//! The core refers to a file by its number, so no browser object gets into the model.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{File, FileList};
use yew::Callback;

use crate::{
    app::{FileHandle, ImportMsg, Msg, ReadSource, ReadTask, WorkerRequest},
    import::{ImportRequest, ReadMode},
};

use super::{
    file_decoder,
    worker::{self, WorkerEvent},
};

thread_local! {
    /// The files that the user has chosen or dropped; a file's number is its position plus 1.
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
    /// The numbers of the running tasks, each with the number of its worker request.
    static TASKS: RefCell<Vec<(u32, u32)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps files that the user has chosen or dropped, and returns the message that names them.
pub fn take_files(list: &FileList) -> ImportMsg {
    let files = (0..list.length()).filter_map(|at| list.get(at));
    ImportMsg::FilesTaken(files.map(take_file).collect())
}

fn take_file(file: File) -> FileHandle {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole")]
    let bytes = file.size() as u64;
    let name = file.name();
    let number = FILES.with_borrow_mut(|files| {
        files.push(file);
        files.len()
    });
    FileHandle { number: u32::try_from(number).unwrap_or(u32::MAX), name, bytes }
}

/// Returns the file that [`take_files`] gave this number.
fn taken(number: u32) -> Option<File> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    FILES.with_borrow(|files| files.get(at).cloned())
}

/// Asks the worker to read a text or a file; progress and the result go to `on`.
pub(super) fn read(task: ReadTask, on: &Callback<Msg>) {
    let ReadTask { number, source, how, context } = task;
    let on_reply = on.reform(move |reply: WorkerEvent| {
        Msg::Import(match reply {
            WorkerEvent::Progress(said) => ImportMsg::Progressed { number, said },
            WorkerEvent::Done { answer, .. } => {
                TASKS.with_borrow_mut(|tasks| tasks.retain(|(task, _)| *task != number));
                ImportMsg::Read { number, answer }
            }
        })
    });
    let (texts, file) = match source {
        ReadSource::Text { text, is_html } => {
            let given = ImportRequest { name: None, text, is_html, how };
            (WorkerRequest::Read { given, context }.encode(), JsValue::UNDEFINED)
        }
        ReadSource::File { file, encoding } => {
            let is_plain = how == ReadMode::Plain;
            let texts =
                file_decoder::DecodeJob { name: file.name, encoding, is_plain, context }.encode();
            (texts, taken(file.number).map_or(JsValue::UNDEFINED, JsValue::from))
        }
    };
    let asked = worker::ask_with(&texts, &file, on_reply);
    TASKS.with_borrow_mut(|tasks| tasks.push((number, asked)));
}

/// Stops a task; no answer follows.
pub(super) fn stop(number: u32) {
    let found = TASKS.with_borrow_mut(|tasks| {
        let at = tasks.iter().position(|(task, _)| *task == number)?;
        Some(tasks.remove(at).1)
    });
    if let Some(asked) = found {
        worker::stop(asked);
    }
}
