//! Both stores of the browser: what is saved, what fails, and what is cleared under the page.

use std::{cell::RefCell, rc::Rc};

use claimlight::{
    app::{Doubt, Msg},
    event_context::EventContext,
    json::JsonObject,
    platform::StorageDriver,
    storage::{
        Batch, Clock, Key, Revision, SaveError, StoreContents, StoredRecord, TabId, Write,
        encode_record, identity_key,
    },
};
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

/// A write of a setting, as this tab would make it.
fn setting(name: &str, value: &str) -> Write {
    let key = Key::Setting(name.to_owned());
    let mut clock = Clock::new(TabId::new(EventContext { millis: 1, entropy: 7 }));
    let millis = js_sys::Date::now();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970"
    )]
    let hlc = clock.tick(millis as u64);
    let revision = Revision { rev: 1, hlc, tab: clock.tab().clone() };
    let record = [("value".to_owned(), value.into())].into_iter().collect();
    let stored = StoredRecord { revision, deleted: false, conflicts: JsonObject::new(), record };
    Write { key, value: encode_record(&stored), base: None }
}

/// What the application hears, and what waits for it.
#[derive(Clone)]
struct Report {
    msgs: Rc<RefCell<Vec<Msg>>>,
    waiting: Rc<RefCell<Option<Function>>>,
}

impl Report {
    fn new() -> (Self, StorageDriver) {
        let received = Self { msgs: Rc::default(), waiting: Rc::default() };
        let (msgs, waiting) = (Rc::clone(&received.msgs), Rc::clone(&received.waiting));
        let on = Callback::from(move |msg| {
            msgs.borrow_mut().push(msg);
            if let Some(resolve) = waiting.borrow().as_ref() {
                resolve.call0(&JsValue::NULL).expect("a promise can be kept");
            }
        });
        (received, StorageDriver::new(on))
    }

    /// Waits until a message is heard that `is_awaited`; returns all that were heard up to then.
    async fn until(&self, is_awaited: impl Fn(&Msg) -> bool) -> Vec<Msg> {
        loop {
            let promise = Promise::new(&mut |resolve, _| {
                self.waiting.replace(Some(resolve));
            });
            let found = self.msgs.borrow().iter().position(&is_awaited);
            if let Some(at) = found {
                return self.msgs.borrow_mut().drain(..=at).collect();
            }
            JsFuture::from(promise).await.expect("a message");
        }
    }

    async fn until_saved(&self, number: u64) -> Vec<Msg> {
        self.until(|msg| matches!(msg, Msg::Saved { number: storage, .. } if *storage == number))
            .await
    }
}

fn batch(number: u64, writes: Vec<Write>) -> Batch {
    Batch { number, writes, entry: None }
}

/// `StorageDriver` that have been read, and have an identity.
async fn started() -> (Report, StorageDriver) {
    let (received, stores) = Report::new();
    let (_, save_error) = stores.read().await;
    assert_eq!(save_error, None);
    stores.save(batch(1, vec![setting("store-id", "first")]));
    received.until_saved(1).await;
    (received, stores)
}

async fn found() -> StoreContents {
    let (_, stores) = Report::new();
    stores.read().await.0
}

fn in_both(found: &StoreContents, key: &str) -> [Option<String>; 2] {
    [found.local.get(key).cloned(), found.database.get(key).cloned()]
}

/// Runs a script; what it returns is awaited.
async fn script(text: &str) -> JsValue {
    let made = Function::new_no_args(text).call0(&JsValue::NULL).expect("the script runs");
    JsFuture::from(Promise::resolve(&made)).await.expect("what the script promises")
}

/// Makes the next read-write transaction of the database fail as `how` says, given `transaction`.
async fn fail_once(how: &str) {
    let text = format!(
        "const whole = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (stores, mode, options) {{
            if (mode !== 'readwrite') return whole.call(this, stores, mode, options);
            IDBDatabase.prototype.transaction = whole;
            {how}
        }};"
    );
    script(&text).await;
}

#[wasm_bindgen_test]
async fn what_is_saved_is_in_both_stores_for_the_next_start() {
    let (received, stores) = started().await;
    let write = setting("of-a-test", "🙂");
    let (key, value) = (write.key.to_string(), Some(write.value.clone()));
    stores.save(batch(2, vec![write]));
    received.until_saved(2).await;
    assert_eq!(in_both(&found().await, &key), [value.clone(), value]);
}

#[wasm_bindgen_test]
async fn of_many_writes_the_last_stays_and_is_told_last() {
    let (received, stores) = started().await;
    let key = setting("of-many", "").key.to_string();
    let mut last = None;
    for number in 2..=51 {
        let write = setting("of-many", &number.to_string());
        last = Some(write.value.clone());
        stores.save(batch(number, vec![write]));
    }
    received.until_saved(51).await;
    assert_eq!(in_both(&found().await, &key), [last.clone(), last]);
}

