//! Hybrid logical clocks: they say which of two writes came later.
//!
//! The order does not depend on the computer's clock: a tab never gives out a moment that is
//! earlier than one that it has given out or seen before.

use std::fmt;

use crate::event_context::EventContext;

/// A moment of a hybrid logical clock (Kulkarni et al. 2014): milliseconds since 1970, and a count
/// that orders the writes within one millisecond. A later write has a greater moment, also after
/// somebody set the computer's clock back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hlc {
    millis: u64,
    count: u32,
}

impl Hlc {
    /// Parses `<milliseconds>.<count>`, both in decimal digits; returns `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (millis, count) = text.split_once('.')?;
        Some(Self { millis: millis.parse().ok()?, count: count.parse().ok()? })
    }
}

impl Hlc {
    /// Returns the milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.millis
    }
}

impl fmt::Display for Hlc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:013}.{:04}", self.millis, self.count)
    }
}

/// The identity of one loading of the page: 128 random bits as hexadecimal digits. The page never
/// keeps it for the next loading, so a duplicated tab gets another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(String);

impl TabId {
    /// Makes the identity of a new tab from the random bits of `context`.
    pub fn new(context: EventContext) -> Self {
        Self(format!("{:032x}", context.entropy))
    }

    /// Reads the identity of a tab as a record or a key holds it.
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns the identity as records and keys hold it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The hybrid logical clock of this tab.
#[derive(Clone, Debug)]
pub struct Clock {
    tab: TabId,
    last: Hlc,
}

impl Clock {
    /// Creates the clock of a tab that has not seen any moment yet.
    pub fn new(tab: TabId) -> Self {
        Self { tab, last: Hlc::default() }
    }

    /// Returns the tab that the clock belongs to.
    pub fn tab(&self) -> &TabId {
        &self.tab
    }

    /// Notes a moment of another tab, so that every later [`tick`](Self::tick) is after it.
    pub fn observe(&mut self, other: Hlc) {
        self.last = self.last.max(other);
    }

    /// Returns the next moment, which is later than all moments before it. `millis` is the time of
    /// the computer's clock in milliseconds since 1970.
    pub fn tick(&mut self, millis: u64) -> Hlc {
        let now = Hlc { millis, count: 0 };
        let next = Hlc { millis: self.last.millis, count: self.last.count.saturating_add(1) };
        self.last = now.max(next);
        self.last
    }
}
