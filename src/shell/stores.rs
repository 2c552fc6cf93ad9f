//! Both stores of the browser, and what is on its way to the safe one.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, Storage};
use yew::Callback;

use crate::{
    app::{Msg, NotSaved, StoresMsg},
    saved::{Batch, Commit, Found, Key, LastEntry, TabId, Write},
};

use super::{database, local, survey, tabs};

/// How often a transaction is tried again over a new connection before trouble is told.
const TRIES: usize = 3;
/// After how many milliseconds what could not be saved is tried again, without being asked.
const AGAIN_MILLIS: u32 = 2_000;
/// After how many milliseconds without an answer trouble is told.
const PATIENCE_MILLIS: u32 = 5_000;

/// From how many bytes on the page answers the person before what is to be saved is handed over.
const LARGE: usize = 1_000_000;

/// How many entries of the journal are read for what can be undone.
const ENTRIES: usize = 500;

/// Both stores of the browser.
#[derive(Clone)]
pub struct Stores(Rc<Inner>);

struct Inner {
    local: Option<Storage>,
    database: RefCell<Option<IdbDatabase>>,
    waiting: RefCell<Vec<Batch>>,
    to_local: RefCell<Vec<Write>>,
    last_entry: RefCell<LastEntry>,
    arrived: Cell<u64>,
    is_writing: Cell<bool>,
}

impl Default for Stores {
    fn default() -> Self {
        Self(Rc::new(Inner {
            local: local::storage(),
            database: RefCell::new(None),
            waiting: RefCell::default(),
            to_local: RefCell::default(),
            last_entry: RefCell::default(),
            arrived: Cell::new(0),
            is_writing: Cell::new(false),
        }))
    }
}

impl Stores {
    /// Reads both stores; what cannot be read counts as empty. Says what stands in the way of
    /// saving.
    pub async fn read(&self) -> (Found, Option<NotSaved>) {
        let safe = match self.0.connect().await {
            Ok(database) => database::read(&database).await,
            Err(error) => Err(error),
        };
        // Read last, because it holds up the page: by now something has been painted.
        let local = self.0.local.as_ref().map(local::read);
        let trouble = match (&safe, &local) {
            (Ok(_), _) => None,
            (Err(_), None) => Some(NotSaved::Blocked),
            (Err(error), Some(_)) => Some(database::trouble(error)),
        };
        let found = Found { local: local.unwrap_or_default(), safe: safe.unwrap_or_default() };
        (found, trouble)
    }

    /// Says that this tab is open, looks which others are, and reads the newest of the journal.
    pub fn join_tabs(&self, tab: &TabId, on: &Callback<Msg>) {
        if tabs::hold(tab).is_err() {
            gloo::console::warn!("this browser cannot tell which tabs are open");
        }
        let (inner, on, tab) = (Rc::clone(&self.0), on.clone(), tab.clone());
        spawn_local(async move {
            let mut alive = tabs::alive().await.unwrap_or_default();
            alive.retain(|other| *other != tab);
            let entries = inner.entries().await;
            on.emit(Msg::TabsCounted { alive, entries });
        });
    }

    /// Looks at the stores.
    pub fn survey(&self, on: &Callback<Msg>) {
        let (inner, on) = (Rc::clone(&self.0), on.clone());
        spawn_local(async move {
            on.emit(Msg::Stores(StoresMsg::Surveyed(survey::survey(inner.local.as_ref()).await)));
        });
    }

    /// Reads the newest of the journal for the list of what was done.
    pub fn read_history(&self, on: &Callback<Msg>) {
        let (inner, on) = (Rc::clone(&self.0), on.clone());
        spawn_local(
            async move { on.emit(Msg::Stores(StoresMsg::HistoryRead(inner.entries().await))) },
        );
    }

    /// Writes values to both stores, and says when the safe one has them.
    ///
    /// What could not be saved before goes along.
    pub fn save(&self, batch: Batch, on: &Callback<Msg>) {
        if let Some(storage) = &self.0.local {
            local::write(storage, &batch.writes);
        }
        self.send(batch, on);
    }

