//! The worker's part of keeping a file on disk up to date: it remembers the file's handle and
//! writes.
//!
//! It never overwrites a file that something else has changed since the last write, unless the user
//! asks for that. Only one tab writes at a time.

use std::{cell::RefCell, collections::BTreeMap};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::future_to_promise;
use web_sys::{DomException, IdbDatabase};

use crate::{
    app::{WorkerRequest, WorkerResult},
    strings,
};

use super::{
    indexed_db::{await_request, open_named},
    untyped_js,
};

/// The job that checks whether a file can be written.
pub(super) const CHECK: &str = "file-check";
/// The job that writes a file.
pub(super) const WRITE: &str = "file-write";
/// The job that writes a file whatever its content; the handle of a newly chosen file travels with
/// it.
pub(super) const OVERWRITE: &str = "file-overwrite";

/// The answer when the file can be written.
pub(super) const FINE: &str = "fine";
/// The answer when the file was written.
pub(super) const WRITTEN: &str = "written";
/// The answer when the browser wants the user's permission again; the handle travels with it.
pub(super) const NOT_ALLOWED: &str = "not-allowed";
/// The answer when something else has changed the file since the last write.
pub(super) const CHANGED: &str = "changed";

/// The name of the database of handles. Only the worker opens it, so that the page's database stays
/// as it is.
const DATABASE: &str = "claimlight-files";
/// Its only object store: for each article, the handle of the file and the time of its last change.
const FILES: &str = "files";
/// The name of the lock that the worker holds while it writes a file, so that tabs take turns.
const LOCK: &str = "claimlight-files";

/// The end of a job's name where the worker must not open the database of handles. In that case the
/// page has lost its connection to its database, and opening any database could destroy both (see
/// [`room`](super::room)).
const BY_MEMORY: &str = "-by-memory";

thread_local! {
    /// The handle of each file and the time of its last change, for files that this worker has
    /// used.
    static USED: RefCell<BTreeMap<String, (JsValue, JsValue)>> = RefCell::default();
}

/// Returns the name of a job as the page sends it.
pub(super) fn job(how: &str, has_database: bool) -> String {
    let end = if has_database { "" } else { BY_MEMORY };
    format!("{how}{end}")
}

/// A task for the file of an article.
pub(super) struct FileSyncJob {
    article: String,
    has_database: bool,
    is_overwriting: bool,
    /// The request that makes the file's text; `None` for a check.
    request: Option<WorkerRequest>,
}

impl FileSyncJob {
    /// Decodes a job from the texts that the page has sent; `None` where they are another kind of
    /// request.
    pub(super) fn decode(texts: &[String]) -> Option<Self> {
        let first = texts.first()?;
        let by_memory = first.strip_suffix(BY_MEMORY);
        let how = by_memory.unwrap_or(first);
        let (article, request) = match texts {
            [_, article] if how == CHECK => (article, None),
            [_, article, snapshot, millis] if how == WRITE || how == OVERWRITE => {
                let millis = millis.parse().ok()?;
                (article, Some(WorkerRequest::Export { snapshot: snapshot.clone(), millis }))
            }
            _ => return None,
        };
        let is_overwriting = how == OVERWRITE;
        let has_database = by_memory.is_none();
        Some(Self { article: article.clone(), has_database, is_overwriting, request })
    }

    /// Runs the job. A handle in the answer needs the user's permission.
    pub(super) async fn run(self, chosen: JsValue) -> (Option<WorkerResult>, JsValue) {
        match self.run_in_turn(chosen).await {
            Ok(said) => {
                let said: Array = said.unchecked_into();
                (said.get(0).as_string().map(Ok), said.get(1))
            }
            Err(error) => (Some(Err(why(&error))), JsValue::UNDEFINED),
        }
    }

    async fn run_in_turn(self, chosen: JsValue) -> Result<JsValue, JsValue> {
        let turn = Closure::once_into_js(move || {
            future_to_promise(async move {
                let (said, handle) = self.done(chosen).await?;
                Ok(Array::of2(&said.into(), &handle).into())
            })
        });
        untyped_js::call_async(
            &untyped_js::navigator_member("locks")?,
            "request",
            &[LOCK.into(), turn],
        )
        .await
    }

