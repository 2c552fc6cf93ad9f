//! The JSON form of each record's content, which files and stores share.
//!
//! Files and stores use the same members for a claim, a tag or a source, so one codec serves both.
//! Each side adds its own positions and envelopes. Golden files on both sides check that the form
//! does not change.

mod article;
mod claim;
mod evidence;
mod id_policy;
mod tag;
mod verdict;

use serde_json::Value;

pub use article::{read_details, read_review, write_details, write_review};
pub use claim::{read_claim, write_claim_work};
pub use evidence::{read_source, write_source};
pub use id_policy::IdPolicy;
pub use tag::{read_tag, write_tag};
pub use verdict::{read_scale, write_scale};

use crate::json::{FieldError, JsonObject, ValueReader};

/// Makes an object of these members, in this order.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> JsonObject {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Reads a text as the value with that name in a table of values and names.
fn parse_enum<T: Copy>(value_reader: ValueReader, table: &[(T, &str)]) -> Result<T, FieldError> {
    let names: Vec<&str> = table.iter().map(|(_, name)| *name).collect();
    let field_error = value_reader.error(format!("should be one of: {}", names.join(", ")));
    let text = value_reader.text()?;
    table.iter().find(|(_, name)| *name == text).map(|(thing, _)| *thing).ok_or(field_error)
}

/// Returns the name of a value in a table of values and names.
fn enum_name<T: PartialEq>(thing: &T, table: &[(T, &str)]) -> Value {
    table.iter().find(|(other, _)| other == thing).map_or(Value::Null, |(_, name)| (*name).into())
}

/// Adds the unknown members after the known ones.
pub fn with_unknown(mut members: JsonObject, unknown: &JsonObject) -> JsonObject {
    members.extend(unknown.iter().map(|(name, value)| (name.clone(), value.clone())));
    members
}
