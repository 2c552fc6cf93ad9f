//! Both stores of the browser, and what is on its way to the safe one.
//!
//! [`WriteQueue`] decides what may be done; this does it, and tells the application.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout, utils::window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, IdbDatabase, Storage, StorageEvent};
use yew::Callback;

use crate::{
    app::{Doubt, Msg, StorageMsg},
    storage::{
        Batch, Commit, Key, OpenJournalEntry, Report, SaveError, StoreContents, TabId, Task, Write,
        WriteError, WriteQueue, identity_key,
    },
};

use super::{
    indexed_db::{self, Written},
    local_storage, room, storage_estimate, tabs,
};

/// After how many milliseconds without an answer trouble is told.
const SAVE_TIMEOUT_MS: u32 = 5_000;

/// From how many bytes on the page answers the person before what is to be saved is handed over.
const LARGE: usize = 1_000_000;

/// How many entries of the journal are read for what can be undone.
const ENTRIES: usize = 500;

/// Both stores of the browser.
#[derive(Clone)]
pub struct StorageDriver(Rc<Inner>);

struct Inner {
    on: Callback<Msg>,
    local: Option<Storage>,
    /// Whether local storage had the identity of the stores when it was last looked at.
    is_local_named: Cell<bool>,
    database: RefCell<Option<IdbDatabase>>,
    /// Counts the connections, so that what an old one tells is not taken for the new one.
    connections: Cell<u64>,
    /// Whether the application was told that the stores were cleared, and has not answered yet.
    is_refill_asked: Cell<bool>,
    /// Whether what the database held at the start has been handed to the application.
    is_read: Cell<bool>,
    queue: RefCell<WriteQueue>,
    /// What local storage lacked at the start.
    to_local: RefCell<Vec<Write>>,
    last_entry: RefCell<OpenJournalEntry>,
    /// The records that came out otherwise than they were sent, until the queue says that they are
    /// saved.
    settled: RefCell<Vec<(String, String)>>,
    saved: Cell<u64>,
}

impl StorageDriver {
    /// The stores; `on` hears what becomes of what is saved.
    pub fn new(on: Callback<Msg>) -> Self {
        let stores = Self(Rc::new(Inner {
            on,
            local: local_storage::storage(),
            is_local_named: Cell::new(false),
            database: RefCell::default(),
            connections: Cell::new(0),
            is_refill_asked: Cell::new(false),
            is_read: Cell::new(false),
            queue: RefCell::default(),
            to_local: RefCell::default(),
            last_entry: RefCell::default(),
            settled: RefCell::default(),
            saved: Cell::new(0),
        }));
        let inner = Rc::clone(&stores.0);
        tabs::subscribe(move |rows| inner.hear(rows));
        stores
    }

    /// Reads both stores; what cannot be read counts as empty. Says what stands in the way of
    /// saving.
    pub async fn read(&self) -> (StoreContents, Option<SaveError>) {
        let inner = &self.0;
        let safe = inner.clone().open_and_read().await;
        // Read last, because it holds up the page: by now something has been painted.
        let local = inner.local.as_ref().map(local_storage::read);
        let trouble = match (&safe, &local) {
            (Ok(_), _) => None,
            (Err(_), None) => Some(SaveError::Blocked),
            (Err(why), Some(_)) => Some(why.clone()),
        };
        let opened = match &safe {
            Ok(rows) => Ok(rows.get(&identity_key().to_string()).cloned()),
            Err(why) => Err(why.clone()),
        };
        inner.is_read.set(safe.is_ok());
        inner.tell_queue(|queue| queue.started(opened));
        inner.watch();
        inner.note_local();
        let found =
            StoreContents { local: local.unwrap_or_default(), database: safe.unwrap_or_default() };
        (found, trouble)
    }

    /// Says that this tab is open, looks which others are, and reads the newest of the journal.
    pub fn join_tabs(&self, tab: &TabId) {
        if tabs::acquire_tab_lock(tab).is_err() {
            gloo::console::warn!("this browser cannot tell which tabs are open");
        }
        let (inner, tab) = (Rc::clone(&self.0), tab.clone());
        spawn_local(async move {
            let mut alive = tabs::list_open_tabs().await.unwrap_or_default();
            alive.retain(|other| *other != tab);
            let entries = inner.entries().await;
            inner.on.emit(Msg::TabsListed { open_tabs: alive, entries });
        });
    }

    /// Whether there is a connection to the database; without one, opening another database of the
    /// page is as dangerous.
    pub(super) fn is_open(&self) -> bool {
        self.0.database.borrow().is_some()
    }

