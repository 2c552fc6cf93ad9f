//! The write queue: decides when the database may be opened and written, and when a change counts
//! as saved.
//!
//! It is a state machine without a browser: the platform reports each event to it and performs the
//! [`Task`]s that it returns. Its rules come from the measured behaviour of browsers
//! (`docs/storage.md`):
//!
//! - A write that fails may leave a torn record at the end of the browser's log. The browser later
//!   throws away everything behind that record and everything before it. So after any failure the
//!   queue gives up the connection. It opens a new one only when the disk has room, and each
//!   opening begins with a new log ([`Task::Open`]).
//! - A user or a script can clear the database under an open page. So each transaction compares the
//!   [identity](identity_key) of the database with the previous one. When they differ, nothing
//!   counts as saved until everything that the page holds has been written again.

use super::{Batch, Key, SaveError, settings};

/// How many milliseconds the queue waits before it asks again whether a full disk has room.
const ROOM_AGAIN_MILLIS: u32 = 5_000;
/// How many milliseconds the queue waits after any other failure before it opens the database
/// again.
const AGAIN_MILLIS: u32 = 2_000;
/// The highest number of failures in a row after which the queue retries a failed transaction at
/// once instead of resting first.
const QUICK_TRIES: usize = 3;

/// Returns the key of the record that identifies the stores. Its identifier is drawn when the
/// stores are filled for the first time, and again when they are refilled.
pub fn identity_key() -> Key {
    Key::Setting(settings::STORE_ID.to_owned())
}

/// A task that the platform performs for the queue.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Check whether the disk has room; answered by [`WriteQueue::room_checked`].
    CheckRoom,
    /// Open the database and start a new log; answered by [`WriteQueue::opened`].
    Open,
    /// Write the batches in one transaction, unless the database has another identity than
    /// `expected`; answered by [`WriteQueue::written`].
    Write {
        /// The batches, in order.
        batches: Vec<Batch>,
        /// The identity that the database must have; `None` accepts any.
        expected: Option<String>,
    },
    /// Read the identity of the database; answered by [`WriteQueue::identified`].
    Identify,
    /// Call [`WriteQueue::waited`] after this many milliseconds.
    Wait(u32),
    /// Report to the application.
    Tell(Report),
}

/// A report of the queue to the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The database has all batches up to this number on the disk, where a crash cannot destroy
    /// them.
    Saved(u64),
    /// The batches that were sent are not saved.
    SaveError(SaveError),
    /// The connection was closed, perhaps because somebody cleared the stores. Nothing counts as
    /// saved until the next [`Report::Saved`].
    Doubted,
    /// The database has lost its content; answered by [`WriteQueue::refill`].
    Emptied,
}

/// The reason why a transaction wrote nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The database has another identity than before: somebody has cleared it.
    Emptied,
    /// The browser refused the transaction, or failed.
    Failed(SaveError),
}

/// The state of the connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// There is no connection, and nothing waits for one.
    #[default]
    Closed,
    CheckingRoom,
    Opening,
    /// The connection is open, and no transaction is running.
    Ready,
    Writing,
    /// Something failed, and the queue waits before it tries again.
    Resting,
}

/// Whether the database was cleared and has to be filled again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Refill {
    #[default]
    NotNeeded,
    /// The queue has asked the application for everything that the page holds.
    Asked,
    /// The content of the page is among the batches that wait or are being written.
    HandedIn,
}

/// The batches on their way to the database, and the state of the connection.
#[derive(Debug, Default)]
pub struct WriteQueue {
    phase: Phase,
    waiting: Vec<Batch>,
    writing: Vec<Batch>,
    /// The identity of the database when it was last used; `None` before the first use.
    identity: Option<String>,
    refill: Refill,
    /// Whether the browser closed the connection while the queue waited for an answer.
    is_closed: bool,
    /// The number of failures since the last success.
    failures: usize,
    /// Whether there was trouble since the last [`Report::Saved`].
    has_save_error: bool,
    /// The number of the last saved batch.
    saved: u64,
}

