//! The write queue against a model of a browser that loses what real ones were seen to lose.
//!
//! The model knows what was measured with Chromium 156 (`docs/storage.md`): a write on a full disk
//! leaves a torn record at the end of the log; what is written behind it is thrown away with
//! everything before it when the log is read again; opening the database writes; a new log heals all
//! of that, where there is room for it. Random histories put changes, answers, full disks, cleared
//! stores, kills and further tabs in any order. What a page calls saved must be there afterwards.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use claimlight::{
    event_context::EventContext,
    storage::{
        Batch, Clock, Key, OpenJournalEntry, Report, Revision, SaveError, StoredRecord, TabId,
        Task, Write, WriteError, WriteQueue, commit, encode_record, identity_key,
    },
};

use crate::rng::Rng;

type Rows = BTreeMap<String, String>;

/// How many histories there are, and how many steps one has.
const HISTORIES: u64 = 100_000;
const STEPS: usize = 40;

/// How a page may be wrong, for which these tests must be able to fail.
#[derive(Clone, Copy, PartialEq)]
enum Page {
    /// It is not.
    Ours,
    /// It opens the database whether there is room or not.
    NeverAsksForRoom,
    /// It goes on with the log that it finds.
    KeepsTheLog,
    /// It does not look whether the database is the one that it was.
    TrustsAnyDatabase,
}

#[derive(Clone, Copy, PartialEq)]
enum Room {
    None,
    /// Enough to append some bytes, and not for a new log.
    Little,
    Plenty,
}

/// What the browser's log is like.
#[derive(Clone, Copy, PartialEq)]
enum Log {
    Sound,
    /// It ends in a torn record.
    Torn,
    /// Something stands behind a torn record.
    Poisoned,
}

/// What the browser does with its log.
#[derive(Clone, Copy, PartialEq)]
enum Access {
    Closed,
    Open,
    /// It is open, and refuses every write until it is opened again.
    Failed,
}

/// The browser's part: one log for all tabs.
struct Browser {
    room: Room,
    rows: Rows,
    log: Log,
    access: Access,
}

impl Browser {
    /// Opens the log, which appends some bytes.
    fn open(&mut self) -> Result<(), SaveError> {
        if self.access != Access::Closed {
            return Ok(());
        }
        if self.log == Log::Poisoned {
            self.rows.clear();
            self.log = Log::Sound;
        }
        if self.room == Room::None {
            return Err(SaveError::Damaged);
        }
        if self.log == Log::Torn {
            self.log = Log::Poisoned;
        }
        self.access = Access::Open;
        Ok(())
    }

    fn start_new_log(&mut self) -> Result<(), SaveError> {
        match self.room {
            _ if self.access == Access::Failed => Err(SaveError::Damaged),
            Room::Plenty => {
                self.log = Log::Sound;
                Ok(())
            }
            // Seen: the deletion is called a success, and every write after it fails.
            Room::Little => {
                self.access = Access::Failed;
                Ok(())
            }
            Room::None => {
                self.break_down();
                Err(SaveError::Full)
            }
        }
    }

    /// A write on a full disk: the browser closes the log.
    fn break_down(&mut self) {
        self.access = Access::Closed;
        if self.log == Log::Sound {
            self.log = Log::Torn;
        }
    }
}

/// What comes to a tab.
enum Answer {
    Room(bool),
    Opened(Result<Option<String>, SaveError>),
    Written(Result<Option<String>, WriteError>),
    Identified(Result<Option<String>, SaveError>),
    Report(Rows),
}

struct Tab {
    queue: WriteQueue,
    clock: Clock,
    millis: u64,
    /// Everything that the page holds.
    holds: Rows,
    /// What each batch brought.
    sent: Vec<(u64, Vec<String>)>,
    saved: u64,
    says_saved: bool,
    is_connected: bool,
    /// Whether the store was cleared in a way of which no event tells, and nobody has looked since.
    is_unaware: bool,
    tasks: VecDeque<Task>,
    /// With how often the store had been cleared when each was made.
    answers: VecDeque<(u64, Answer)>,
    /// How many rests are not over.
    rests: usize,
    last: OpenJournalEntry,
}

struct World {
    page: Page,
    browser: Browser,
    tabs: Vec<Tab>,
    made: u64,
    /// How often the store was cleared.
    clears: u64,
}

