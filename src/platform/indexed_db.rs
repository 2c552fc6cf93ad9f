//! The database (`IndexedDB`), whose content survives a crash once a transaction is complete.
//!
//! It holds the records and the journal. All writes of a batch go into one strict transaction,
//! which is complete only when the disk has the data. Each opening of the database begins with a
//! new log.

use std::collections::{BTreeMap, BTreeSet};

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::storage::{
    Batch, Commit, OpenJournalEntry, SaveError, WriteError, commit, identity_key, keys_to_read,
};

use super::untyped_js;

/// The name of the database.
const NAME: &str = "claimlight";
/// The version of the database's layout.
const VERSION: u32 = 2;
/// The object store of the records: the same keys and values as in local storage.
const RECORDS: &str = "records";
/// The object store of the journal: entries by name. An entry never changes after the next one has
/// begun.
const JOURNAL: &str = "journal";

/// How many entries the journal may have before the oldest are deleted, and how many then remain.
/// Both are far above the number that is read, so that no open tab misses an entry.
const MOST_ENTRIES: u32 = 6_000;
const KEPT_ENTRIES: u32 = 5_000;

/// The name of a database that is created and deleted again, so that the browser begins a new log.
const SPARE: &str = "claimlight-spare";
const SPARE_STORE: &str = "spare";

/// The result of a transaction.
pub(super) struct Written {
    /// The records and the journal entries that it wrote.
    pub commit: Commit,
    /// The identity of the database after it; `None` where it has none.
    pub identity: Option<String>,
}

/// Opens the database, creates it if necessary, and begins a new log.
///
/// The disk must have room: see [`room`](super::room). The function calls `on_closed` when the
/// browser closes the connection or another tab wants it closed.
pub(super) async fn open(on_closed: impl Fn() + Clone + 'static) -> Result<IdbDatabase, JsValue> {
    let database = open_named(NAME, VERSION, &[RECORDS, JOURNAL]).await?;
    if let Err(why) = start_new_log().await {
        database.close();
        return Err(why);
    }
    let sentence = on_closed.clone();
    gloo::events::EventListener::once(&database, "close", move |_| sentence()).forget();
    let sentence = on_closed;
    gloo::events::EventListener::once(&database, "versionchange", move |_| sentence()).forget();
    Ok(database)
}

/// Makes the browser begin a new log for all databases of this page.
///
/// Chromium appends to an existing log even behind a record that a full disk or a power cut has
/// torn. When it reads that log again, it throws everything away (`google/leveldb` issue 1287).
/// Deleting a database makes it write the content of the log to a table and begin a new log.
async fn start_new_log() -> Result<(), JsValue> {
    open_named(SPARE, 1, &[SPARE_STORE]).await?.close();
    await_request(&factory()?.delete_database(SPARE)?.unchecked_into()).await.map(drop)
}

fn factory() -> Result<IdbFactory, JsValue> {
    let factory = untyped_js::global("indexedDB")?.dyn_into();
    factory.map_err(|_| JsValue::from_str("this browser has no database"))
}

/// Opens a database with these object stores, and creates those that do not exist.
pub(super) async fn open_named(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
) -> Result<IdbDatabase, JsValue> {
    let request = factory()?.open_with_u32(name, version)?;
    let upgraded = {
        let request = request.clone();
        move || {
            let database: IdbDatabase = request.result()?.unchecked_into();
            let present = database.object_store_names();
            for name in stores.iter().filter(|name| !present.contains(name)) {
                database.create_object_store(name)?;
            }
            Ok::<_, JsValue>(())
        }
    };
    let listener = gloo::events::EventListener::once(&request, "upgradeneeded", move |_| {
        if upgraded().is_err() {
            gloo::console::error!("the database could not be set up");
        }
    });
    let database: IdbDatabase = await_request(&request).await?.unchecked_into();
    drop(listener);
    close_on_version_change(&database);
    Ok(database)
}

/// Closes the connection when another tab wants to change the database's layout; the next use opens
/// it again.
fn close_on_version_change(database: &IdbDatabase) {
    let closing = database.clone();
    gloo::events::EventListener::once(database, "versionchange", move |_| closing.close()).forget();
}

/// Returns all keys and values of the records.
pub(super) async fn read(database: &IdbDatabase) -> Result<BTreeMap<String, String>, JsValue> {
    let transaction = database.transaction_with_str(RECORDS)?;
    let store = transaction.object_store(RECORDS)?;
    let (keys, values) = (store.get_all_keys()?, store.get_all()?);
    let keys: Array = await_request(&keys).await?.unchecked_into();
    let values: Array = await_request(&values).await?.unchecked_into();
    let mut found = BTreeMap::new();
    for (key, value) in keys.iter().zip(values.iter()) {
        if let Some((key, value)) = key.as_string().zip(value.as_string()) {
            found.insert(key, value);
        }
    }
    Ok(found)
}

/// Returns the identity of the database: the value of its identity record, or `None` where it has
/// none.
pub(super) async fn identity(database: &IdbDatabase) -> Result<Option<String>, JsValue> {
    let store = database.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
    let key = identity_key().to_string();
    Ok(await_request(&store.get(&JsValue::from_str(&key))?).await?.as_string())
}