/// A transaction that fails once: the batch is saved all the same, over a new connection; only want
/// of room is told at once.
async fn check_failure(name: &str, how: &str, message: Option<SaveError>) {
    let (received, stores) = started().await;
    fail_once(how).await;
    let write = setting(name, "written in the end");
    let (key, value) = (write.key.to_string(), Some(write.value.clone()));
    stores.save(batch(2, vec![write]));
    let msgs = received.until_saved(2).await;
    let failed = msgs.iter().filter_map(|msg| {
        let Msg::SaveFailed(why) = msg else { return None };
        Some(why.clone())
    });
    assert_eq!(failed.collect::<Vec<_>>(), message.into_iter().collect::<Vec<_>>());
    assert_eq!(in_both(&found().await, &key), [value.clone(), value]);
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closed_is_opened_again() {
    let how = "this.close(); return whole.call(this, stores, mode, options);";
    check_failure("of-invalid-state", how, None).await;
}

#[wasm_bindgen_test]
async fn an_abort_without_a_cause_is_tried_again() {
    let how = "const it = whole.call(this, stores, mode, options); it.abort(); return it;";
    check_failure("of-abort", how, None).await;
}

#[wasm_bindgen_test]
async fn an_unknown_error_is_tried_again_over_a_new_connection() {
    check_failure("of-unknown", "throw new DOMException('it failed', 'UnknownError');", None).await;
}

#[wasm_bindgen_test]
async fn want_of_room_is_told_at_once() {
    let how = "throw new DOMException('no room', 'QuotaExceededError');";
    check_failure("of-quota", how, Some(SaveError::Full)).await;
}

#[wasm_bindgen_test]
async fn the_words_of_a_full_disk_are_known_under_another_name() {
    let how = "throw new DOMException('IO error: FILE_ERROR_NO_SPACE', 'UnknownError');";
    check_failure("of-no-space", how, Some(SaveError::Full)).await;
}

/// The application's answer to cleared stores.
fn refill(number: u64) -> Batch {
    batch(number, vec![setting("kept", "kept"), setting("store-id", &number.to_string())])
}

#[wasm_bindgen_test]
async fn a_database_that_was_deleted_under_the_page_is_filled_again_before_saved_is_said() {
    let (received, stores) = started().await;
    stores.save(batch(2, vec![setting("kept", "kept")]));
    received.until_saved(2).await;
    let delete = "return new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('claimlight');
        request.onsuccess = () => resolve(1);
        request.onerror = () => reject(request.error);
    });";
    script(delete).await;
    // Nobody has changed anything since, and it is noticed.
    let msgs = received.until(|msg| *msg == Msg::StoresInDoubt(Doubt::Emptied)).await;
    assert!(msgs.contains(&Msg::StoresInDoubt(Doubt::Closed)), "{msgs:?}");
    stores.refill(refill(3));
    received.until_saved(3).await;
    let found = found().await;
    assert!(in_both(&found, "claimlight/1/setting/kept").iter().all(Option::is_some));
}

#[wasm_bindgen_test]
async fn a_database_that_was_emptied_is_noticed_by_the_next_write() {
    let (received, stores) = started().await;
    let empty = "return new Promise((resolve) => {
        const request = indexedDB.open('claimlight');
        request.onsuccess = () => {
            const database = request.result;
            const transaction = database.transaction(['records'], 'readwrite');
            transaction.objectStore('records').clear();
            transaction.oncomplete = () => { database.close(); resolve(1); };
        };
    });";
    script(empty).await;
    stores.save(batch(2, vec![setting("after", "after")]));
    let msgs = received.until(|msg| *msg == Msg::StoresInDoubt(Doubt::Emptied)).await;
    assert!(!msgs.iter().any(|msg| matches!(msg, Msg::Saved { .. })), "{msgs:?}");
    stores.refill(refill(3));
    received.until_saved(3).await;
    let found = found().await;
    for name in ["kept", "after"] {
        let key = setting(name, "").key.to_string();
        assert!(in_both(&found, &key).iter().all(Option::is_some), "{name}");
    }
}

#[wasm_bindgen_test]
async fn local_storage_that_was_cleared_is_filled_again() {
    let (received, stores) = started().await;
    stores.save(batch(2, vec![setting("kept", "kept")]));
    received.until_saved(2).await;
    script("localStorage.clear();").await;
    stores.save(batch(3, vec![setting("after", "after")]));
    received.until(|msg| *msg == Msg::StoresInDoubt(Doubt::Emptied)).await;
    stores.refill(refill(4));
    received.until_saved(4).await;
    let found = found().await;
    let keys = ["kept", "after"].map(|name| setting(name, "").key).into_iter();
    for key in keys.chain([identity_key()]) {
        let key = key.to_string();
        assert!(in_both(&found, &key).iter().all(Option::is_some), "{key}");
    }
}
