//! Both stores of the browser, and what is on its way to the safe one.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, Storage};
use yew::Callback;

use crate::{
    app::{Msg, NotSaved},
    saved::{Found, Write},
};

use super::{database, local};

/// How often a transaction is tried again over a new connection before trouble is told.
const TRIES: usize = 3;

/// Both stores of the browser.
#[derive(Clone)]
pub struct Stores(Rc<Inner>);

struct Inner {
    local: Option<Storage>,
    database: RefCell<Option<IdbDatabase>>,
    waiting: RefCell<BTreeMap<String, String>>,
    to_local: RefCell<Vec<Write>>,
    last: Cell<u64>,
    is_writing: Cell<bool>,
}

impl Default for Stores {
    fn default() -> Self {
        Self(Rc::new(Inner {
            local: local::storage(),
            database: RefCell::new(None),
            waiting: RefCell::default(),
            to_local: RefCell::default(),
            last: Cell::new(0),
            is_writing: Cell::new(false),
        }))
    }
}

impl Stores {
    /// Reads both stores; what cannot be read counts as empty. Says what stands in the way of
    /// saving.
    pub async fn read(&self) -> (Found, Option<NotSaved>) {
        let local = self.0.local.as_ref().map(local::read);
        let safe = match self.0.connect().await {
            Ok(database) => database::read(&database).await,
            Err(error) => Err(error),
        };
        let trouble = match (&safe, &local) {
            (Ok(_), _) => None,
            (Err(_), None) => Some(NotSaved::Blocked),
            (Err(error), Some(_)) => Some(database::trouble(error)),
        };
        let found = Found { local: local.unwrap_or_default(), safe: safe.unwrap_or_default() };
        (found, trouble)
    }

    /// Writes values to both stores, and says when the safe one has them.
    ///
    /// What could not be saved before goes along.
    pub fn save(&self, number: u64, writes: Vec<Write>, on: &Callback<Msg>) {
        if let Some(storage) = &self.0.local {
            local::write(storage, &writes);
        }
        self.send(number, writes, on);
    }

    /// Brings both stores in line, and says when the safe one is. Local storage follows only then,
    /// so that a damaged value there stays until what was set aside of it is safe.
    pub fn mend(&self, number: u64, to_local: &[Write], to_safe: Vec<Write>, on: &Callback<Msg>) {
        self.0.to_local.borrow_mut().extend_from_slice(to_local);
        self.send(number, to_safe, on);
    }

    fn send(&self, number: u64, writes: Vec<Write>, on: &Callback<Msg>) {
        let inner = &self.0;
        let values = writes.into_iter().map(|write| (write.key.to_string(), write.value));
        inner.waiting.borrow_mut().extend(values);
        inner.last.set(number);
        if !inner.is_writing.replace(true) {
            spawn_local(drain(Rc::clone(inner), on.clone()));
        }
    }
}

/// Writes what is waiting until nothing is, one transaction after the other; what comes while one
/// is under way goes into the next together.
async fn drain(stores: Rc<Inner>, on: Callback<Msg>) {
    loop {
        let number = stores.last.get();
        let values = stores.waiting.take();
        if let Err(error) = stores.write(&values).await {
            let mut newer = stores.waiting.borrow_mut();
            for (key, value) in values {
                newer.entry(key).or_insert(value);
            }
            drop(newer);
            stores.is_writing.set(false);
            on.emit(Msg::SaveFailed(database::trouble(&error)));
            return;
        }
        if let Some(storage) = &stores.local {
            local::write(storage, &stores.to_local.take());
        }
        // Said before the answer goes out, as the answer may bring more to write.
        let is_done = stores.waiting.borrow().is_empty() && stores.last.get() == number;
        stores.is_writing.set(!is_done);
        on.emit(Msg::Saved(number));
        if is_done {
            return;
        }
    }
}

impl Inner {
    /// The connection, opened where there is none.
    async fn connect(&self) -> Result<IdbDatabase, JsValue> {
        let open = self.database.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let database = database::open().await?;
        self.database.replace(Some(database.clone()));
        Ok(database)
    }

    /// Writes values; a dead connection is opened anew.
    async fn write(&self, values: &BTreeMap<String, String>) -> Result<(), JsValue> {
        let mut tried = 0;
        loop {
            let outcome = match self.connect().await {
                Ok(database) => database::write(&database, values).await,
                Err(error) => Err(error),
            };
            tried += 1;
            if outcome.is_ok() || tried == TRIES {
                return outcome;
            }
            self.database.replace(None);
        }
    }
}
