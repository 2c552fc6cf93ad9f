//! The time and the random bits that the platform adds to each event.
//!
//! The core reads no clock and no random numbers itself, so the same messages with the same
//! contexts always give the same result.

use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::time::Timestamp;

/// The time of an event, and random bits for the identifiers that it creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventContext {
    /// Milliseconds since the start of 1970, UTC.
    pub millis: u64,
    /// Random bits, which no other event has.
    pub entropy: u128,
}

impl EventContext {
    /// Returns the time of the event, to the second.
    pub fn time(self) -> Timestamp {
        Timestamp::from_millis(self.millis)
    }

    /// Returns the `nth` new identifier of this event, a UUID of version 7. The same context and
    /// number always give the same identifier.
    pub fn uuid(self, nth: u32) -> String {
        let mut digest = Sha256::new();
        digest.update(self.entropy.to_be_bytes());
        digest.update(nth.to_be_bytes());
        let mut random = [0; 10];
        random.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Builder::from_unix_timestamp_millis(self.millis, &random).into_uuid().to_string()
    }
}
