//! One run of a series in which each has a story of its own.

use super::{Tally, log::Log};
use std::{fmt, time::Duration};

/// One run: how it treated the page, and what that showed.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// Its number, from 1.
    pub number: usize,
    /// How it treated the page, and what was drawn for that.
    pub story: Vec<String>,
    /// How many changes the script issued.
    pub issued: u64,
    /// How many of them the page called saved.
    pub acknowledged: usize,
    /// How many of those were gone after a restart.
    pub lost: usize,
    /// How many claims were in a state that nobody asked for.
    pub strange: usize,
    /// How often the browser was killed.
    pub kills: usize,
    /// Whether the claims were compared after the kills.
    pub is_compared: bool,
    /// What happened, by the page's own words.
    pub log: Log,
    /// How long it took.
    pub time: Duration,
}

impl Run {
    /// A run that begins.
    pub(super) fn begin(number: usize, name: &str) -> Self {
        Self { number, story: vec![name.to_owned()], is_compared: true, ..Self::default() }
    }
}

impl Tally {
    /// Adds what a run has shown.
    pub(super) fn add(&mut self, run: &Run) {
        self.kills += run.kills;
        self.acknowledged += run.acknowledged;
        self.lost += run.lost;
        self.worst = self.worst.max(run.lost);
        self.strange += run.strange;
        self.not_compared += usize::from(!run.is_compared);
        self.time += run.time;
    }
}

impl fmt::Display for Run {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "run {} ({}): {} issued, {} acknowledged, {} lost, {} never asked for, {:.0} s",
            self.number,
            self.story.join("; "),
            self.issued,
            self.acknowledged,
            self.lost,
            self.strange,
            self.time.as_secs_f64()
        )?;
        for start in &self.log.starts {
            let shown = if start.shown.is_empty() { "nothing shown" } else { &start.shown };
            write!(out, "\n    {shown}: {}", start.states.join(", "))?;
        }
        for alert in &self.log.alerts {
            write!(out, "\n    alert: {alert}")?;
        }
        for note in &self.log.notes {
            write!(out, "\n    note: {note}")?;
        }
        Ok(())
    }
}
