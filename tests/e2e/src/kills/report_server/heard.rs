//! What the script in the page has told since the harness last started a browser.

use super::SaveStates;
use crate::kills::{
    log::Log,
    oracle::{Change, Claim, Comparison, Line, SaveOracle},
    purpose::Purpose,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An order to the script, which follows it in place of its next change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::kills) enum Order {
    /// Reload the page, for this purpose and with this seed.
    Reload(Purpose, u64),
    /// Clear stores from another tab: the name that the script knows for what to clear and when.
    Clear(&'static str),
    /// Make no further change. With a name: clear stores from another tab after that.
    Rest(Option<&'static str>),
}

/// What a start has shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::kills) struct Shown {
    /// What is lost or strange; `None` if that was not compared.
    pub comparison: Option<Comparison>,
}

/// What the script in the page has told since the harness last started a browser.
#[derive(Debug, Default)]
pub(in crate::kills) struct Report {
    /// Which start of a browser is heard; what others tell is no longer true.
    run: u64,
    seed: u64,
    purpose: Purpose,
    oracle: SaveOracle,
    shown: Option<Shown>,
    /// How much is in local storage, where that was counted.
    units: Option<u64>,
    said: Option<SaveStates>,
    trouble: Option<String>,
    log: Log,
    /// What the page's line says.
    line: String,
    order: Option<Order>,
    is_paused: bool,
    is_resting: bool,
    /// The number of the last change that was issued before the stores were clear.
    cleared_after: Option<u64>,
}

impl Report {
    pub(super) fn tune(&mut self, purpose: Purpose, seed: u64) {
        self.run += 1;
        self.seed = seed;
        self.purpose = purpose;
        self.shown = None;
        self.said = None;
        self.order = None;
        self.is_paused = false;
        self.is_resting = false;
        self.cleared_after = None;
        self.log.begin();
        self.oracle.begin();
    }

    pub(super) fn take_acknowledged(&mut self) -> usize {
        std::mem::take(&mut self.oracle).acknowledged()
    }

    pub(super) fn take_shown(&mut self) -> Option<Shown> {
        self.shown.take()
    }

    pub(super) fn take_said(&mut self) -> Option<SaveStates> {
        self.said.take()
    }

    pub(super) fn take_trouble(&mut self) -> Option<String> {
        self.trouble.take()
    }

    pub(super) fn take_log(&mut self) -> Log {
        std::mem::take(&mut self.log)
    }

    pub(super) fn note(&mut self, note: &str) {
        self.log.note(note);
    }

    pub(super) fn oracle(&self) -> &SaveOracle {
        &self.oracle
    }

    pub(super) fn units(&self) -> Option<u64> {
        self.units
    }

    pub(super) fn is_paused(&self) -> bool {
        self.is_paused
    }

    pub(super) fn pause(&mut self) {
        self.is_paused = true;
    }

    pub(super) fn resume(&mut self) {
        self.is_paused = false;
    }

    pub(super) fn set_order(&mut self, order: Order) {
        self.order = Some(order);
    }

    /// Records that the stores are clear.
    pub(super) fn clear(&mut self) {
        self.cleared_after = Some(self.oracle.issued());
    }

    /// How many changes of this profile the page called saved.
    pub(in crate::kills) fn saved(&self) -> usize {
        self.oracle.acknowledged()
    }

    /// Whether the stores have been cleared during this start.
    pub(in crate::kills) fn is_cleared(&self) -> bool {
        self.cleared_after.is_some()
    }

    /// Whether the page called a change saved that was issued after the stores were clear.
    pub(in crate::kills) fn is_saved_since(&self) -> bool {
        self.cleared_after.is_some_and(|number| self.oracle.acknowledged_to() > number)
    }

    /// Whether the script makes no further change.
    pub(in crate::kills) fn is_resting(&self) -> bool {
        self.is_resting
    }

    /// Whether the page's line says that everything is saved.
    pub(super) fn says_saved(&self) -> bool {
        self.line == "saved"
    }

    pub(super) fn hear(&mut self, path: &str, told: &Value) -> Option<Value> {
        if path != "kills/hello" && told.get("run")?.as_u64()? != self.run {
            return None;
        }
        match path {
            "kills/hello" => Some(self.greeting()),
            "kills/found" => self.found(told),
            "kills/step" => self.step(told),
            "kills/resting" => Some(self.resting()),
            "kills/cleared" => Some(self.cleared()),
            "kills/blocked" => self.blocked(told),
            "kills/trouble" => Some(self.trouble(told.get("why")?.as_str()?)),
            _ => None,
        }
    }

    fn greeting(&self) -> Value {
        json!({
            "run": self.run,
            // JavaScript's bit operators know 32 bits.
            "seed": self.seed >> 32,
            "manner": self.purpose.manner(),
            "savedWithin": self.purpose.saved_within(),
        })
    }

    fn found(&mut self, told: &Value) -> Option<Value> {
        let claims = told.get("claims")?;
        let claims = if claims.is_null() { None } else { Some(read_claims(claims)?) };
        let alerts = strings(told.get("alerts")?)?;
        if self.purpose.is_strict() && !alerts.is_empty() {
            return Some(self.trouble(&format!("the page warns: {alerts:?}")));
        }
        self.log.alert(alerts);
        told.get("why").and_then(Value::as_str).into_iter().for_each(|why| self.log.note(why));
        self.hear_line(told);
        let line = if self.says_saved() { Line::Saved } else { Line::Other };
        self.shown = Some(Shown { comparison: self.compare(claims, line) });
        self.units = told.get("units").and_then(Value::as_u64);
        Some(json!({ "goesOn": self.purpose.goes_on() }))
    }

    /// Compares the claims that a start shows, if that is its purpose, and logs the outcome.
    fn compare(
        &mut self,
        claims: Option<BTreeMap<String, Claim>>,
        line: Line,
    ) -> Option<Comparison> {
        let count = claims.as_ref().map(BTreeMap::len);
        let due = self.oracle.claims();
        if !self.purpose.compares(line) {
            if let Some(claims) = claims {
                self.oracle.take_up(&claims);
            }
            self.log.show(described(count, due, None));
            return None;
        }
        // A page that hands nothing over has nothing.
        let comparison = self.oracle.compare(&claims.unwrap_or_default(), line);
        self.log.show(described(count, due, Some(&comparison)));
        comparison.examples.iter().for_each(|example| self.log.note(example));
        Some(comparison)
    }

    /// Takes a change that is made and saved, one that is about to be made, and what the line says.
    fn step(&mut self, told: &Value) -> Option<Value> {
        if let Some(made) = told.get("made").filter(|made| !made.is_null()) {
            self.oracle.made(made.get("number")?.as_u64()?, made.get("id")?.as_str()?);
        }
        if let Some(number) = told.get("saved").and_then(Value::as_u64) {
            self.oracle.acknowledge(number);
        }
        self.hear_line(told);
        let Some(next) = told.get("next").filter(|next| !next.is_null()) else {
            return Some(json!({}));
        };
        let id = next.get("id")?.as_str().map(str::to_owned);
        let after = next.get("claim").and_then(Claim::read);
        let number = self.oracle.issue(Change { id, after });
        let order = self.order.take();
        if let Some(Order::Reload(purpose, seed)) = order {
            self.tune(purpose, seed);
        }
        Some(json!({ "number": number, "order": order.map(Order::told) }))
    }

    fn hear_line(&mut self, told: &Value) {
        if let Some(line) = told.get("line").and_then(Value::as_str) {
            line.clone_into(&mut self.line);
            self.log.line(line);
        }
    }

    fn resting(&mut self) -> Value {
        self.is_resting = true;
        json!({})
    }

    fn cleared(&mut self) -> Value {
        self.clear();
        json!({})
    }

    fn blocked(&mut self, told: &Value) -> Option<Value> {
        let delays = told.get("delays")?.as_array()?.iter();
        self.said = Some(SaveStates {
            states: strings(told.get("said")?)?,
            delays: delays.map(Value::as_u64).collect::<Option<_>>()?,
        });
        Some(json!({}))
    }

    fn trouble(&mut self, why: &str) -> Value {
        if self.purpose.is_strict() {
            self.trouble = Some(why.to_owned());
        } else {
            self.log.note(why);
        }
        json!({})
    }
}

impl Order {
    /// The order as the script reads it.
    fn told(self) -> Value {
        match self {
            Self::Reload(..) => json!({ "reloads": true }),
            Self::Clear(what) => json!({ "clear": what }),
            Self::Rest(what) => json!({ "rests": true, "clear": what }),
        }
    }
}

/// What a start has shown, in words: so many claims, where so many are `due`.
fn described(claims: Option<usize>, due: usize, comparison: Option<&Comparison>) -> String {
    let claims = claims.map_or_else(|| "no".to_owned(), |claims| claims.to_string());
    let judged = match comparison {
        None => "not compared".to_owned(),
        Some(Comparison { lost, unexpected_claims: strange, .. }) => {
            format!("{lost} lost, {strange} never asked for")
        }
    };
    format!("{claims} claims shown, {due} due, {judged}")
}

fn read_claims(told: &Value) -> Option<BTreeMap<String, Claim>> {
    let claims = told.as_array()?.iter();
    claims.map(|it| Some((it.get("id")?.as_str()?.to_owned(), Claim::read(it)?))).collect()
}

fn strings(told: &Value) -> Option<Vec<String>> {
    told.as_array()?.iter().map(|it| it.as_str().map(str::to_owned)).collect()
}