impl World {
    fn new(page: Page) -> Self {
        let browser = Browser {
            room: Room::Plenty,
            rows: Rows::new(),
            log: Log::Sound,
            access: Access::Closed,
        };
        let mut app = Self { page, browser, tabs: Vec::new(), made: 0, clears: 0 };
        app.open_tab();
        app
    }

    fn open_tab(&mut self) {
        self.made += 1;
        let context = EventContext { millis: 1, entropy: u128::from(self.made) };
        let mut tab = Tab {
            queue: WriteQueue::default(),
            clock: Clock::new(TabId::new(context)),
            millis: self.made,
            holds: Rows::new(),
            sent: Vec::new(),
            saved: 0,
            says_saved: false,
            is_connected: false,
            is_unaware: false,
            tasks: VecDeque::new(),
            answers: VecDeque::new(),
            rests: 0,
            last: OpenJournalEntry::default(),
        };
        let opened = if self.has_room() { self.connect() } else { Err(SaveError::Full) };
        if opened.is_ok() {
            tab.is_connected = true;
            tab.holds.clone_from(&self.browser.rows);
            tab.says_saved = true;
        }
        tab.tasks.extend(tab.queue.started(opened));
        if !tab.holds.contains_key(&identity_key().to_string()) {
            let identity = tab.identity();
            tab.send(vec![identity]);
        }
        self.tabs.push(tab);
    }

    fn has_room(&self) -> bool {
        self.page == Page::NeverAsksForRoom || self.browser.room == Room::Plenty
    }

    /// Opens a connection as `shell::database` does: the log is opened and begun anew at once.
    fn connect(&mut self) -> Result<Option<String>, SaveError> {
        let was_open = self.browser.access != Access::Closed;
        self.browser.open()?;
        if self.page != Page::KeepsTheLog {
            let is_lost = self.browser.start_new_log();
            if is_lost.is_err() && was_open {
                self.close_all();
            }
            is_lost?;
        }
        Ok(self.browser.rows.get(&identity_key().to_string()).cloned())
    }

    /// The browser closes the connections of all tabs, and each hears of it.
    fn close_all(&mut self) {
        for tab in &mut self.tabs {
            if std::mem::take(&mut tab.is_connected) {
                let tasks = tab.queue.closed();
                tab.take(tasks);
            }
        }
    }

    /// A tab does the next thing that its queue asks for, or hears the next answer.
    fn go_on(&mut self, at: usize, does_task: bool) {
        if does_task && let Some(task) = self.tabs[at].tasks.pop_front() {
            let answer = self.perform(at, task);
            let clears = self.clears;
            self.tabs[at].answers.extend(answer.map(|answer| (clears, answer)));
        } else if let Some((clears, answer)) = self.tabs[at].answers.pop_front() {
            let has_looked = matches!(
                answer,
                Answer::Written(Ok(_) | Err(WriteError::Emptied))
                    | Answer::Identified(Ok(_))
                    | Answer::Opened(Ok(_))
            );
            self.tabs[at].is_unaware &= !(has_looked && clears == self.clears);
            self.tabs[at].hear(answer);
        }
    }

    fn perform(&mut self, at: usize, task: Task) -> Option<Answer> {
        match task {
            Task::CheckRoom => {
                self.tabs[at].is_connected = false;
                // Opening follows at once: in the milliseconds between, nobody fills the disk.
                let has_room = self.has_room();
                self.tabs[at].hear(Answer::Room(has_room));
                let open = self.tabs[at].tasks.iter().position(|task| *task == Task::Open)?;
                self.tabs[at].tasks.remove(open);
                let opened = self.connect();
                if opened.is_ok() {
                    self.tabs[at].is_connected = true;
                    let rows = self.browser.rows.clone();
                    self.tabs[at].merge(rows);
                }
                Some(Answer::Opened(opened))
            }
            Task::Open => unreachable!("it follows the look for room at once"),
            Task::Write { batches, expected } => {
                let expected = expected.filter(|_| self.page != Page::TrustsAnyDatabase);
                Some(Answer::Written(self.write(at, &batches, expected.as_ref())))
            }
            Task::Identify => {
                let identity = self.browser.rows.get(&identity_key().to_string()).cloned();
                Some(Answer::Identified(Ok(identity)))
            }
            Task::Wait(_) => {
                self.tabs[at].rests += 1;
                None
            }
            Task::Tell(report) => {
                self.tabs[at].be_shown(&report);
                None
            }
        }
    }

