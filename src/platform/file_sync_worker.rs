//! The file on disk that is kept up to date: the worker's part, which is to remember the handle and
//! to write.

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

/// Asks whether a file can be written.
pub(super) const CHECK: &str = "file-check";
/// Writes a file.
pub(super) const WRITE: &str = "file-write";
/// Writes a file whatever is in it; one that was just chosen, where its handle comes along.
pub(super) const OVERWRITE: &str = "file-overwrite";

/// The file can be written.
pub(super) const FINE: &str = "fine";
/// The file was written.
pub(super) const WRITTEN: &str = "written";
/// The browser wants to be asked again; the handle comes along.
pub(super) const NOT_ALLOWED: &str = "not-allowed";
/// Something else has written the file since.
pub(super) const CHANGED: &str = "changed";

/// The database of handles; only the worker opens it, so that the page's own stays as it is.
const DATABASE: &str = "claimlight-files";
/// Its one store: the handle of each article's file, and when that was changed last.
const FILES: &str = "files";
/// Held while a file is written, so that two tabs take turns.
const LOCK: &str = "claimlight-files";

/// What a job's name ends with where the database of handles must not be opened: the page has lost
/// its own connection, so opening another could destroy both (see [`room`](super::room)).
const BY_MEMORY: &str = "-by-memory";

thread_local! {
    /// The handle of each file and when it was changed last, as far as this worker has used it.
    static USED: RefCell<BTreeMap<String, (JsValue, JsValue)>> = RefCell::default();
}

/// The name of a job, as the page sends it.
pub(super) fn job(how: &str, has_database: bool) -> String {
    let end = if has_database { "" } else { BY_MEMORY };
    format!("{how}{end}")
}

/// What is to be done with the file of an article.
pub(super) struct FileSyncJob {
    article: String,
    has_database: bool,
    is_overwriting: bool,
    /// What writes the file's text; `None` where it is only looked at.
    request: Option<WorkerRequest>,
}

impl FileSyncJob {
    /// What these texts ask for; `None` where it has nothing to do with a file on disk.
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

    /// Does it; a handle that comes back needs the person's permission.
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

/// What a permission to read and write is asked for with.
pub(super) fn read_and_write() -> Result<JsValue, JsValue> {
    untyped_js::options(&[("mode", "readwrite")])
}

/// Writes a file beside the old one, and puts it in its place once it is whole.
async fn write(handle: &JsValue, text: &str) -> Result<(), JsValue> {
    let file = untyped_js::call_async(handle, "createWritable", &[]).await?;
    if let Err(error) = untyped_js::call_async(&file, "write", &[text.into()]).await {
        // What comes of that changes nothing: the old file is as it was.
        let _ = untyped_js::call_async(&file, "abort", &[]).await;
        return Err(error);
    }
    untyped_js::call_async(&file, "close", &[]).await.map(drop)
}

/// When a file was changed last.
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

/// Why a file could not be written.
fn why(error: &JsValue) -> String {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return error.as_string().unwrap_or_else(|| strings::FILE_FORGOTTEN.to_owned());
    };
    strings::no_file(&exception.name(), &exception.message())
}
