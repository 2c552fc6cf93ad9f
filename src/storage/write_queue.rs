//! The write queue: decides when the database may be opened and written, and when a change counts
//! as saved.
//!
//! It is a state machine without a browser: the page tells it what happened, it answers with
//! [`Task`]s. Its rules come from what browsers were seen to do (`docs/storage.md`):
//!
//! - A write that fails may leave a torn record at the end of the browser's own log, and whatever
//!   is written behind it is thrown away at a later start, with everything before it. So after any
//!   failure the connection is given up. It is opened anew only once the disk is known to have room,
//!   and each opening begins with a new log ([`Task::Open`]).
//! - A database can be cleared under an open page. So each transaction compares the
//!   [identity](identity_key) of the database with the one that it had before, and nothing is called
//!   saved until everything that the page holds has been written again.

use super::{Batch, Key, SaveError, settings};

/// After how many milliseconds the disk is asked again whether it has room.
const ROOM_AGAIN_MILLIS: u32 = 5_000;
/// After how many milliseconds the database is tried again when it failed for another reason.
const AGAIN_MILLIS: u32 = 2_000;
/// How many failures in a row are tried again at once before the queue rests.
const QUICK_TRIES: usize = 3;

/// The key of the record that tells one filling of the stores from another: its id is drawn when
/// the stores are filled for the first time, and again when they are filled anew.
pub fn identity_key() -> Key {
    Key::Setting(settings::STORE_ID.to_owned())
}

/// What the page does for the queue.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Find out whether the disk has room; answered by [`WriteQueue::room_checked`].
    CheckRoom,
    /// Open the database and start its log anew; answered by [`WriteQueue::opened`].
    Open,
    /// Write these batches in one transaction, unless the database's identity is no longer
    /// `expected`; answered by [`WriteQueue::written`].
    Write {
        /// The batches, in their order.
        batches: Vec<Batch>,
        /// The identity that the database must have; `None` where any will do.
        expected: Option<String>,
    },
    /// Read the identity of the database; answered by [`WriteQueue::identified`].
    Identify,
    /// Call [`WriteQueue::rested`] after so many milliseconds.
    Rest(u32),
    /// Tell the application.
    Tell(Report),
}

/// What the queue tells the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// All batches up to this number are where a crash cannot take them.
    Saved(u64),
    /// What was sent is not saved.
    SaveError(SaveError),
    /// The connection was closed, perhaps because the stores were cleared: nothing is known to be
    /// saved until [`Report::Saved`].
    Doubted,
    /// The database has lost what it held; answered by [`WriteQueue::refill`].
    Emptied,
}

/// Why a transaction wrote nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The database is not the one that it was: somebody has cleared it.
    Emptied,
    /// The browser refused, or failed.
    Failed(SaveError),
}

/// How far the queue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// There is no connection, and nobody needs one.
    #[default]
    Closed,
    CheckingRoom,
    Opening,
    /// The connection is there, and nothing is being written.
    Ready,
    Writing,
    /// Something failed; it is tried again in a moment.
    Resting,
}

/// Whether the database was cleared and has to be filled again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Refill {
    #[default]
    NotNeeded,
    /// The application was asked for everything that the page holds.
    Asked,
    /// It is among the batches that wait or are being written.
    HandedIn,
}

/// Batches on their way to the database.
#[derive(Debug, Default)]
pub struct WriteQueue {
    phase: Phase,
    waiting: Vec<Batch>,
    writing: Vec<Batch>,
    /// The identity of the database when it was last used; `None` before that.
    identity: Option<String>,
    refill: Refill,
    /// Whether the browser closed the connection while an answer was awaited.
    is_closed: bool,
    /// How many failures there were since something succeeded.
    failures: usize,
    /// Whether the application was told of trouble that is not over.
    is_in_trouble: bool,
    /// The number of the last batch that was saved.
    saved: u64,
}

impl WriteQueue {
    /// Takes note of how the page's first opening of the database went: its identity, or why it
    /// could not be opened. The application knows of that already.
    #[must_use]
    pub fn started(&mut self, opened: Result<Option<String>, SaveError>) -> Vec<Task> {
        match opened {
            Ok(identity) => {
                self.identity = identity;
                self.phase = Phase::Ready;
                self.advance()
            }
            Err(why) => {
                self.is_in_trouble = true;
                self.rest(&why)
            }
        }
    }

    /// Takes a batch to be written.
    #[must_use]
    pub fn add(&mut self, batch: Batch) -> Vec<Task> {
        self.waiting.push(batch);
        self.advance()
    }

    /// Takes everything that the page holds, for stores that were cleared.
    ///
    /// It is written behind what waits, so that a batch meets a database in which nothing is newer.
    #[must_use]
    pub fn refill(&mut self, batch: Batch) -> Vec<Task> {
        self.refill = Refill::HandedIn;
        self.add(batch)
    }

