//! Hybrid logical clocks: which of two writes came later, whatever the clocks on the wall say.

use std::fmt;

use crate::event_context::EventContext;

/// A moment of a hybrid logical clock (Kulkarni et al. 2014): milliseconds since 1970, and a count
/// for what happened within one. Later writes have greater ones, also after a clock was set back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hlc {
    millis: u64,
    count: u32,
}

impl Hlc {
    /// Reads `<milliseconds>.<count>`, both in digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (millis, count) = text.split_once('.')?;
        Some(Self { millis: millis.parse().ok()?, count: count.parse().ok()? })
    }
}

impl Hlc {
    /// The milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.millis
    }
}

impl fmt::Display for Hlc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:013}.{:04}", self.millis, self.count)
    }
}

/// One opening of the page, by chance; never stored, so that a duplicated tab is another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(String);

impl TabId {
    /// A new tab.
    pub fn new(context: EventContext) -> Self {
        Self(format!("{:032x}", context.entropy))
    }

    /// A tab as it is stored.
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The tab as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The clock of this tab.
#[derive(Clone, Debug)]
pub struct Clock {
    tab: TabId,
    last: Hlc,
}

impl Clock {
    /// The clock of a tab that has seen nothing yet.
    pub fn new(tab: TabId) -> Self {
        Self { tab, last: Hlc::default() }
    }

    /// The tab.
    pub fn tab(&self) -> &TabId {
        &self.tab
    }

    /// Takes note of a moment elsewhere, so that what comes here is later.
    pub fn observe(&mut self, other: Hlc) {
        self.last = self.last.max(other);
    }

    /// The next moment, later than all before.
    pub fn tick(&mut self, millis: u64) -> Hlc {
        let now = Hlc { millis, count: 0 };
        let next = Hlc { millis: self.last.millis, count: self.last.count.saturating_add(1) };
        self.last = now.max(next);
        self.last
    }
}
