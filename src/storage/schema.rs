//! The JSON form of each record, as files and stores hold it.
//!
//! Files and stores keep the same members of a claim, a tag or a source, so there is one codec for
//! both; what differs (positions, envelopes) is theirs. Golden files on both sides hold the shape.

mod article;
mod claim;
mod evidence;
mod names;
mod tag;
mod verdict;

use serde_json::Value;

pub use article::{read_details, read_looked, write_details, write_looked};
pub use claim::{read_claim, write_claim_work};
pub use evidence::{read_source, write_source};
pub use names::IdPolicy;
pub use tag::{read_tag, write_tag};
pub use verdict::{read_scale, write_scale};

use crate::json::{FieldError, JsonObject, ValueReader};

/// An object with these members, in this order.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> JsonObject {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The thing that a text names, by a table of things and names.
fn parse_enum<T: Copy>(value_reader: ValueReader, table: &[(T, &str)]) -> Result<T, FieldError> {
    let names: Vec<&str> = table.iter().map(|(_, name)| *name).collect();
    let field_error = value_reader.error(format!("should be one of: {}", names.join(", ")));
    let text = value_reader.text()?;
    table.iter().find(|(_, name)| *name == text).map(|(thing, _)| *thing).ok_or(field_error)
}

/// The name of a thing, by a table of things and names.
fn enum_name<T: PartialEq>(thing: &T, table: &[(T, &str)]) -> Value {
    table.iter().find(|(other, _)| other == thing).map_or(Value::Null, |(_, name)| (*name).into())
}

/// The members with those that nobody knew after them.
pub fn with_unknown(mut members: JsonObject, unknown: &JsonObject) -> JsonObject {
    members.extend(unknown.iter().map(|(name, value)| (name.clone(), value.clone())));
    members
}
