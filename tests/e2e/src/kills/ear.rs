//! Hears what the script in the page tells.

use super::book::{Book, Change, Claim, Comparison};
use crate::{Outcome, Problem};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long a browser may take to start, and its page to say what it has.
const PATIENCE: Duration = Duration::from_secs(90);

/// What a browser is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To say what it has, and to go on annotating.
    Annotate,
    /// To say what it has.
    Look,
    /// To annotate where nothing can be stored.
    AnnotateBlocked,
}

/// What the page says where nothing can be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// All that it said of saving, from its start.
    pub states: Vec<String>,
    /// How many milliseconds after each change it said that this is not saved.
    pub delays: Vec<u64>,
}

/// What has been told since the ear was last tuned.
#[derive(Debug)]
struct Heard {
    /// Which start of a browser is heard; what others tell is no longer true.
    run: u64,
    seed: u64,
    purpose: Purpose,
    book: Book,
    comparison: Option<Comparison>,
    /// How much is in local storage, where that was counted.
    units: Option<u64>,
    said: Option<Said>,
    trouble: Option<String>,
}

/// Hears what the script in the page tells.
#[derive(Debug)]
pub(super) struct Ear {
    heard: Mutex<Heard>,
    news: Condvar,
}

impl Ear {
    pub(super) fn new() -> Self {
        let heard = Heard {
            run: 0,
            seed: 0,
            purpose: Purpose::Look,
            book: Book::default(),
            comparison: None,
            units: None,
            said: None,
            trouble: None,
        };
        Self { heard: Mutex::new(heard), news: Condvar::new() }
    }

    /// From now on hears the next start of a browser, and nothing that an earlier one has told.
    pub(super) fn tune(&self, purpose: Purpose, seed: u64) {
        let mut heard = self.heard();
        heard.run += 1;
        heard.seed = seed;
        heard.purpose = purpose;
        heard.comparison = None;
        heard.said = None;
    }

    /// Forgets what an earlier profile had, and returns how many changes were acknowledged there.
    pub(super) fn take_acknowledged(&self) -> usize {
        std::mem::take(&mut self.heard().book).acknowledged()
    }

    /// What local storage held when the page last started, in UTF-16 units.
    pub(super) fn units(&self) -> Option<u64> {
        self.heard().units
    }

    /// Waits until the page has said what it has.
    pub(super) fn comparison(&self) -> Outcome<Comparison> {
        self.wait_for("what is there after a start", |heard| heard.comparison.take())
    }

    /// Waits until the page has annotated without storing anything.
    pub(super) fn said(&self) -> Outcome<Said> {
        self.wait_for("what is said of saving", |heard| heard.said.take())
    }

    /// Lets the page annotate until `time` is over.
    ///
    /// # Errors
    /// When it cannot go on.
    pub(super) fn listen(&self, time: Duration) -> Outcome {
        let idle = self.wait(time, |heard| heard.trouble.take());
        idle.map_or(Ok(()), |why| Err(Problem::Annotating(why)))
    }

    fn wait_for<T>(
        &self,
        awaited: &str,
        mut take: impl FnMut(&mut Heard) -> Option<T>,
    ) -> Outcome<T> {
        let told = self.wait(PATIENCE, |heard| match heard.trouble.take() {
            Some(why) => Some(Err(Problem::Annotating(why))),
            None => take(heard).map(Ok),
        });
        told.unwrap_or_else(|| Err(Problem::Annotating(format!("waited in vain for {awaited}"))))
    }

    /// Waits until `take` finds something; `None` when `time` is over.
    fn wait<T>(&self, time: Duration, mut take: impl FnMut(&mut Heard) -> Option<T>) -> Option<T> {
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
    pub(super) fn hear(&self, path: &str, body: &str) -> Option<String> {
        let told: Value = serde_json::from_str(body).ok()?;
        let mut heard = self.heard();
        if path != "kills/hello" && told.get("run")?.as_u64()? != heard.run {
            return None;
        }
        let answer = match path {
            "kills/hello" => heard.greeting(),
            "kills/found" => heard.found(&told)?,
            "kills/step" => heard.step(&told)?,
            "kills/blocked" => heard.blocked(&told)?,
            "kills/trouble" => heard.trouble(told.get("why")?.as_str()?),
            _ => return None,
        };
        self.news.notify_all();
        Some(answer.to_string())
    }

    /// What a thread that panicked has heard is still true.
    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Heard {
    fn greeting(&self) -> Value {
        let is_blocked = self.purpose == Purpose::AnnotateBlocked;
        // JavaScript's bit operators know 32 bits.
        json!({ "run": self.run, "seed": self.seed >> 32, "isBlocked": is_blocked })
    }

    fn found(&mut self, told: &Value) -> Option<Value> {
        let claims = told.get("claims")?.as_array()?.iter();
        let claims = claims.map(|it| Some((it.get("id")?.as_str()?.to_owned(), Claim::read(it)?)));
        let claims: BTreeMap<String, Claim> = claims.collect::<Option<_>>()?;
        let alerts = told.get("alerts")?.as_array()?;
        if !alerts.is_empty() {
            return Some(self.trouble(&format!("the page warns: {alerts:?}")));
        }
        self.comparison = Some(self.book.compare(&claims));
        self.units = told.get("units").and_then(Value::as_u64);
        Some(json!({ "goesOn": self.purpose == Purpose::Annotate }))
    }

    fn step(&mut self, told: &Value) -> Option<Value> {
        if let Some(id) = told.get("done")?.as_str() {
            self.book.acknowledge(id);
        }
        let next = told.get("next")?;
        let id = next.get("id")?.as_str().map(str::to_owned);
        self.book.issue(Change { id, after: next.get("claim").and_then(Claim::read) });
        Some(json!({}))
    }

    fn blocked(&mut self, told: &Value) -> Option<Value> {
        let states = told.get("said")?.as_array()?.iter();
        let delays = told.get("delays")?.as_array()?.iter();
        self.said = Some(Said {
            states: states.map(|it| it.as_str().map(str::to_owned)).collect::<Option<_>>()?,
            delays: delays.map(Value::as_u64).collect::<Option<_>>()?,
        });
        Some(json!({}))
    }

    fn trouble(&mut self, why: &str) -> Value {
        self.trouble = Some(why.to_owned());
        json!({})
    }
}