impl WriteQueue {
    /// Records the result of the page's first opening of the database: its identity, or the reason
    /// why it could not be opened. The application knows that reason already.
    #[must_use]
    pub fn started(&mut self, opened: Result<Option<String>, SaveError>) -> Vec<Task> {
        match opened {
            Ok(identity) => {
                self.identity = identity;
                self.phase = Phase::Ready;
                self.advance()
            }
            Err(why) => {
                self.has_save_error = true;
                self.rest(&why)
            }
        }
    }

    /// Adds a batch to be written.
    #[must_use]
    pub fn add(&mut self, batch: Batch) -> Vec<Task> {
        self.waiting.push(batch);
        self.advance()
    }

    /// Adds everything that the page holds, for stores that were cleared.
    ///
    /// It goes behind the waiting batches, so that those meet a database in which nothing is newer.
    #[must_use]
    pub fn refill(&mut self, batch: Batch) -> Vec<Task> {
        self.refill = Refill::HandedIn;
        self.add(batch)
    }

    /// Records that the browser has closed the connection, or that another tab wants it closed.
    #[must_use]
    pub fn closed(&mut self) -> Vec<Task> {
        match self.phase {
            // Somebody may have cleared the database, so the queue reopens it even if nothing
            // waits.
            Phase::Ready => {
                self.has_save_error = true;
                let mut tasks = vec![Task::Tell(Report::Doubted)];
                tasks.extend(self.check_room());
                tasks
            }
            Phase::Opening | Phase::Writing => {
                self.is_closed = true;
                Vec::new()
            }
            Phase::Closed | Phase::CheckingRoom | Phase::Resting => Vec::new(),
        }
    }

    /// Checks whether the database still has the same identity; each write checks that as well.
    #[must_use]
    pub fn check_identity(&self) -> Vec<Task> {
        if self.phase == Phase::Ready { vec![Task::Identify] } else { Vec::new() }
    }

    /// Records the identity that another tab has found or written.
    ///
    /// If it differs from ours, somebody has cleared the stores and the other tab has noticed.
    #[must_use]
    pub fn received(&mut self, identity: String) -> Vec<Task> {
        match &self.identity {
            Some(known) if *known != identity => self.check_identity(),
            Some(_) => Vec::new(),
            None => {
                self.identity = Some(identity);
                Vec::new()
            }
        }
    }

    /// Records the identity that the database has now, or that it could not be read.
    #[must_use]
    pub fn identified(&mut self, identity: Result<Option<String>, SaveError>) -> Vec<Task> {
        // A transaction that has begun since checks the identity itself.
        if self.phase != Phase::Ready || self.refill == Refill::Asked {
            return Vec::new();
        }
        match identity {
            Ok(identity) => self.compare(identity),
            Err(_) => self.closed(),
        }
    }

    /// Records whether the disk has room.
    #[must_use]
    pub fn room_checked(&mut self, has_room: bool) -> Vec<Task> {
        if has_room {
            self.phase = Phase::Opening;
            return vec![Task::Open];
        }
        self.fail(SaveError::Full)
    }

    /// Records that the database was opened, with its identity, or why it was not.
    #[must_use]
    pub fn opened(&mut self, opened: Result<Option<String>, SaveError>) -> Vec<Task> {
        match opened {
            Ok(_) if self.is_closed => self.check_room(),
            Ok(identity) => {
                self.phase = Phase::Ready;
                let mut tasks = self.compare(identity);
                let is_idle = self.phase == Phase::Ready && self.refill != Refill::Asked;
                if is_idle && self.has_save_error {
                    // Nothing waits, so the database has everything that was sent.
                    tasks.push(self.tell_saved());
                }
                tasks
            }
            Err(why) => self.fail(why),
        }
    }

