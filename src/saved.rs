//! The stored form of each record, and what recovery does with two stores.
//!
//! Every record is one value under one key, the same in both stores of the browser, so that two
//! tabs never write the same value for different reasons and one damaged value costs one record.

mod batch;
mod clock;
mod envelope;
mod journal;
mod key;
mod merge;
mod parcel;
mod records;
mod recover;
mod retrace;
pub mod settings;
mod shelf;
mod trouble;
mod write_queue;

pub use batch::{Batch, Commit, LastEntry, Unsealed, Write, commit, wanted};
pub use clock::{Clock, Hlc, TabId};
pub use envelope::{Fault, Revision, Stored, open, seal};
pub use journal::{
    Entry, Traced, Turn, entries_of, history_of_claim, read_entry, steps_of_gone, traced_since,
    write_entry,
};
pub use key::{Key, RecordPlace};
pub use parcel::{is_same_work, pack, unpack};
pub use recover::{Aside, Found, Recovered, recover};
pub use retrace::{Course, retrace};
pub use shelf::{Heard, Other, Record, Shelf};
pub use trouble::NotSaved;
pub use write_queue::{Report, Task, WriteError, WriteQueue, identity_key};
