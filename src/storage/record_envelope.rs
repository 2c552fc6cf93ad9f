//! The envelope of a stored record: format version, revision and checksum.
//!
//! A value is a JSON object: first the envelope's members, then those of the record, and the
//! checksum last. A reader refuses a value with a wrong checksum, or with a newer format than it
//! knows.

use thiserror::Error;

use crate::{
    article::sha256_hex,
    json::{FieldError, JsonObject, ObjectReader, ValueReader, object_to_string, parse_members},
    storage::schema::object,
};

use super::{Hlc, TabId};

/// The format version of records and journal entries.
pub(super) const VERSION: u64 = 1;
/// How many hexadecimal digits of the SHA-256 form the checksum. They detect damage; they do not
/// protect against users who edit their stored data, which they may do.
const CHECKSUM_CHARS: usize = 16;

/// The number, the time and the tab of one write of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The number of this write of the record, counted from 1.
    pub rev: u64,
    /// The moment of the write.
    pub hlc: Hlc,
    /// The tab that wrote the record.
    pub tab: TabId,
}

impl Revision {
    /// Returns the revision of a record that was never written.
    pub fn initial() -> Self {
        Self { rev: 0, hlc: Hlc::default(), tab: TabId::stored("") }
    }

    /// Returns whether this write wins over another write of the same record.
    ///
    /// The count comes first, because the database puts the writes of a record one after the other.
    /// So no wrong computer clock lets an older write win.
    pub fn is_newer_than(&self, other: &Self) -> bool {
        (self.rev, self.hlc, &self.tab) > (other.rev, other.hlc, &other.tab)
    }
}

/// A record with its envelope, as the stores hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// The revision of this write.
    pub revision: Revision,
    /// Whether the record is deleted; the kind of record decides which members a deleted one keeps.
    pub deleted: bool,
    /// Values of members that other tabs wrote at the same time, which are not shown: for each such
    /// member a list, with the last written value last.
    pub conflicts: JsonObject,
    /// The members of the record, without those of the envelope.
    pub record: JsonObject,
}

/// The reason why a stored value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The value is not the one that was written.
    #[error("it is damaged")]
    Damaged,
    /// A newer version of Claimlight wrote the value.
    #[error("a newer version wrote it")]
    Newer,
    /// The value is intact, but it is not a record of its kind.
    #[error("it is not such a record: {0}")]
    Invalid(#[from] FieldError),
}

/// Encodes a record with its envelope and checksum.
///
/// A record has no member with the name of a member of the envelope: members that this version does
/// not know are kept in a separate member (`unknown`).
pub fn encode_record(stored: &StoredRecord) -> String {
    append_checksum(encode_without_checksum(stored.clone()))
}

/// Encodes a record with its envelope, but without the end that [`append_checksum`] adds.
pub(super) fn encode_without_checksum(stored: StoredRecord) -> String {
    let Revision { rev, hlc, tab } = stored.revision;
    let mut value = object([
        ("v", VERSION.into()),
        ("rev", rev.into()),
        ("hlc", hlc.to_string().into()),
        ("tab", tab.as_str().into()),
    ]);
    if stored.deleted {
        value.insert("deleted".to_owned(), true.into());
    }
    if !stored.conflicts.is_empty() {
        value.insert("also".to_owned(), stored.conflicts.into());
    }
    value.extend(stored.record);
    without_end(&value)
}

/// Encodes an object and adds the checksum as its last member.
pub(super) fn encode_with_checksum(object: &JsonObject) -> String {
    append_checksum(without_end(object))
}

/// Encodes an object without its closing brace, so that the checksum can follow.
fn without_end(object: &JsonObject) -> String {
    let mut text = object_to_string(object);
    text.truncate(without_brace(&text).len());
    text
}

/// Appends the checksum and the closing brace to an encoded object.
pub(super) fn append_checksum(mut text: String) -> String {
    let end = end_with_sum(&text);
    text.push_str(&end);
    text
}

/// Decodes an object that has a format version and a checksum.
///
/// # Errors
/// When the value is damaged (which includes a wrong checksum) or a newer version wrote it.
pub(super) fn decode_checked(value: &str) -> Result<ObjectReader, ReadError> {
    let members = parse_members(value).ok_or(ReadError::Damaged)?;
    let mut object_reader = ObjectReader::new("", members);
    let version = object_reader.required("v")?.count()?;
    if u64::try_from(version).is_ok_and(|version| version > VERSION) {
        return Err(ReadError::Newer);
    }
    object_reader.text("sum")?;
    let rest = value.rsplit_once(",\"sum\":").map(|(rest, _)| rest);
    let has_its_sum = |rest: &str| value.get(rest.len()..) == Some(end_with_sum(rest).as_str());
    if !rest.is_some_and(has_its_sum) {
        return Err(ReadError::Damaged);
    }
    Ok(object_reader)
}

/// Decodes a record with its envelope.
///
/// # Errors
/// When the value is damaged (which includes a wrong checksum), when a newer version wrote it, or
/// when a member of the envelope does not fit.
pub fn decode_record(value: &str) -> Result<StoredRecord, ReadError> {
    let mut object_reader = decode_checked(value)?;
    let field_error = object_reader.error("hlc", "is not a time");
    let hlc = Hlc::parse(&object_reader.text("hlc")?).ok_or(field_error)?;
    let rev = object_reader.required("rev")?.count()? as u64;
    let tab = TabId::stored(&object_reader.text("tab")?);
    let deleted = object_reader.optional_bool("deleted")?;
    let also = object_reader.optional("also").map(ValueReader::object).transpose()?;
    let also = also.map(ObjectReader::into_unknown).unwrap_or_default();
    Ok(StoredRecord {
        revision: Revision { rev, hlc, tab },
        deleted,
        conflicts: also,
        record: object_reader.into_unknown(),
    })
}

fn without_brace(json: &str) -> &str {
    json.strip_suffix('}').unwrap_or(json)
}

/// Returns the end of the object that begins with `open`: the checksum as the last member, and the
/// closing brace.
fn end_with_sum(open: &str) -> String {
    let sum: String = sha256_hex(open).chars().take(CHECKSUM_CHARS).collect();
    format!(",\"sum\":\"{sum}\"}}")
}
