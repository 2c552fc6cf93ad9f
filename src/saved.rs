//! The stored form of each record, and what recovery does with two stores.
//!
//! Every record is one value under one key, the same in both stores of the browser, so that two
//! tabs never write the same value for different reasons and one damaged value costs one record.

mod clock;
mod envelope;
mod key;
mod parcel;
mod records;
mod recover;
pub mod settings;
mod shelf;

pub use clock::{Clock, Hlc, TabId};
pub use envelope::{Fault, Revision, Stored, open, seal};
pub use key::{Key, RecordPlace};
pub use parcel::{is_same_work, pack, unpack};
pub use recover::{Aside, Found, Recovered, recover};
pub use shelf::{Shelf, Write};
