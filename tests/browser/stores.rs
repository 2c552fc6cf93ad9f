//! Both stores of the browser.

use std::{cell::RefCell, rc::Rc};

use claimlight::{
    app::Msg,
    saved::{Batch, Found, Key, Write},
    shell::Stores,
};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

/// A write of a setting.
fn setting(name: &str, value: &str) -> Write {
    Write { key: Key::Setting(name.to_owned()), value: value.to_owned(), base: None }
}

fn told(number: u64) -> Msg {
    Msg::Saved { number, settled: Vec::new() }
}

/// Saves batch after batch, without waiting in between, until what is said is of the last; returns
/// all that was said.
async fn saved(stores: &Stores, batches: Vec<(u64, Write)>) -> Vec<Msg> {
    let last = batches.last().map(|(number, _)| told(*number));
    let said = Rc::new(RefCell::new(Vec::new()));
    let promise = Promise::new(&mut |resolve, _| {
        let (said, last) = (Rc::clone(&said), last.clone());
        let on = Callback::from(move |msg| {
            let is_last = Some(&msg) == last.as_ref();
            said.borrow_mut().push(msg);
            if is_last {
                // A promise can be kept.
                let _ = resolve.call0(&resolve);
            }
        });
        for (number, write) in &batches {
            let batch = Batch { number: *number, writes: vec![write.clone()], entry: None };
            stores.save(batch, &on);
        }
    });
    JsFuture::from(promise).await.expect("an answer");
    said.take()
}

fn in_both(found: &Found, key: &str) -> [Option<String>; 2] {
    [found.local.get(key).cloned(), found.safe.get(key).cloned()]
}

#[wasm_bindgen_test]
async fn what_is_saved_is_in_both_stores_for_the_next_start() {
    let stores = Stores::default();
    let write = setting("of-a-test", "{\"🙂\":1}");
    let key = write.key.to_string();
    assert_eq!(saved(&stores, vec![(7, write)]).await, [told(7)]);
    let (found, trouble) = Stores::default().read().await;
    assert_eq!(trouble, None);
    let expected = Some("{\"🙂\":1}".to_owned());
    assert_eq!(in_both(&found, &key), [expected.clone(), expected]);
}

#[wasm_bindgen_test]
async fn of_many_writes_the_last_stays_and_is_told_last() {
    let stores = Stores::default();
    let key = setting("of-many", "").key.to_string();
    let batches = (1..=50).map(|number| (number, setting("of-many", &number.to_string())));
    let said = saved(&stores, batches.collect()).await;
    assert_eq!(said.last(), Some(&told(50)));
    let (found, _) = Stores::default().read().await;
    let last = Some("50".to_owned());
    assert_eq!(in_both(&found, &key), [last.clone(), last]);
}