    /// Records the result of a transaction: the database's identity after it, or why it wrote
    /// nothing.
    #[must_use]
    pub fn written(&mut self, outcome: Result<Option<String>, WriteError>) -> Vec<Task> {
        let batches = std::mem::take(&mut self.writing);
        self.phase = Phase::Ready;
        match outcome {
            Ok(identity) => {
                self.identity = identity;
                self.refill = Refill::NotNeeded;
                self.saved = batches.last().map_or(self.saved, |batch| batch.number);
                let mut tasks = self.go_on();
                // The connection was closed during the transaction, so somebody may have cleared
                // what it wrote.
                if self.phase == Phase::CheckingRoom {
                    self.has_save_error = true;
                } else {
                    tasks.insert(0, self.tell_saved());
                }
                tasks
            }
            Err(error) => {
                self.waiting.splice(..0, batches);
                match error {
                    WriteError::Emptied => {
                        let mut tasks = self.emptied();
                        tasks.extend(self.go_on());
                        tasks
                    }
                    WriteError::Failed(why) => self.fail(why),
                }
            }
        }
    }

    /// Records that a rest is over.
    #[must_use]
    pub fn waited(&mut self) -> Vec<Task> {
        if self.phase == Phase::Resting { self.check_room() } else { Vec::new() }
    }

    /// Returns whether the queue waits for an answer of the browser.
    pub fn is_busy(&self) -> bool {
        match self.phase {
            Phase::CheckingRoom | Phase::Opening | Phase::Writing => true,
            Phase::Closed | Phase::Ready | Phase::Resting => false,
        }
    }

    /// Starts the next step if batches wait and the state allows it.
    fn advance(&mut self) -> Vec<Task> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        match self.phase {
            // A user who goes on working does not have to wait for the end of a rest.
            Phase::Closed | Phase::Resting => self.check_room(),
            Phase::Ready if self.refill != Refill::Asked => {
                self.phase = Phase::Writing;
                self.writing = std::mem::take(&mut self.waiting);
                let is_refill = self.refill == Refill::HandedIn;
                let expected = self.identity.clone().filter(|_| !is_refill);
                vec![Task::Write { batches: self.writing.clone(), expected }]
            }
            Phase::CheckingRoom | Phase::Opening | Phase::Ready | Phase::Writing => Vec::new(),
        }
    }

    /// Continues after a transaction; reopens the connection if it was closed meanwhile.
    fn go_on(&mut self) -> Vec<Task> {
        if self.is_closed { self.check_room() } else { self.advance() }
    }

    fn check_room(&mut self) -> Vec<Task> {
        self.phase = Phase::CheckingRoom;
        self.is_closed = false;
        vec![Task::CheckRoom]
    }

    /// Compares the identity of the database with the previous one.
    fn compare(&mut self, identity: Option<String>) -> Vec<Task> {
        let is_known = self.identity.is_some() && self.refill != Refill::HandedIn;
        if is_known && identity != self.identity {
            return self.emptied();
        }
        self.identity = identity;
        self.advance()
    }

    /// Asks the application for everything that the page holds, unless it was asked already.
    fn emptied(&mut self) -> Vec<Task> {
        if std::mem::replace(&mut self.refill, Refill::Asked) == Refill::Asked {
            return Vec::new();
        }
        vec![Task::Tell(Report::Emptied)]
    }

    fn tell_saved(&mut self) -> Task {
        self.failures = 0;
        self.has_save_error = false;
        Task::Tell(Report::Saved(self.saved))
    }

    /// Gives up the connection and reports the reason. The queue retries the first failed
    /// transaction before it reports, unless the disk was full.
    fn fail(&mut self, why: SaveError) -> Vec<Task> {
        self.is_closed = false;
        self.failures += 1;
        let is_transaction = self.phase == Phase::Ready;
        let is_quiet = is_transaction && self.failures == 1 && why != SaveError::Full;
        let next = if is_transaction && self.failures <= QUICK_TRIES {
            self.check_room()
        } else {
            self.rest(&why)
        };
        if is_quiet {
            return next;
        }
        self.has_save_error = true;
        std::iter::once(Task::Tell(Report::SaveError(why))).chain(next).collect()
    }

    fn rest(&mut self, why: &SaveError) -> Vec<Task> {
        self.phase = Phase::Resting;
        let millis = if *why == SaveError::Full { ROOM_AGAIN_MILLIS } else { AGAIN_MILLIS };
        vec![Task::Wait(millis)]
    }
}
