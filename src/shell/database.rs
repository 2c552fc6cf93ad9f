//! The database: what a crash cannot take.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbRequest, IdbTransaction};

use crate::app::NotSaved;

/// The database's name.
const NAME: &str = "claimlight";
/// The version of its layout.
const VERSION: u32 = 1;
/// Where the records are: keys and values as in local storage.
const RECORDS: &str = "records";

/// How a transaction is to be made.
#[derive(Serialize)]
struct TransactionOptions {
    durability: &'static str,
}

/// Opens the database, and makes it where there is none.
pub(super) async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = gloo::utils::window().indexed_db()?;
    let factory = factory.ok_or_else(|| JsValue::from_str("this browser has no database"))?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let upgraded = {
        let request = request.clone();
        move || {
            let database: IdbDatabase = request.result()?.unchecked_into();
            database.create_object_store(RECORDS).map(drop)
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

/// Writes values in one transaction, and waits until they are on the disk.
pub(super) async fn write(
    database: &IdbDatabase,
    values: &BTreeMap<String, String>,
) -> Result<(), JsValue> {
    let transaction = strict_transaction(database)?;
    let store = transaction.object_store(RECORDS)?;
    for (key, value) in values {
        store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
    }
    completion(&transaction).await
}

/// A transaction that is done only when the disk has it: without asking, Chromium since 121 and
/// Firefox are done when the operating system has it, which a power cut takes.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = TransactionOptions { durability: "strict" };
    let options = serde_wasm_bindgen::to_value(&options)?;
    // web-sys binds the options only behind an unstable switch.
    let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let made = transaction.call3(database, &RECORDS.into(), &"readwrite".into(), &options)?;
    Ok(made.unchecked_into())
}

/// What a request comes to.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error()?.map_or(event, JsValue::from)),
    }
}

/// Waits until a transaction is done.
async fn completion(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => Ok(()),
        Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
    }
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
        name => NotSaved::Other(format!("{name}: {}", exception.message())),
    }
}
