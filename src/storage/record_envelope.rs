//! What is written around every record: version, revision, time, tab, and a sum over the rest.

use thiserror::Error;

use crate::{
    article::sha256_hex,
    json::{FieldError, JsonObject, ObjectReader, ValueReader, object_to_string, parse_members},
    storage::schema::object,
};

use super::{Hlc, TabId};

/// The version of the shape of records.
pub(super) const VERSION: u64 = 1;
/// How much of the SHA-256 is kept as a sum: enough against damage, and no protection against
/// people, who may change what is theirs.
const CHECKSUM_CHARS: usize = 16;

/// Which write of a record it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Counts the writes of the record from 1.
    pub rev: u64,
    /// When it was written.
    pub hlc: Hlc,
    /// Which tab wrote it.
    pub tab: TabId,
}

impl Revision {
    /// The revision of a record that nobody has written yet.
    pub fn initial() -> Self {
        Self { rev: 0, hlc: Hlc::default(), tab: TabId::stored("") }
    }

    /// Whether this write wins over another of the same record.
    ///
    /// Writes are counted one after the other by the database, so the count comes first: no clock
    /// on the wall, however wrong, makes an older write win.
    pub fn is_newer_than(&self, other: &Self) -> bool {
        (self.rev, self.hlc, &self.tab) > (other.rev, other.hlc, &other.tab)
    }
}

/// A record as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// Which write it is.
    pub revision: Revision,
    /// Whether the record is deleted; what is kept of it then is told by its kind.
    pub deleted: bool,
    /// What else was written of a member at the same time, the last one last: two tabs changed it,
    /// and neither knew of the other. A list for each such member.
    pub conflicts: JsonObject,
    /// The members of the record.
    pub record: JsonObject,
}

/// Why a stored value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is not what was written.
    #[error("it is damaged")]
    Damaged,
    /// A newer version wrote it.
    #[error("a newer version wrote it")]
    Newer,
    /// It is whole, but no record of its kind.
    #[error("it is no such record: {0}")]
    Invalid(#[from] FieldError),
}

/// Writes a record with its envelope.
///
/// No member of a record is named like one of the envelope: what nobody knew is tucked away in a
/// member of its own.
pub fn encode_record(stored: &StoredRecord) -> String {
    append_checksum(encode_without_checksum(stored.clone()))
}

/// A record with its envelope, but for its end: see [`append_checksum`].
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

/// The text of an object, with a sum over it as its last member.
pub(super) fn encode_with_checksum(object: &JsonObject) -> String {
    append_checksum(without_end(object))
}

/// The text of an object whose last member, a sum over the others, and end are missing.
fn without_end(object: &JsonObject) -> String {
    let mut text = object_to_string(object);
    text.truncate(without_brace(&text).len());
    text
}

/// Ends the text of an object.
pub(super) fn append_checksum(mut text: String) -> String {
    let end = end_with_sum(&text);
    text.push_str(&end);
    text
}

/// Reads an object that has a version and a sum.
///
/// # Errors
/// When the value is damaged or newer. A sum that does not fit is damage, too.
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

/// Reads a record with its envelope.
///
/// # Errors
/// When the value is damaged or newer. A sum that does not fit is damage, too.
pub fn decode_record(value: &str) -> Result<StoredRecord, ReadError> {
    let mut object_reader = decode_checked(value)?;
    let field_error = object_reader.error("hlc", "is no time");
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

/// The end of the object that begins with `open`: the sum as its last member.
fn end_with_sum(open: &str) -> String {
    let sum: String = sha256_hex(open).chars().take(CHECKSUM_CHARS).collect();
    format!(",\"sum\":\"{sum}\"}}")
}
