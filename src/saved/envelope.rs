//! What is written around every record: version, revision, time, tab, and a sum over the rest.

use thiserror::Error;

use crate::{
    article::fingerprint,
    json::{Item, Members, Misfit, Object, parse_members, written_members},
    record::object,
};

use super::{Hlc, TabId};

/// The version of the shape of records.
pub(super) const VERSION: u64 = 1;
/// How much of the SHA-256 is kept as a sum: enough against damage, and no protection against
/// people, who may change what is theirs.
const SUM_CHARS: usize = 16;

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
    pub fn none() -> Self {
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
pub struct Stored {
    /// Which write it is.
    pub revision: Revision,
    /// Whether the record is deleted; what is kept of it then is told by its kind.
    pub deleted: bool,
    /// What else was written of a member at the same time, the last one last: two tabs changed it,
    /// and neither knew of the other. A list for each such member.
    pub also: Members,
    /// The members of the record.
    pub record: Members,
}

/// Why a stored value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// It is not what was written.
    #[error("it is damaged")]
    Damaged,
    /// A newer version wrote it.
    #[error("a newer version wrote it")]
    Newer,
    /// It is whole, but no record of its kind.
    #[error("it is no such record: {0}")]
    Misfit(#[from] Misfit),
}

/// Writes a record with its envelope.
///
/// No member of a record is named like one of the envelope: what nobody knew is tucked away in a
/// member of its own.
pub fn seal(stored: &Stored) -> String {
    with_sum(unsummed(stored.clone()))
}

/// A record with its envelope, but for its end: see [`with_sum`].
pub(super) fn unsummed(stored: Stored) -> String {
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
    if !stored.also.is_empty() {
        value.insert("also".to_owned(), stored.also.into());
    }
    value.extend(stored.record);
    without_end(&value)
}

/// The text of an object, with a sum over it as its last member.
pub(super) fn summed(object: &Members) -> String {
    with_sum(without_end(object))
}

/// The text of an object whose last member, a sum over the others, and end are missing.
fn without_end(object: &Members) -> String {
    let mut text = written_members(object);
    text.truncate(without_brace(&text).len());
    text
}

/// Ends the text of an object.
pub(super) fn with_sum(mut text: String) -> String {
    let end = end_with_sum(&text);
    text.push_str(&end);
    text
}

/// Reads an object that has a version and a sum.
///
/// # Errors
/// When the value is damaged or newer. A sum that does not fit is damage, too.
pub(super) fn open_summed(value: &str) -> Result<Object, Fault> {
    let members = parse_members(value).ok_or(Fault::Damaged)?;
    let mut object = Object::new("", members);
    let version = object.required("v")?.count()?;
    if u64::try_from(version).is_ok_and(|version| version > VERSION) {
        return Err(Fault::Newer);
    }
    object.text("sum")?;
    let rest = value.rsplit_once(",\"sum\":").map(|(rest, _)| rest);
    let has_its_sum = |rest: &str| value.get(rest.len()..) == Some(end_with_sum(rest).as_str());
    if !rest.is_some_and(has_its_sum) {
        return Err(Fault::Damaged);
    }
    Ok(object)
}

/// Reads a record with its envelope.
///
/// # Errors
/// When the value is damaged or newer. A sum that does not fit is damage, too.
pub fn open(value: &str) -> Result<Stored, Fault> {
    let mut object = open_summed(value)?;
    let misfit = object.misfit("hlc", "is no time");
    let hlc = Hlc::parse(&object.text("hlc")?).ok_or(misfit)?;
    let rev = object.required("rev")?.count()? as u64;
    let tab = TabId::stored(&object.text("tab")?);
    let deleted = object.flag("deleted")?;
    let also = object.optional("also").map(Item::object).transpose()?;
    let also = also.map(Object::rest).unwrap_or_default();
    Ok(Stored { revision: Revision { rev, hlc, tab }, deleted, also, record: object.rest() })
}

fn without_brace(json: &str) -> &str {
    json.strip_suffix('}').unwrap_or(json)
}

/// The end of the object that begins with `open`: the sum as its last member.
fn end_with_sum(open: &str) -> String {
    let sum: String = fingerprint(open).chars().take(SUM_CHARS).collect();
    format!(",\"sum\":\"{sum}\"}}")
}