    fn write(
        &mut self,
        at: usize,
        batches: &[Batch],
        expected: Option<&String>,
    ) -> Result<Option<String>, WriteError> {
        if !self.tabs[at].is_connected {
            return Err(WriteError::Failed(SaveError::Damaged));
        }
        let key = identity_key().to_string();
        if expected.is_some() && self.browser.rows.get(&key) != expected {
            return Err(WriteError::Emptied);
        }
        if self.browser.access == Access::Failed || self.browser.room != Room::Plenty {
            self.browser.break_down();
            // The writer learns of it by its error, all others by the event.
            self.tabs[at].is_connected = false;
            self.close_all();
            let why =
                if self.made.is_multiple_of(2) { SaveError::Full } else { SaveError::Damaged };
            return Err(WriteError::Failed(why));
        }
        let tab = &mut self.tabs[at];
        let commit = commit(batches, &self.browser.rows, &mut tab.last);
        self.browser.rows.extend(commit.records.clone());
        for (other, tab) in self.tabs.iter_mut().enumerate() {
            if other != at {
                tab.answers.push_back((self.clears, Answer::Report(commit.records.clone())));
            }
        }
        Ok(self.browser.rows.get(&key).cloned())
    }

    /// Somebody clears the database: deletes it, or empties it without an event.
    fn clear(&mut self, is_silent: bool) {
        self.clears += 1;
        self.browser.rows.clear();
        for tab in &mut self.tabs {
            // What is gone is gone, until a page notices and calls it saved again.
            (tab.saved, tab.is_unaware) = (0, is_silent || tab.is_unaware);
        }
        if !is_silent {
            self.close_all();
        }
    }

    /// Kills the browser; returns what must be there at the next start.
    fn kill(&mut self) -> BTreeSet<String> {
        let tabs = std::mem::take(&mut self.tabs);
        self.browser.access = Access::Closed;
        let saved = tabs.iter().filter(|tab| !tab.is_unaware).flat_map(Tab::called_saved);
        saved.collect()
    }

    /// Lets a tab do everything that it has to do.
    fn settle(&mut self, at: usize) {
        for _ in 0..100 {
            if self.tabs[at].tasks.is_empty() && self.tabs[at].answers.is_empty() {
                if self.tabs[at].rests == 0 {
                    return;
                }
                self.tabs[at].rest();
            }
            self.go_on(at, true);
            self.go_on(at, false);
        }
        panic!("it does not come to rest");
    }

    /// What is gone after two restarts on a disk with room.
    fn lost(&mut self, must_be_there: &BTreeSet<String>) -> usize {
        self.browser.room = Room::Plenty;
        let mut lost = 0;
        for _ in 0..2 {
            self.open_tab();
            let at = self.tabs.len() - 1;
            self.settle(at);
            let holds = &self.tabs[at].holds;
            lost += must_be_there.iter().filter(|key| !holds.contains_key(*key)).count();
            self.kill();
        }
        lost
    }
}

impl Tab {
    /// The keys of what this page has called saved, and still does.
    fn called_saved(&self) -> Vec<String> {
        if self.says_saved {
            return self.holds.keys().cloned().collect();
        }
        let sent = self.sent.iter().filter(|(number, _)| *number <= self.saved);
        sent.flat_map(|(_, keys)| keys.clone()).collect()
    }

    fn stored(&mut self, name: &str) -> Write {
        let key = Key::Setting(name.to_owned());
        let hlc = self.clock.tick(self.millis);
        let revision = Revision { rev: 1, hlc, tab: self.clock.tab().clone() };
        let stored = StoredRecord {
            revision,
            deleted: false,
            conflicts: claimlight::json::JsonObject::new(),
            record: claimlight::json::JsonObject::new(),
        };
        Write { key, value: encode_record(&stored), base: None }
    }

    fn identity(&mut self) -> Write {
        self.stored("store-id")
    }

    fn batch(&mut self, writes: Vec<Write>) -> Batch {
        let number = self.sent.len() as u64 + 1;
        let rows = writes.iter().map(|write| (write.key.to_string(), write.value.clone()));
        let rows: Rows = rows.collect();
        self.sent.push((number, rows.keys().cloned().collect()));
        self.holds.extend(rows);
        self.says_saved = false;
        Batch { number, writes, entry: None }
    }

