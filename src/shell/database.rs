//! The database: what a crash cannot take.

use std::collections::BTreeMap;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::{
    app::NotSaved,
    saved::{Batch, Commit, LastEntry, commit, wanted},
};

use super::js;

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

/// Opens the database, and makes it where there is none.
pub(super) async fn open() -> Result<IdbDatabase, JsValue> {
    open_named(NAME, VERSION, &[RECORDS, JOURNAL]).await
}

/// Opens a database with these stores, and makes it where there is none.
pub(super) async fn open_named(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
) -> Result<IdbDatabase, JsValue> {
    let factory: IdbFactory = js::global("indexedDB")?
        .dyn_into()
        .map_err(|_| JsValue::from_str("this browser has no database"))?;
    let request = factory.open_with_u32(name, version)?;
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
    let database: IdbDatabase = answer(&request).await?.unchecked_into();
    drop(listener);
    give_way(&database);
    Ok(database)
}

/// Closes the database when another tab wants to change its layout; the next use opens it again.
fn give_way(database: &IdbDatabase) {
    let closing = database.clone();
    gloo::events::EventListener::once(database, "versionchange", move |_| closing.close()).forget();
}

/// All keys and values.
pub(super) async fn read(database: &IdbDatabase) -> Result<BTreeMap<String, String>, JsValue> {
    let transaction = database.transaction_with_str(RECORDS)?;
    let store = transaction.object_store(RECORDS)?;
    let (keys, values) = (store.get_all_keys()?, store.get_all()?);
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    let mut found = BTreeMap::new();
    for (key, value) in keys.iter().zip(values.iter()) {
        if let Some((key, value)) = key.as_string().zip(value.as_string()) {
            found.insert(key, value);
        }
    }
    Ok(found)
}

/// Writes batches in one transaction, on top of what it finds, and waits until they are on the disk.
pub(super) async fn write(
    database: &IdbDatabase,
    batches: &[Batch],
    last: &mut LastEntry,
) -> Result<Commit, JsValue> {
    let transaction = strict_transaction(database)?;
    let done = completion(&transaction);
    let records = transaction.object_store(RECORDS)?;
    let mut found = BTreeMap::new();
    for key in wanted(batches) {
        let value = answer(&records.get(&JsValue::from_str(&key))?).await?;
        found.extend(value.as_string().map(|value| (key, value)));
    }
    let commit = commit(batches, &found, last);
    put(&records, &commit.records)?;
    put(&transaction.object_store(JOURNAL)?, &commit.journal)?;
    match JsFuture::from(done).await {
        Ok(_) => Ok(commit),
        Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
    }
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
    let names: Array = answer(&store.get_all_keys()?).await?.unchecked_into();
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
    let values: Array = answer(&store.get_all_with_key(&range)?).await?.unchecked_into();
    let names = names.iter().skip(skipped as usize);
    Ok(names.zip(values.iter()).filter_map(|(n, v)| n.as_string().zip(v.as_string())).collect())
}

/// A transaction that is done only when the disk has it: without asking, Chromium since 121 and
/// Firefox are done when the operating system has it, which a power cut takes.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = js::options(&[("durability", "strict")])?;
    // web-sys binds the options only behind an unstable switch.
    let stores: Array = [RECORDS, JOURNAL].into_iter().map(JsValue::from_str).collect();
    let made = js::call(database, "transaction", &[stores.into(), "readwrite".into(), options])?;
    Ok(made.unchecked_into())
}

/// What a request comes to.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
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
fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// What an error of the browser means for the person.
pub(super) fn trouble(error: &JsValue) -> NotSaved {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        let said = error.as_string().unwrap_or_else(|| format!("{error:?}"));
        return NotSaved::Other(said);
    };
    match exception.name().as_str() {
        "QuotaExceededError" => NotSaved::Full,
        "SecurityError" => NotSaved::Blocked,
        // What Chromium says when the disk is full, and both when files of the database are damaged.
        "UnknownError" | "InvalidStateError" | "DataError" | "NotReadableError" => {
            NotSaved::Damaged
        }
        name => NotSaved::Other(format!("{name}: {}", exception.message())),
    }
}
