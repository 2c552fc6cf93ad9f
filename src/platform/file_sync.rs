//! The page's part of keeping a file on disk up to date: it asks the user for the file and for
//! permission.
//!
//! The worker writes the file and remembers its handle: see
//! [`file_sync_worker`](super::file_sync_worker).

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::{
    app::{FileSyncMsg, FileSyncTask, Msg, StorageMsg, SyncOutcome, SyncState, WorkerResult},
    id::ArticleId,
    strings,
};

use super::{
    file_sync_worker::{
        CHANGED, CHECK, FINE, NOT_ALLOWED, OVERWRITE, WRITE, WRITTEN, job, read_and_write,
    },
    untyped_js,
    worker::{WorkerEvent, ask_with},
};

/// The function of the browser that lets the user choose a file to write.
const CHOOSE: &str = "showSaveFilePicker";
/// How long the page gathers changes before it writes the file, in milliseconds.
const GATHERED_MILLIS: u32 = 4_000;

thread_local! {
    /// The article and the handle of the file that the user chose last, or of one that needs the
    /// user's permission again.
    static HANDLE: RefCell<Option<(ArticleId, JsValue)>> = const { RefCell::new(None) };
}

/// Returns whether this browser lets the user choose a file that the page may write.
pub(super) fn can_choose() -> bool {
    untyped_js::global(CHOOSE).is_ok_and(|it| it.is_function())
}

/// Performs a task for the file of an article, and sends the results to `on`.
///
/// `has_database` says whether the worker may open the database of handles.
pub(super) fn perform(
    article: ArticleId,
    task: FileSyncTask,
    has_database: bool,
    on: &Callback<Msg>,
) {
    let on = on.reform(|msg| Msg::Storage(StorageMsg::File(msg)));
    match task {
        FileSyncTask::Choose { name } => spawn_local(choose(article, name, on)),
        FileSyncTask::Ask => spawn_local(ask_permission(article, on)),
        FileSyncTask::Wait => {
            Timeout::new(GATHERED_MILLIS, move || on.emit(FileSyncMsg::WriteDue(article))).forget();
        }
        FileSyncTask::Check => send(article, vec![job(CHECK, has_database)], 0, &on),
        FileSyncTask::Write { snapshot, millis, changes, is_overwriting } => {
            let how = if is_overwriting { OVERWRITE } else { WRITE };
            let how = job(how, has_database);
            send(article, vec![how, snapshot, millis.to_string()], changes, &on);
        }
    }
}

async fn choose(article: ArticleId, name: String, on: Callback<FileSyncMsg>) {
    let offered = async {
        untyped_js::call_async(
            &js_sys::global(),
            CHOOSE,
            &[untyped_js::options(&[("suggestedName", &name)])?],
        )
        .await
    };
    // The user has cancelled the dialog, so nothing happens.
    let Ok(handle) = offered.await else { return };
    let name = untyped_js::member(&handle, "name").ok().and_then(|name| name.as_string());
    let name = name.unwrap_or_default();
    HANDLE.set(Some((article.clone(), handle)));
    on.emit(FileSyncMsg::Chosen { article, name });
}

async fn ask_permission(article: ArticleId, on: Callback<FileSyncMsg>) {
    let handle = HANDLE.with_borrow(Clone::clone);
    let Some((_, handle)) = handle.filter(|(other, _)| *other == article) else { return };
    let asked =
        async { untyped_js::call_async(&handle, "requestPermission", &[read_and_write()?]).await };
    if asked.await.is_ok_and(|answer| answer == "granted") {
        on.emit(FileSyncMsg::WriteDue(article));
    }
}

/// Lets the worker check the file, or write it. `texts` are the job's texts without the article,
/// and `changes` is the number of changes that the file will have.
fn send(article: ArticleId, mut texts: Vec<String>, changes: usize, on: &Callback<FileSyncMsg>) {
    let is_chosen = texts.first().is_some_and(|how| how.starts_with(OVERWRITE));
    let chosen = HANDLE.with_borrow_mut(|it| it.take_if(|(of, _)| is_chosen && *of == article));
    let handle = chosen.map_or(JsValue::UNDEFINED, |(_, handle)| handle);
    texts.insert(1, article.as_str().to_owned());
    let on = on.clone();
    let on_answer = Callback::from(move |reply: WorkerEvent| {
        let WorkerEvent::Done { answer, handle } = reply else { return };
        if handle.is_object() {
            HANDLE.set(Some((article.clone(), handle)));
        }
        on.emit(FileSyncMsg::Finished(article.clone(), outcome(answer, changes)));
    });
    ask_with(&texts, &handle, on_answer);
}

fn outcome(answer: Option<WorkerResult>, changes: usize) -> SyncOutcome {
    match answer.unwrap_or_else(|| Err(strings::NO_EXPORT.to_owned())) {
        Ok(done) if done == WRITTEN => SyncOutcome::Written(changes),
        Ok(done) if done == FINE => SyncOutcome::State(SyncState::UpToDate),
        Ok(done) if done == NOT_ALLOWED => SyncOutcome::State(SyncState::PermissionNeeded),
        Ok(done) if done == CHANGED => SyncOutcome::State(SyncState::ModifiedExternally),
        Ok(why) | Err(why) => SyncOutcome::State(SyncState::Failed(why)),
    }
}