    fn send(&mut self, writes: Vec<Write>) {
        let batch = self.batch(writes);
        let tasks = self.queue.add(batch);
        self.take(tasks);
    }

    /// Takes what the queue asks for; what it tells is told at once, as in the page.
    fn take(&mut self, tasks: Vec<Task>) {
        for task in tasks {
            if let Task::Tell(report) = task {
                self.be_shown(&report);
            } else {
                self.tasks.push_back(task);
            }
        }
    }

    fn be_shown(&mut self, report: &Report) {
        match report {
            Report::Saved(number) => {
                if !self.is_unaware {
                    self.saved = self.saved.max(*number);
                }
                self.says_saved = *number == self.sent.len() as u64;
            }
            Report::SaveError(_) | Report::Doubted => self.says_saved = false,
            Report::Emptied => {
                // Until all is written again, nothing is called saved.
                (self.saved, self.says_saved) = (0, false);
                let identity = identity_key();
                let mut writes: Vec<Write> = self
                    .holds
                    .iter()
                    .filter_map(|(key, value)| {
                        let key = Key::parse(key).filter(|key| *key != identity)?;
                        Some(Write { key, value: value.clone(), base: None })
                    })
                    .collect();
                writes.push(self.identity());
                let batch = self.batch(writes);
                let tasks = self.queue.refill(batch);
                self.take(tasks);
            }
        }
    }

    /// A rest is over.
    fn rest(&mut self) {
        self.rests -= 1;
        let tasks = self.queue.waited();
        self.take(tasks);
    }

    fn hear(&mut self, answer: Answer) {
        let tasks = match answer {
            Answer::Room(has_room) => self.queue.room_checked(has_room),
            Answer::Opened(opened) => self.queue.opened(opened),
            Answer::Written(written) => self.queue.written(written),
            Answer::Identified(identity) => self.queue.identified(identity),
            Answer::Report(rows) => {
                let identity = rows.get(&identity_key().to_string()).cloned();
                self.merge(rows);
                identity.map(|it| self.queue.received(it)).unwrap_or_default()
            }
        };
        self.take(tasks);
    }

    fn merge(&mut self, rows: Rows) {
        for (key, value) in rows {
            self.holds.entry(key).or_insert(value);
        }
    }
}

/// One random step.
fn step(app: &mut World, rng: &mut Rng) {
    let at = rng.below(app.tabs.len());
    match rng.below(24) {
        0..=4 => {
            app.made += 1;
            let name = format!("n{}", app.made);
            let write = app.tabs[at].stored(&name);
            app.tabs[at].send(vec![write]);
        }
        5 => app.browser.room = [Room::None, Room::Little][rng.below(2)],
        6 => app.browser.room = Room::Plenty,
        7 => {
            // A transaction that was asked for comes before a clearing that is asked for later.
            let is_write = |task: &Task| matches!(task, Task::Write { .. });
            let is_writing = app.tabs.iter().any(|tab| tab.tasks.iter().any(is_write));
            app.clear(!is_writing && rng.below(3) == 0);
        }
        8 if app.tabs.len() < 3 => app.open_tab(),
        9 => {
            let tasks = app.tabs[at].queue.check_identity();
            app.tabs[at].take(tasks);
        }
        10 | 11 => {
            if app.tabs[at].rests > 0 {
                app.tabs[at].rest();
            }
        }
        _ => app.go_on(at, rng.below(2) == 0),
    }
}

/// How many of so many random histories lose something that was called saved.
fn histories_with_losses(page: Page, count: u64) -> usize {
    let mut losing = 0;
    for seed in 0..count {
        let (mut rng, mut app) = (Rng::new(seed), World::new(page));
        let mut lost = 0;
        // Of what was saved before a clearing, a kill before the page notices leaves nothing.
        for _ in 0..=rng.below(3) {
            for _ in 0..rng.below(STEPS) {
                step(&mut app, &mut rng);
            }
            let must_be_there = app.kill();
            let room = app.browser.room;
            if room == Room::Plenty || rng.below(2) == 0 {
                lost += app.lost(&must_be_there);
                app.open_tab();
            } else {
                // A start on the full disk comes first.
                app.open_tab();
                for _ in 0..rng.below(10) {
                    app.go_on(0, rng.below(2) == 0);
                }
                app.kill();
                lost += app.lost(&must_be_there);
                app.open_tab();
            }
        }
        assert!(lost == 0 || page != Page::Ours, "history {seed} loses {lost}");
        losing += usize::from(lost > 0);
    }
    losing
}