    /// Looks at the stores.
    pub fn storage_report(&self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move {
            let storage_report = storage_estimate::storage_report(inner.local.as_ref()).await;
            inner.on.emit(Msg::Storage(StorageMsg::StorageReported(storage_report)));
        });
    }

    /// Reads the newest of the journal for the list of what was done.
    pub fn read_history(&self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move {
            let entries = inner.entries().await;
            inner.on.emit(Msg::Storage(StorageMsg::HistoryRead(entries)));
        });
    }

    /// Writes values to both stores, and says when the safe one has them.
    ///
    /// What could not be saved before goes along.
    pub fn save(&self, batch: Batch) {
        let inner = &self.0;
        let is_cleared = inner.is_local_cleared();
        if let Some(storage) = &inner.local {
            local_storage::write(storage, &batch.writes);
        }
        inner.note_local();
        inner.send(batch);
        if is_cleared {
            inner.ask_for_refill();
        }
    }

    /// Brings both stores in line, and says when the safe one is. Local storage follows only then,
    /// so that a damaged value there stays until what was set aside of it is safe.
    pub fn repair(&self, number: u64, to_local: &[Write], to_safe: Vec<Write>) {
        self.0.to_local.borrow_mut().extend_from_slice(to_local);
        self.0.send(Batch { number, writes: to_safe, entry: None });
    }

    /// Fills stores that were cleared with what the page holds, and says when the safe one has it.
    ///
    /// What local storage still has goes into the database, too: records that no page shows.
    pub fn refill(&self, mut batch: Batch) {
        let inner = &self.0;
        inner.is_refill_asked.set(false);
        if let Some(storage) = &inner.local {
            batch.writes.extend(local_storage::refill(storage, &batch.writes));
        }
        inner.note_local();
        inner.tell_queue(|queue| queue.refill(batch));
    }
}

impl Inner {
    fn send(self: &Rc<Self>, batch: Batch) {
        let number = batch.number;
        let inner = Rc::clone(self);
        Timeout::new(SAVE_TIMEOUT_MS, move || {
            if inner.saved.get() < number && inner.queue.borrow().is_busy() {
                inner.on.emit(Msg::SaveFailed(SaveError::Timeout));
            }
        })
        .forget();
        self.tell_queue(|queue| queue.add(batch));
    }

    /// Does what the queue asks for; what comes of it is told to the queue, which may ask for more.
    fn perform(self: &Rc<Self>, tasks: Vec<Task>) {
        for task in tasks {
            match task {
                Task::CheckRoom => {
                    self.disconnect();
                    self.answer(async { room::has_room().await }, WriteQueue::room_checked);
                }
                Task::Open => self.answer(Rc::clone(self).reopen(), WriteQueue::opened),
                Task::Write { batches, expected } => self.begin(batches, expected),
                Task::Identify => self.answer(Rc::clone(self).identity(), WriteQueue::identified),
                Task::Rest(millis) => {
                    let inner = Rc::clone(self);
                    Timeout::new(millis, move || inner.tell_queue(WriteQueue::rested)).forget();
                }
                Task::Tell(report) => self.tell(report),
            }
        }
    }

