//! The storage driver: writes to local storage and the database, and reports the results to the
//! application.
//!
//! [`WriteQueue`] decides which step the driver may take; the driver performs it and reports back
//! to the queue. Local storage gets each change at once. A change counts as saved only when the
//! queue says so.

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

/// How long the driver waits for the database before it reports a timeout, in milliseconds.
const SAVE_TIMEOUT_MS: u32 = 5_000;

/// From how many bytes on a transaction waits until the page has handled the user's input.
const LARGE: usize = 1_000_000;

/// How many journal entries the driver reads for undo and for the history.
const ENTRIES: usize = 500;

/// Both stores of the browser; clones share them.
#[derive(Clone)]
pub struct StorageDriver(Rc<Inner>);

struct Inner {
    on: Callback<Msg>,
    local: Option<Storage>,
    /// Whether local storage had the identity of the stores when the driver last checked.
    is_local_named: Cell<bool>,
    database: RefCell<Option<IdbDatabase>>,
    /// Counts the connections, so that the driver ignores an event of an old connection.
    connections: Cell<u64>,
    /// Whether the application knows that the stores were cleared, but has not sent their content
    /// yet.
    is_refill_asked: Cell<bool>,
    /// Whether the application has received the content that the database had at the start.
    is_read: Cell<bool>,
    queue: RefCell<WriteQueue>,
    /// The writes that local storage lacked at the start.
    to_local: RefCell<Vec<Write>>,
    last_entry: RefCell<OpenJournalEntry>,
    /// The records whose stored value differs from the one that was sent, until the queue reports
    /// them as saved.
    settled: RefCell<Vec<(String, String)>>,
    saved: Cell<u64>,
}

impl StorageDriver {
    /// Creates the driver. `on` receives the results of saving and the changes of other tabs.
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

    /// Reads both stores; a store that cannot be read counts as empty. Also returns the reason why
    /// nothing can be saved; `None` where saving works.
    pub async fn read(&self) -> (StoreContents, Option<SaveError>) {
        let inner = &self.0;
        let safe = inner.clone().open_and_read().await;
        // Reading local storage holds up the page, so it comes after the page has painted
        // something.
        let local = inner.local.as_ref().map(local_storage::read);
        let save_error = match (&safe, &local) {
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
        (found, save_error)
    }

    /// Announces to other tabs that this tab is open. Then reads which tabs are open and the newest
    /// journal entries, and sends both to the application.
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

    /// Returns whether there is a connection to the database. Without one, opening another database
    /// of the page is just as dangerous.
    pub(super) fn is_open(&self) -> bool {
        self.0.database.borrow().is_some()
    }

    /// Collects a report on the stores, and sends it to the application.
    pub fn storage_report(&self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move {
            let storage_report = storage_estimate::storage_report(inner.local.as_ref()).await;
            inner.on.emit(Msg::Storage(StorageMsg::StorageReported(storage_report)));
        });
    }

    /// Reads the newest journal entries for the history, and sends them to the application.
    pub fn read_history(&self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move {
            let entries = inner.entries().await;
            inner.on.emit(Msg::Storage(StorageMsg::HistoryRead(entries)));
        });
    }

    /// Writes a batch to both stores, and reports when the database has it.
    ///
    /// Batches that could not be saved before are written with it.
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

    /// Copies missing records to both stores, and reports when the database has its part. Local
    /// storage follows after that, so that a damaged value there stays until the database has its
    /// quarantined copy.
    pub fn repair(&self, number: u64, to_local: &[Write], to_safe: Vec<Write>) {
        self.0.to_local.borrow_mut().extend_from_slice(to_local);
        self.0.send(Batch { number, writes: to_safe, entry: None });
    }

    /// Fills stores that were cleared with everything that the page holds, and reports when the
    /// database has it.
    ///
    /// Records that only local storage still has go into the database, too.
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

    /// Performs the tasks of the queue, and reports the results to the queue, which may return more
    /// tasks.
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
                Task::Wait(millis) => {
                    let inner = Rc::clone(self);
                    Timeout::new(millis, move || inner.tell_queue(WriteQueue::waited)).forget();
                }
                Task::Tell(report) => self.tell(report),
            }
        }
    }

    /// Waits for an answer of the browser, and reports it to the queue.
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

    /// Reports an event to the queue, and performs the tasks that it returns.
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

    /// Asks the application for everything that the page holds; a second store that was cleared
    /// meanwhile causes no second request.
    fn ask_for_refill(&self) {
        if !self.is_refill_asked.replace(true) {
            self.on.emit(Msg::StoresInDoubt(Doubt::Emptied));
        }
    }

    /// Passes on the records that another tab has stored.
    fn hear(self: &Rc<Self>, rows: Vec<(String, String)>) {
        let name = identity_key().to_string();
        let identity = rows.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
        if let Some(identity) = identity {
            self.tell_queue(|queue| queue.received(identity));
        }
        self.on.emit(Msg::RemoteChanged(rows));
    }

    /// Checks the stores whenever another tab clears local storage, and whenever the user leaves
    /// the page or comes back.
    fn watch(self: &Rc<Self>) {
        let inner = Rc::clone(self);
        EventListener::new(&window(), "storage", move |event: &Event| {
            let is_clear = event.dyn_ref::<StorageEvent>().is_some_and(|it| it.key().is_none());
            if is_clear {
                inner.check_identity();
            }
        })
        .forget();
        let inner = Rc::clone(self);
        let document = gloo::utils::document();
        EventListener::new(&document, "visibilitychange", move |_| inner.check_identity()).forget();
    }

    /// Checks whether both stores still have their content.
    fn check_identity(self: &Rc<Self>) {
        if self.is_local_cleared() {
            self.is_local_named.set(false);
            self.ask_for_refill();
        }
        self.tell_queue(|queue| queue.check_identity());
    }

    fn is_local_cleared(&self) -> bool {
        self.is_local_named.get() && !self.local.as_ref().is_some_and(local_storage::is_named)
    }

    fn note_local(&self) {
        self.is_local_named.set(self.local.as_ref().is_some_and(local_storage::is_named));
    }

    /// Opens the database for the first time, and reads its records.
    async fn open_and_read(self: Rc<Self>) -> Result<BTreeMap<String, String>, SaveError> {
        if !room::has_room().await {
            return Err(SaveError::Full);
        }
        let database = self.connect().await?;
        indexed_db::read(&database).await.map_err(|error| indexed_db::to_save_error(&error))
    }

    /// Opens a connection, and watches for its end.
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

    /// Opens the database again after it was closed. If the application has not seen its content
    /// yet, because the disk was full at the start, the driver sends that content.
    async fn reopen(self: Rc<Self>) -> Result<Option<String>, SaveError> {
        let database = self.connect().await?;
        let save_error = |error| indexed_db::to_save_error(&error);
        if !self.is_read.get() {
            let rows = indexed_db::read(&database).await.map_err(save_error)?;
            self.is_read.set(true);
            self.on.emit(Msg::RemoteChanged(rows.into_iter().collect()));
        }
        indexed_db::identity(&database).await.map_err(save_error)
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

    /// Returns the newest journal entries; an empty list where they cannot be read.
    async fn entries(&self) -> Vec<(String, String)> {
        match self.connection() {
            Ok(database) => indexed_db::entries(&database, ENTRIES).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Begins a transaction; a large one waits until the page has handled the user's input.
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
        // A failed transaction must leave the journal state unchanged, so this works on a copy.
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

    /// Sends the stored records to other tabs, writes to local storage what it lacks, and remembers
    /// the records whose stored value differs from the one that was sent.
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
