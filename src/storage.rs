//! Stores articles, settings and the journal as records, and recovers them from both stores of the
//! browser.
//!
//! Every record is one value under one key, and the key is the same in local storage and in the
//! database. So two tabs write the same value only when they change the same thing, and a damaged
//! value costs one record.

mod hybrid_clock;
mod journal;
mod journal_replay;
mod key;
mod merge;
mod record_envelope;
mod record_store;
mod record_types;
mod recovery;
mod save_error;
pub mod schema;
pub mod settings;
mod snapshot;
mod transaction;
mod write_queue;

pub use hybrid_clock::{Clock, Hlc, TabId};
pub use journal::{
    Entry, EntryKind, RecordChange, changes_since, entries_of, history_of_claim, read_entry,
    steps_of_closed_tabs, write_entry,
};
pub use journal_replay::{UndoDirection, changes_to_replay};
pub use key::{Key, RecordId};
pub use record_envelope::{ReadError, Revision, StoredRecord, decode_record, encode_record};
pub use record_store::{Conflict, Record, RecordStore, RemoteUpdate};
pub use recovery::{QuarantinedValue, Recovered, StoreContents, recover};
pub use save_error::SaveError;
pub use snapshot::{from_snapshot, is_equivalent, to_snapshot};
pub use transaction::{
    Batch, Commit, OpenJournalEntry, UnsealedWrite, Write, commit, keys_to_read,
};
pub use write_queue::{Report, Task, WriteError, WriteQueue, identity_key};