    /// Brings both stores in line, and says when the safe one is. Local storage follows only then,
    /// so that a damaged value there stays until what was set aside of it is safe.
    pub fn mend(&self, number: u64, to_local: &[Write], to_safe: Vec<Write>, on: &Callback<Msg>) {
        self.0.to_local.borrow_mut().extend_from_slice(to_local);
        self.send(Batch { number, writes: to_safe, entry: None }, on);
    }

    fn send(&self, batch: Batch, on: &Callback<Msg>) {
        let number = batch.number;
        self.0.waiting.borrow_mut().push(batch);
        let (inner, told) = (Rc::clone(&self.0), on.clone());
        Timeout::new(PATIENCE_MILLIS, move || {
            if inner.arrived.get() < number && inner.is_writing.get() {
                told.emit(Msg::SaveFailed(NotSaved::Slow));
            }
        })
        .forget();
        self.0.clone().start(on);
    }
}

impl Inner {
    fn start(self: Rc<Self>, on: &Callback<Msg>) {
        if self.is_writing.replace(true) {
            return;
        }
        let on = on.clone();
        let bytes = |batch: &Batch| batch.writes.iter().map(|it| it.value.len()).sum::<usize>();
        if self.waiting.borrow().iter().map(bytes).sum::<usize>() < LARGE {
            spawn_local(drain(self, on));
        } else {
            Timeout::new(0, move || spawn_local(drain(self, on))).forget();
        }
    }

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

    /// The newest entries of the journal; none where they cannot be read.
    async fn entries(&self) -> Vec<(String, String)> {
        match self.connect().await {
            Ok(database) => database::entries(&database, ENTRIES).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Writes batches; a dead connection is opened anew.
    async fn write(&self, batches: &[Batch]) -> Result<Commit, JsValue> {
        let mut tried = 0;
        loop {
            // Of a transaction that fails, nothing is in the journal.
            let mut last = self.last_entry.borrow().clone();
            let outcome = match self.connect().await {
                Ok(database) => database::write(&database, batches, &mut last).await,
                Err(error) => Err(error),
            };
            if outcome.is_ok() {
                self.last_entry.replace(last);
            }
            tried += 1;
            if outcome.is_ok() || tried == TRIES {
                return outcome;
            }
            self.database.replace(None);
        }
    }

    /// Hands on what the database has now, and says what came out otherwise than it was sent.
    fn hand_on(&self, commit: &Commit) -> Vec<(String, String)> {
        let settled = commit.records.iter().filter(|(key, _)| commit.settled.contains(key));
        let settled: Vec<_> = settled.map(|(key, value)| (key.clone(), value.clone())).collect();
        if let Some(storage) = &self.local {
            let writes = settled.iter().filter_map(|(key, value)| {
                Some(Write { key: Key::parse(key)?, value: value.clone(), base: None })
            });
            local::write(storage, &writes.collect::<Vec<_>>());
            local::write(storage, &self.to_local.take());
        }
        tabs::tell(&commit.records);
        settled
    }
}

/// Writes what is waiting until nothing is, one transaction after the other; what comes while one
/// is under way goes into the next together.
async fn drain(stores: Rc<Inner>, on: Callback<Msg>) {
    loop {
        let batches = stores.waiting.take();
        let Some(number) = batches.last().map(|batch| batch.number) else {
            stores.is_writing.set(false);
            return;
        };
        match stores.write(&batches).await {
            Ok(commit) => {
                stores.arrived.set(number);
                let has_locked = !commit.locked.is_empty();
                let settled = stores.hand_on(&commit);
                // Said before the answer goes out, as the answer may bring more to write.
                let is_done = stores.waiting.borrow().is_empty();
                stores.is_writing.set(!is_done);
                on.emit(Msg::Saved { number, settled });
                if has_locked {
                    on.emit(Msg::SaveFailed(NotSaved::Newer));
                }
                if is_done {
                    return;
                }
            }
            Err(error) => {
                stores.waiting.borrow_mut().splice(..0, batches);
                stores.is_writing.set(false);
                on.emit(Msg::SaveFailed(database::trouble(&error)));
                Timeout::new(AGAIN_MILLIS, move || stores.start(&on)).forget();
                return;
            }
        }
    }
}
