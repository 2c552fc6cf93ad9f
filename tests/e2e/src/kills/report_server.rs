//! Hears what the script in the page tells.

mod heard;

pub(super) use heard::{Order, Report, Shown};

use super::{log::Log, oracle::Comparison, purpose::Purpose};
use crate::{Error, TestResult};
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long a browser may take to start, and its page to say what it has.
const PATIENCE: Duration = Duration::from_secs(90);

/// What the page says where nothing can be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaveStates {
    /// All that it said of saving, from its start.
    pub states: Vec<String>,
    /// How many milliseconds after each change it said that this is not saved.
    pub delays: Vec<u64>,
}

/// Hears what the script in the page tells.
#[derive(Debug, Default)]
pub(super) struct ReportServer {
    heard: Mutex<Report>,
    news: Condvar,
}

impl ReportServer {
    /// From now on hears the next start of a browser, and nothing that an earlier one has told.
    pub(super) fn expect_run(&self, purpose: Purpose, seed: u64) {
        self.heard().tune(purpose, seed);
    }

    /// Forgets what an earlier profile had, and returns how many changes were acknowledged there.
    pub(super) fn take_acknowledged(&self) -> usize {
        self.heard().take_acknowledged()
    }

    /// Returns what happened since the last call.
    pub(super) fn take_log(&self) -> Log {
        self.heard().take_log()
    }

    /// Logs something that the harness saw.
    pub(super) fn note(&self, note: &str) {
        self.heard().note(note);
    }

    /// Records that the stores are clear.
    pub(super) fn clear(&self) {
        self.heard().clear();
    }

    /// Whether the page's line says that everything is saved.
    pub(super) fn says_saved(&self) -> bool {
        self.heard().says_saved()
    }

    /// How many changes of this profile the script issued, and how many of them were acknowledged.
    pub(super) fn counts(&self) -> (u64, usize) {
        let heard = self.heard();
        (heard.oracle().issued(), heard.oracle().acknowledged())
    }

    /// What local storage held when the page last started, in UTF-16 units.
    pub(super) fn units(&self) -> Option<u64> {
        self.heard().units()
    }

    /// Waits until the page has said what it has.
    pub(super) fn comparison(&self) -> TestResult<Comparison> {
        let shown = self.wait_for("what is there after a start", Report::take_shown)?;
        Ok(shown.comparison.unwrap_or_default())
    }

    /// Waits until the page has said what it has; `None` if it says nothing within `time`.
    pub(super) fn shown(&self, time: Duration) -> Option<Shown> {
        self.wait(time, Report::take_shown)
    }

    /// Waits until the page has annotated without storing anything.
    pub(super) fn said(&self) -> TestResult<SaveStates> {
        self.wait_for("what is said of saving", Report::take_said)
    }

    /// Makes the script wait before its next change.
    pub(super) fn pause(&self) {
        self.heard().pause();
    }

    /// Lets the script make its changes.
    pub(super) fn resume(&self) {
        self.heard().resume();
        self.news.notify_all();
    }

    /// Gives the script an order, which it gets in place of its next change.
    pub(super) fn order(&self, order: Order) {
        self.heard().set_order(order);
    }

    /// Waits until `is_there`; false if `time` passes before.
    pub(super) fn wait_until(&self, time: Duration, is_there: impl Fn(&Report) -> bool) -> bool {
        self.wait(time, |heard| is_there(heard).then_some(())).is_some()
    }

    /// Lets the page annotate until `time` is over.
    ///
    /// # Errors
    /// When it cannot go on.
    pub(super) fn listen(&self, time: Duration) -> TestResult {
        let idle = self.wait(time, Report::take_trouble);
        idle.map_or(Ok(()), |why| Err(Error::Annotating(why)))
    }

    fn wait_for<T>(
        &self,
        awaited: &str,
        mut take: impl FnMut(&mut Report) -> Option<T>,
    ) -> TestResult<T> {
        let told = self.wait(PATIENCE, |heard| match heard.take_trouble() {
            Some(why) => Some(Err(Error::Annotating(why))),
            None => take(heard).map(Ok),
        });
        told.unwrap_or_else(|| Err(Error::Annotating(format!("waited in vain for {awaited}"))))
    }

    /// Waits until `take` finds something; `None` when `time` is over.
    fn wait<T>(&self, time: Duration, mut take: impl FnMut(&mut Report) -> Option<T>) -> Option<T> {
        let start = Instant::now();
        let mut heard = self.heard();
        loop {
            if let Some(taken) = take(&mut heard) {
                return Some(taken);
            }
            let left = time.checked_sub(start.elapsed())?;
            let woken = self.news.wait_timeout(heard, left);
            heard = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Takes what the page posts to `path`, and returns what it is told; `None` where it makes no
    /// sense, or comes from a browser that has been killed.
    pub(super) fn handle_post(&self, path: &str, body: &str) -> Option<String> {
        let told = serde_json::from_str(body).ok()?;
        if path == "kills/step" {
            self.wait_until(PATIENCE, |heard| !heard.is_paused());
        }
        let answer = self.heard().hear(path, &told)?;
        self.news.notify_all();
        Some(answer.to_string())
    }

    /// What a thread that panicked has heard is still true.
    fn heard(&self) -> MutexGuard<'_, Report> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