    /// Takes note that the browser has closed the connection, or that another tab asked for it.
    #[must_use]
    pub fn closed(&mut self) -> Vec<Task> {
        match self.phase {
            // The database may have been cleared, so it is looked at even if nothing waits.
            Phase::Ready => {
                self.is_in_trouble = true;
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

    /// Looks whether the database is still the one that it was; each write does so anyway.
    #[must_use]
    pub fn look(&self) -> Vec<Task> {
        if self.phase == Phase::Ready { vec![Task::Identify] } else { Vec::new() }
    }

    /// Takes note of the identity that another tab has found or written.
    ///
    /// Another one than ours means that the stores were cleared, and that the other tab has noticed.
    #[must_use]
    pub fn heard(&mut self, identity: String) -> Vec<Task> {
        match &self.identity {
            Some(known) if *known != identity => self.look(),
            Some(_) => Vec::new(),
            None => {
                self.identity = Some(identity);
                Vec::new()
            }
        }
    }

    /// Takes note of the identity that the database has now, or of a failure to read it.
    #[must_use]
    pub fn identified(&mut self, identity: Result<Option<String>, SaveError>) -> Vec<Task> {
        // A transaction that has begun since finds out by itself.
        if self.phase != Phase::Ready || self.refill == Refill::Asked {
            return Vec::new();
        }
        match identity {
            Ok(identity) => self.compare(identity),
            Err(_) => self.closed(),
        }
    }

    /// Takes note of whether the disk has room.
    #[must_use]
    pub fn room_checked(&mut self, has_room: bool) -> Vec<Task> {
        if has_room {
            self.phase = Phase::Opening;
            return vec![Task::Open];
        }
        self.fail(SaveError::Full)
    }

    /// Takes note of the database's identity after it was opened, or of why it was not.
    #[must_use]
    pub fn opened(&mut self, opened: Result<Option<String>, SaveError>) -> Vec<Task> {
        match opened {
            Ok(_) if self.is_closed => self.check_room(),
            Ok(identity) => {
                self.phase = Phase::Ready;
                let mut tasks = self.compare(identity);
                let is_idle = self.phase == Phase::Ready && self.refill != Refill::Asked;
                if is_idle && self.is_in_trouble {
                    // Nothing waits: all that was ever sent is there.
                    tasks.push(self.tell_saved());
                }
                tasks
            }
            Err(why) => self.fail(why),
        }
    }

    /// Takes note of what became of a transaction: the database's identity after it.
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
                // What was written before the connection was closed may have been cleared since.
                if self.phase == Phase::CheckingRoom {
                    self.is_in_trouble = true;
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

    /// Takes note that a rest is over.
    #[must_use]
    pub fn rested(&mut self) -> Vec<Task> {
        if self.phase == Phase::Resting { self.check_room() } else { Vec::new() }
    }

    /// Whether an answer of the browser is awaited.
    pub fn is_busy(&self) -> bool {
        match self.phase {
            Phase::CheckingRoom | Phase::Opening | Phase::Writing => true,
            Phase::Closed | Phase::Ready | Phase::Resting => false,
        }
    }

    /// Starts what can be started.
    fn advance(&mut self) -> Vec<Task> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        match self.phase {
            // Somebody who goes on working waits for no rest.
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

    /// Goes on after a transaction; a connection that was closed meanwhile is opened anew.
    fn go_on(&mut self) -> Vec<Task> {
        if self.is_closed { self.check_room() } else { self.advance() }
    }

    fn check_room(&mut self) -> Vec<Task> {
        self.phase = Phase::CheckingRoom;
        self.is_closed = false;
        vec![Task::CheckRoom]
    }

    /// Compares the identity of the database with the one that it had.
    fn compare(&mut self, identity: Option<String>) -> Vec<Task> {
        let is_known = self.identity.is_some() && self.refill != Refill::HandedIn;
        if is_known && identity != self.identity {
            return self.emptied();
        }
        self.identity = identity;
        self.advance()
    }

    /// Asks for everything that the page holds, once.
    fn emptied(&mut self) -> Vec<Task> {
        if std::mem::replace(&mut self.refill, Refill::Asked) == Refill::Asked {
            return Vec::new();
        }
        vec![Task::Tell(Report::Emptied)]
    }

    fn tell_saved(&mut self) -> Task {
        self.failures = 0;
        self.is_in_trouble = false;
        Task::Tell(Report::Saved(self.saved))
    }

    /// Gives up the connection, and tells why. The first failure of a transaction is tried again
    /// before it is told, unless there was no room.
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
        self.is_in_trouble = true;
        std::iter::once(Task::Tell(Report::SaveError(why))).chain(next).collect()
    }

    fn rest(&mut self, why: &SaveError) -> Vec<Task> {
        self.phase = Phase::Resting;
        let millis = if *why == SaveError::Full { ROOM_AGAIN_MILLIS } else { AGAIN_MILLIS };
        vec![Task::Rest(millis)]
    }
}