#[test]
fn in_any_history_what_was_called_saved_is_there_after_restarts() {
    assert_eq!(histories_with_losses(Page::Ours, HISTORIES), 0);
}

#[test]
fn pages_that_trust_the_browser_too_much_are_found_out() {
    for page in [Page::NeverAsksForRoom, Page::KeepsTheLog, Page::TrustsAnyDatabase] {
        assert!(histories_with_losses(page, 2_000) > 20);
    }
}

/// What a queue asks for after its first transaction has failed in this way.
fn after_failure(why: SaveError) -> Vec<Task> {
    let mut queue = WriteQueue::default();
    assert_eq!(queue.started(Ok(None)), []);
    let tasks = queue.add(Batch { number: 1, writes: Vec::new(), entry: None });
    assert!(matches!(tasks.as_slice(), [Task::Write { .. }]));
    queue.written(Err(WriteError::Failed(why)))
}

#[test]
fn after_any_failure_the_database_is_opened_anew_and_only_with_room() {
    let said = [
        ("UnknownError", "Internal error committing transaction."),
        ("AbortError", ""),
        ("InvalidStateError", "The database connection is closing."),
        ("DataError", ""),
        ("TimeoutError", "of some other kind"),
    ];
    for (name, message) in said {
        let tasks = after_failure(SaveError::from_exception(name, message));
        assert_eq!(tasks, [Task::CheckRoom], "{name}");
    }
}

#[test]
fn want_of_room_is_told_at_once_whatever_the_browser_calls_it() {
    let said = [
        ("QuotaExceededError", ""),
        ("UnknownError", "IO error: 000003.log: FILE_ERROR_NO_SPACE (WritableFileAppend::8)"),
        ("UnknownError", "Encountered full disk while opening backing store."),
        ("AbortError", "Encountered disk full while committing transaction."),
    ];
    for (name, message) in said {
        let tasks = after_failure(SaveError::from_exception(name, message));
        let sentence = Task::Tell(Report::SaveError(SaveError::Full));
        assert_eq!(tasks, [sentence, Task::CheckRoom], "{name} {message}");
    }
}

#[test]
fn a_queue_without_room_asks_again_and_opens_nothing_before() {
    let mut queue = WriteQueue::default();
    assert!(matches!(queue.started(Err(SaveError::Full)).as_slice(), [Task::Wait(_)]));
    let batch = Batch { number: 1, writes: Vec::new(), entry: None };
    assert_eq!(queue.add(batch), [Task::CheckRoom], "a change waits for no rest");
    let tasks = queue.room_checked(false);
    assert!(matches!(tasks.as_slice(), [Task::Tell(_), Task::Wait(_)]), "{tasks:?}");
    for _ in 0..5 {
        assert_eq!(queue.waited(), [Task::CheckRoom]);
        let tasks = queue.room_checked(false);
        assert!(matches!(tasks.as_slice(), [Task::Tell(_), Task::Wait(_)]), "{tasks:?}");
    }
    assert_eq!(queue.waited(), [Task::CheckRoom]);
    assert_eq!(queue.room_checked(true), [Task::Open]);
}

#[test]
fn a_failure_that_does_not_end_is_told_and_tried_more_seldom() {
    let mut queue = WriteQueue::default();
    assert_eq!(queue.started(Ok(None)), []);
    let mut tasks = queue.add(Batch { number: 1, writes: Vec::new(), entry: None });
    let mut tries = 0;
    while !tasks.iter().any(|task| matches!(task, Task::Wait(_))) {
        tries += 1;
        tasks = match tasks.last() {
            Some(Task::Write { .. }) => queue.written(Err(WriteError::Failed(SaveError::Damaged))),
            Some(Task::CheckRoom) => queue.room_checked(true),
            Some(Task::Open) => queue.opened(Ok(None)),
            other => panic!("{other:?}"),
        };
        assert!(tries < 30);
    }
    assert_eq!(tasks.first(), Some(&Task::Tell(Report::SaveError(SaveError::Damaged))));
}
