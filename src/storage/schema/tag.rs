//! The JSON form of a tag.
//!
//! The order of a tag is not among these members: a file gives it by the position in the list, a
//! record by a member of its own.

use serde_json::Value;

use crate::{
    claim::{COLORS, Digit, Tag},
    id::TagId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
};

use super::{IdPolicy, enum_name, object, parse_enum};

/// Returns the members of a tag, without the unknown members.
pub fn write_tag(tag: &Tag) -> JsonObject {
    object([
        ("id", tag.id.as_str().into()),
        ("label", tag.label.clone().into()),
        ("color", enum_name(&tag.color, &COLORS)),
        ("key", tag.key.map_or(Value::Null, |key| key.get().to_string().into())),
        ("meaning", tag.meaning.clone().into()),
    ])
}

/// Reads a tag. `order` is its position among the tags.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_tag(
    mut object_reader: ObjectReader,
    order: u32,
    names: &mut IdPolicy,
) -> Result<Tag, FieldError> {
    Ok(Tag {
        id: names.take_id(&mut object_reader, TagId::new)?,
        label: object_reader.text("label")?,
        color: parse_enum(object_reader.required("color")?, &COLORS)?,
        key: object_reader.optional("key").map(digit).transpose()?,
        meaning: object_reader.optional_text("meaning")?.unwrap_or_default(),
        order,
        unknown: object_reader.into_unknown(),
    })
}

fn digit(value_reader: ValueReader) -> Result<Digit, FieldError> {
    let field_error = value_reader.error("should be a digit from \"1\" to \"9\", or null");
    let text = value_reader.text()?;
    let digit = if text.len() == 1 { text.parse().ok().and_then(Digit::new) } else { None };
    digit.ok_or(field_error)
}
