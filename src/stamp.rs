//! When something happened, and the identifiers that may be made for it.

use sha2::{Digest, Sha256};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Builder;

/// A moment in UTC, to the second: written `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(OffsetDateTime);

impl Time {
    /// The moment that many milliseconds after the start of 1970, rounded down to a second.
    ///
    /// Moments outside the years 0 to 9999 become the start of 1970.
    pub fn from_millis(millis: u64) -> Self {
        let seconds = i64::try_from(millis / 1000).unwrap_or(0);
        let moment = OffsetDateTime::from_unix_timestamp(seconds);
        Self(moment.unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`; `None` for any other form, also for other RFC 3339 forms.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        let is_ours = moment.offset().is_utc() && moment.nanosecond() == 0;
        let moment = Self(moment);
        (is_ours && moment.to_string() == text).then_some(moment)
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0.format(&Rfc3339).unwrap_or_default())
    }
}

/// What the world outside adds to an event: the time, and chance enough for new identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Milliseconds since the start of 1970, UTC.
    pub millis: u64,
    /// Random bits, never used for two events.
    pub seed: u128,
}

impl Stamp {
    /// The moment of the event, to the second.
    pub fn time(self) -> Time {
        Time::from_millis(self.millis)
    }

    /// The `nth` new identifier for this event, a UUID of version 7.
    pub fn uuid(self, nth: u32) -> String {
        let mut digest = Sha256::new();
        digest.update(self.seed.to_be_bytes());
        digest.update(nth.to_be_bytes());
        let mut random = [0; 10];
        random.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Builder::from_unix_timestamp_millis(self.millis, &random).into_uuid().to_string()
    }
}