    /// Waits for an answer of the browser, and tells it to the queue.
    fn answer<T: 'static>(
        self: &Rc<Self>,
        answer: impl Future<Output = T> + 'static,
        tell: fn(&mut WriteQueue, T) -> Vec<Task>,
    ) {
        let inner = Rc::clone(self);
        spawn_local(async move {
            let answer = answer.await;
            inner.tell_queue(|queue| tell(queue, answer));
        });
    }

    /// Tells the queue something, and does what it asks for.
    fn tell_queue(self: &Rc<Self>, tell: impl FnOnce(&mut WriteQueue) -> Vec<Task>) {
        let tasks = tell(&mut self.queue.borrow_mut());
        self.perform(tasks);
    }

    fn tell(&self, report: Report) {
        match report {
            Report::Saved(number) => {
                self.saved.set(number);
                self.on.emit(Msg::Saved { number, settled: self.settled.take() });
            }
            Report::SaveError(why) => self.on.emit(Msg::SaveFailed(why)),
            Report::Doubted => self.on.emit(Msg::StoresInDoubt(Doubt::Closed)),
            Report::Emptied => self.ask_for_refill(),
        }
    }

    /// Asks the application for everything that the page holds, once for both stores.
    fn ask_for_refill(&self) {
        if !self.is_refill_asked.replace(true) {
            self.on.emit(Msg::StoresInDoubt(Doubt::Emptied));
        }
    }

    /// Takes what another tab has stored.
    fn hear(self: &Rc<Self>, rows: Vec<(String, String)>) {
        let name = identity_key().to_string();
        let identity = rows.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
        if let Some(identity) = identity {
            self.tell_queue(|queue| queue.heard(identity));
        }
        self.on.emit(Msg::RemoteChanged(rows));
    }

    /// Looks after the stores when another tab clears local storage, and when the person comes back.
    fn watch(self: &Rc<Self>) {
        let inner = Rc::clone(self);
        EventListener::new(&window(), "storage", move |event: &Event| {
            let is_clear = event.dyn_ref::<StorageEvent>().is_some_and(|it| it.key().is_none());
            if is_clear {
                inner.look();
            }
        })
        .forget();
        let inner = Rc::clone(self);
        let document = gloo::utils::document();
        EventListener::new(&document, "visibilitychange", move |_| inner.look()).forget();
    }

    /// Looks whether both stores still hold what they held.
    fn look(self: &Rc<Self>) {
        if self.is_local_cleared() {
            self.is_local_named.set(false);
            self.ask_for_refill();
        }
        self.tell_queue(|queue| queue.look());
    }

    fn is_local_cleared(&self) -> bool {
        self.is_local_named.get() && !self.local.as_ref().is_some_and(local_storage::is_named)
    }

    fn note_local(&self) {
        self.is_local_named.set(self.local.as_ref().is_some_and(local_storage::is_named));
    }

    /// Opens the database for the first time, and reads it.
    async fn open_and_read(self: Rc<Self>) -> Result<BTreeMap<String, String>, SaveError> {
        if !room::has_room().await {
            return Err(SaveError::Full);
        }
        let database = self.connect().await?;
        indexed_db::read(&database).await.map_err(|error| indexed_db::to_save_error(&error))
    }

    /// Opens a connection, and hears when it is closed.
    async fn connect(self: &Rc<Self>) -> Result<IdbDatabase, SaveError> {
        let number = self.connections.get() + 1;
        self.connections.set(number);
        let inner = Rc::clone(self);
        let on_closed = move || {
            if inner.connections.get() == number {
                inner.disconnect();
                inner.tell_queue(WriteQueue::closed);
            }
        };
        let opened = indexed_db::open(on_closed).await;
        let database = opened.map_err(|error| indexed_db::to_save_error(&error))?;
        self.database.replace(Some(database.clone()));
        Ok(database)
    }

    /// Opens the database again after it was closed. What it holds goes to the application where
    /// that has not seen it: at a start on a full disk, the database is not opened.
    async fn reopen(self: Rc<Self>) -> Result<Option<String>, SaveError> {
        let database = self.connect().await?;
        let trouble = |error| indexed_db::to_save_error(&error);
        if !self.is_read.get() {
            let rows = indexed_db::read(&database).await.map_err(trouble)?;
            self.is_read.set(true);
            self.on.emit(Msg::RemoteChanged(rows.into_iter().collect()));
        }
        indexed_db::identity(&database).await.map_err(trouble)
    }

    fn disconnect(&self) {
        if let Some(database) = self.database.take() {
            database.close();
        }
    }

    fn connection(&self) -> Result<IdbDatabase, SaveError> {
        let database = self.database.borrow().clone();
        database.ok_or_else(|| SaveError::from_exception("InvalidStateError", "it was closed"))
    }

    async fn identity(self: Rc<Self>) -> Result<Option<String>, SaveError> {
        let database = self.connection()?;
        indexed_db::identity(&database).await.map_err(|error| indexed_db::to_save_error(&error))
    }

    /// The newest entries of the journal; none where they cannot be read.
    async fn entries(&self) -> Vec<(String, String)> {
        match self.connection() {
            Ok(database) => indexed_db::entries(&database, ENTRIES).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Begins a transaction; of much that is to be written, once the page has answered the person.
    fn begin(self: &Rc<Self>, batches: Vec<Batch>, expected: Option<String>) {
        let bytes = |batch: &Batch| batch.writes.iter().map(|it| it.value.len()).sum::<usize>();
        let is_large = batches.iter().map(bytes).sum::<usize>() >= LARGE;
        let writing = Rc::clone(self).write(batches, expected);
        if is_large {
            Timeout::new(0, move || spawn_local(writing)).forget();
        } else {
            spawn_local(writing);
        }
    }

    async fn write(self: Rc<Self>, batches: Vec<Batch>, expected: Option<String>) {
        // Of a transaction that fails, nothing is in the journal.
        let mut last = self.last_entry.borrow().clone();
        let outcome = match self.connection() {
            Ok(database) => {
                indexed_db::write(&database, &batches, expected.as_deref(), &mut last).await
            }
            Err(why) => Err(WriteError::Failed(why)),
        };
        let mut has_locked = false;
        let outcome = outcome.map(|Written { commit, identity }| {
            self.last_entry.replace(last);
            has_locked = !commit.locked.is_empty();
            self.publish(&commit);
            identity
        });
        self.tell_queue(|queue| queue.written(outcome));
        if has_locked {
            self.on.emit(Msg::SaveFailed(SaveError::NewerVersion));
        }
    }

    /// Hands on what the database has now, and notes what came out otherwise than it was sent.
    fn publish(&self, commit: &Commit) {
        let settled = commit.records.iter().filter(|(key, _)| commit.merged_record.contains(key));
        let settled: Vec<_> = settled.map(|(key, value)| (key.clone(), value.clone())).collect();
        if let Some(storage) = &self.local {
            let writes = settled.iter().filter_map(|(key, value)| {
                Some(Write { key: Key::parse(key)?, value: value.clone(), base: None })
            });
            local_storage::write(storage, &writes.collect::<Vec<_>>());
            local_storage::write(storage, &self.to_local.take());
            self.note_local();
        }
        tabs::broadcast(&commit.records);
        self.settled.borrow_mut().extend(settled);
    }
}