/// Writes batches in one transaction, merged with the stored values, and waits until the disk has
/// them.
///
/// # Errors
/// When the database has another identity than `expected`, or the browser fails; then nothing is
/// written.
pub(super) async fn write(
    database: &IdbDatabase,
    batches: &[Batch],
    expected: Option<&str>,
    last: &mut OpenJournalEntry,
) -> Result<Written, WriteError> {
    let failed = |error: JsValue| WriteError::Failed(to_save_error(&error));
    let transaction = strict_transaction(database).map_err(failed)?;
    let done = await_transaction(&transaction);
    let found = values(&transaction, keys_to_read(batches)).await.map_err(failed)?;
    let identity_key = identity_key().to_string();
    let identity = found.get(&identity_key);
    if expected.is_some_and(|expected| identity.is_none_or(|it| it != expected)) {
        // Aborting fails only where the transaction has already ended, and then it wrote nothing.
        let _ = transaction.abort();
        return Err(WriteError::Emptied);
    }
    let commit = commit(batches, &found, last);
    put_all(&transaction, &commit).map_err(failed)?;
    match JsFuture::from(done).await {
        Ok(_) => {
            let identity = commit.records.get(&identity_key).or(identity).cloned();
            Ok(Written { commit, identity })
        }
        Err(event) => Err(failed(transaction.error().map_or(event, JsValue::from))),
    }
}

/// Returns the values of those keys that have one.
async fn values(
    transaction: &IdbTransaction,
    keys: BTreeSet<String>,
) -> Result<BTreeMap<String, String>, JsValue> {
    let store = transaction.object_store(RECORDS)?;
    let mut asked = Vec::with_capacity(keys.len());
    for key in keys {
        asked.push((store.get(&JsValue::from_str(&key))?, key));
    }
    // A transaction answers its requests in order, so the last answer comes after all others.
    if let Some((last, _)) = asked.last() {
        await_request(last).await?;
    }
    let mut found = BTreeMap::new();
    for (request, key) in asked {
        found.extend(request.result()?.as_string().map(|value| (key, value)));
    }
    Ok(found)
}

fn put_all(transaction: &IdbTransaction, commit: &Commit) -> Result<(), JsValue> {
    put(&transaction.object_store(RECORDS)?, &commit.records)?;
    put(&transaction.object_store(JOURNAL)?, &commit.journal)
}

fn put(store: &IdbObjectStore, values: &BTreeMap<String, String>) -> Result<(), JsValue> {
    for (key, value) in values {
        store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
    }
    Ok(())
}

/// Returns the newest `count` entries of the journal with their names, the oldest first.
///
/// If the journal has grown too long, the function also deletes its oldest entries, which nothing
/// reads any more.
pub(super) async fn entries(
    database: &IdbDatabase,
    count: usize,
) -> Result<Vec<(String, String)>, JsValue> {
    let transaction = database.transaction_with_str(JOURNAL)?;
    let store = transaction.object_store(JOURNAL)?;
    let names: Array = await_request(&store.get_all_keys()?).await?.unchecked_into();
    let skipped = names.length().saturating_sub(u32::try_from(count).unwrap_or(u32::MAX));
    if names.length() == 0 {
        return Ok(Vec::new());
    }
    if names.length() > MOST_ENTRIES {
        let first = names.get(names.length() - KEPT_ENTRIES);
        let range = IdbKeyRange::upper_bound_with_open(&first, true)?;
        let pruning =
            database.transaction_with_str_and_mode(JOURNAL, IdbTransactionMode::Readwrite)?;
        pruning.object_store(JOURNAL)?.delete(&range)?;
    }
    let range = IdbKeyRange::lower_bound(&names.get(skipped))?;
    let values: Array = await_request(&store.get_all_with_key(&range)?).await?.unchecked_into();
    let names = names.iter().skip(skipped as usize);
    Ok(names.zip(values.iter()).filter_map(|(n, v)| n.as_string().zip(v.as_string())).collect())
}

/// Begins a transaction that is complete only when the disk has the data. By default, Chromium
/// since 121 and Firefox complete a transaction when the operating system has the data, which a
/// power cut destroys.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = untyped_js::options(&[("durability", "strict")])?;
    // web-sys binds the options only behind its switch for unstable APIs.
    let stores: Array = [RECORDS, JOURNAL].into_iter().map(JsValue::from_str).collect();
    let made =
        untyped_js::call(database, "transaction", &[stores.into(), "readwrite".into(), options])?;
    Ok(made.unchecked_into())
}

/// Waits for a request and returns its result.
pub(super) async fn await_request(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error()?.map_or(event, JsValue::from)),
    }
}

/// Returns a promise that resolves when the transaction is complete, and rejects when it is
/// aborted.
fn await_transaction(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// Classifies an error of the browser, for the user and the write queue.
pub(super) fn to_save_error(error: &JsValue) -> SaveError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        let said = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        return SaveError::Other(said);
    };
    SaveError::from_exception(&exception.name(), &exception.message())
}
