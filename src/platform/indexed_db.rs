//! The database: what a crash cannot take.

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

/// The database's name.
const NAME: &str = "claimlight";
/// The version of its layout.
const VERSION: u32 = 2;
/// Where the records are: keys and values as in local storage.
const RECORDS: &str = "records";
/// Where the journal is: entries by their names, never written again once the next one has begun.
const JOURNAL: &str = "journal";

/// How many entries the journal may have before the oldest are deleted, and how many are left: far
/// more than are read, so that no tab that is open misses one.
const MOST_ENTRIES: u32 = 6_000;
const KEPT_ENTRIES: u32 = 5_000;

/// A database that is made and deleted again, to make the browser start a new log.
const SPARE: &str = "claimlight-spare";
const SPARE_STORE: &str = "spare";

/// What a transaction has written.
pub(super) struct Written {
    /// The records and the entries of the journal.
    pub commit: Commit,
    /// The identity of the database after it.
    pub identity: Option<String>,
}

/// Opens the database, makes it where there is none, and starts its log anew.
///
/// The disk must have room: see [`room`](super::room). `on_closed` is called when the browser closes
/// the connection, or another tab wants it closed.
pub(super) async fn open(on_closed: impl Fn() + Clone + 'static) -> Result<IdbDatabase, JsValue> {
    let database = open_named(NAME, VERSION, &[RECORDS, JOURNAL]).await?;
    if let Err(why) = start_new_log().await {
        database.close();
        return Err(why);
    }
    let told = on_closed.clone();
    gloo::events::EventListener::once(&database, "close", move |_| told()).forget();
    let told = on_closed;
    gloo::events::EventListener::once(&database, "versionchange", move |_| told()).forget();
    Ok(database)
}

/// Makes the browser start a new log for all databases of this page.
///
/// Chromium appends to the log that it finds, even behind a record that was torn by a full disk or a
/// power cut, and throws everything away when it reads that log again (`google/leveldb` issue 1287).
/// Deleting a database makes it write what the log holds to a table, and begin another.
async fn start_new_log() -> Result<(), JsValue> {
    open_named(SPARE, 1, &[SPARE_STORE]).await?.close();
    await_request(&factory()?.delete_database(SPARE)?.unchecked_into()).await.map(drop)
}

fn factory() -> Result<IdbFactory, JsValue> {
    let factory = untyped_js::global("indexedDB")?.dyn_into();
    factory.map_err(|_| JsValue::from_str("this browser has no database"))
}

/// Opens a database with these stores, and makes it where there is none.
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
            gloo::console::error!("the database could not be laid out");
        }
    });
    let database: IdbDatabase = await_request(&request).await?.unchecked_into();
    drop(listener);
    close_on_version_change(&database);
    Ok(database)
}

/// Closes the database when another tab wants to change its layout; the next use opens it again.
fn close_on_version_change(database: &IdbDatabase) {
    let closing = database.clone();
    gloo::events::EventListener::once(database, "versionchange", move |_| closing.close()).forget();
}

/// All keys and values.
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

/// The identity of the database: the value of its record, or `None` where it has none.
pub(super) async fn identity(database: &IdbDatabase) -> Result<Option<String>, JsValue> {
    let store = database.transaction_with_str(RECORDS)?.object_store(RECORDS)?;
    let key = identity_key().to_string();
    Ok(await_request(&store.get(&JsValue::from_str(&key))?).await?.as_string())
}

/// Writes batches in one transaction, on top of what it finds, and waits until they are on the disk.
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
        // It fails only where the transaction has ended already, and then nothing was written.
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

/// The values of these keys, where they have one.
async fn values(
    transaction: &IdbTransaction,
    keys: BTreeSet<String>,
) -> Result<BTreeMap<String, String>, JsValue> {
    let store = transaction.object_store(RECORDS)?;
    let mut asked = Vec::with_capacity(keys.len());
    for key in keys {
        asked.push((store.get(&JsValue::from_str(&key))?, key));
    }
    // A transaction answers its requests in their order.
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

/// The newest entries of the journal, at most so many, from the oldest on: names and values.
///
/// Where it has grown long, the oldest are deleted: nothing reads them any more.
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

/// A transaction that is done only when the disk has it: without asking, Chromium since 121 and
/// Firefox are done when the operating system has it, which a power cut takes.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = untyped_js::options(&[("durability", "strict")])?;
    // web-sys binds the options only behind an unstable switch.
    let stores: Array = [RECORDS, JOURNAL].into_iter().map(JsValue::from_str).collect();
    let made =
        untyped_js::call(database, "transaction", &[stores.into(), "readwrite".into(), options])?;
    Ok(made.unchecked_into())
}

/// What a request comes to.
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

/// Comes when a transaction is done, or fails with it.
fn await_transaction(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// What an error of the browser means for the person.
pub(super) fn to_save_error(error: &JsValue) -> SaveError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        let said = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        return SaveError::Other(said);
    };
    SaveError::from_exception(&exception.name(), &exception.message())
}