    async fn done(self, chosen: JsValue) -> Result<(&'static str, JsValue), JsValue> {
        let files =
            if self.has_database { Some(open_named(DATABASE, 1, &[FILES]).await?) } else { None };
        let outcome = self.done_with(files.as_ref(), chosen).await;
        if let Some(files) = files {
            files.close();
        }
        outcome
    }

    async fn done_with(
        self,
        files: Option<&IdbDatabase>,
        chosen: JsValue,
    ) -> Result<(&'static str, JsValue), JsValue> {
        if chosen.is_object() {
            store_handle(files, &self.article, &chosen, &JsValue::UNDEFINED).await?;
        }
        let (handle, known) = remembered(files, &self.article).await?;
        let asked =
            untyped_js::call_async(&handle, "queryPermission", &[read_and_write()?]).await?;
        if asked != "granted" {
            return Ok((NOT_ALLOWED, handle));
        }
        if !self.is_overwriting && !known.is_undefined() && changed_at(&handle).await? != known {
            return Ok((CHANGED, JsValue::UNDEFINED));
        }
        let Some(request) = self.request else { return Ok((FINE, JsValue::UNDEFINED)) };
        write(&handle, &request.run(&mut |_| {})?).await?;
        store_handle(files, &self.article, &handle, &changed_at(&handle).await?).await?;
        Ok((WRITTEN, JsValue::UNDEFINED))
    }
}

/// Returns the options that ask for permission to read and write.
pub(super) fn read_and_write() -> Result<JsValue, JsValue> {
    untyped_js::options(&[("mode", "readwrite")])
}

/// Writes a new file beside the old one, and replaces the old one when the new one is complete.
async fn write(handle: &JsValue, text: &str) -> Result<(), JsValue> {
    let file = untyped_js::call_async(handle, "createWritable", &[]).await?;
    if let Err(error) = untyped_js::call_async(&file, "write", &[text.into()]).await {
        // The old file is intact, whether aborting succeeds or not.
        let _ = untyped_js::call_async(&file, "abort", &[]).await;
        return Err(error);
    }
    untyped_js::call_async(&file, "close", &[]).await.map(drop)
}

/// Returns the time of a file's last change, in milliseconds since 1970.
async fn changed_at(handle: &JsValue) -> Result<JsValue, JsValue> {
    untyped_js::member(&untyped_js::call_async(handle, "getFile", &[]).await?, "lastModified")
}

async fn store_handle(
    files: Option<&IdbDatabase>,
    article: &str,
    handle: &JsValue,
    changed: &JsValue,
) -> Result<(), JsValue> {
    let used = (handle.clone(), changed.clone());
    USED.with_borrow_mut(|all| all.insert(article.to_owned(), used));
    let Some(files) = files else { return Ok(()) };
    let mode = web_sys::IdbTransactionMode::Readwrite;
    let store = files.transaction_with_str_and_mode(FILES, mode)?.object_store(FILES)?;
    let value = Array::of2(handle, changed);
    await_request(&store.put_with_key(&value, &article.into())?).await.map(drop)
}

async fn remembered(
    files: Option<&IdbDatabase>,
    article: &str,
) -> Result<(JsValue, JsValue), JsValue> {
    let Some(files) = files else {
        let used = USED.with_borrow(|all| all.get(article).cloned());
        return used.ok_or_else(|| JsValue::from_str(strings::FILE_FORGOTTEN));
    };
    let store = files.transaction_with_str(FILES)?.object_store(FILES)?;
    let value: Array = await_request(&store.get(&article.into())?).await?.dyn_into()?;
    let found = (value.get(0), value.get(1));
    USED.with_borrow_mut(|all| all.insert(article.to_owned(), found.clone()));
    Ok(found)
}

/// Returns a sentence for the user that says why a file could not be written.
fn why(error: &JsValue) -> String {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return error.as_string().unwrap_or_else(|| strings::FILE_FORGOTTEN.to_owned());
    };
    strings::no_file(&exception.name(), &exception.message())
}
