//! The JSON form of a tag.

use serde_json::Value;

use crate::{
    claim::{COLORS, Digit, Tag},
    id::TagId,
    json::{Item, Members, Misfit, Object},
};

use super::{Names, name_of, named, object};

/// The members of a tag, but for those that nobody knew.
pub fn write_tag(tag: &Tag) -> Members {
    object([
        ("id", tag.id.as_str().into()),
        ("label", tag.label.clone().into()),
        ("color", name_of(&tag.color, &COLORS)),
        ("key", tag.key.map_or(Value::Null, |key| key.get().to_string().into())),
        ("meaning", tag.meaning.clone().into()),
    ])
}

/// Reads a tag that stands at a place among the tags.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_tag(mut object: Object, order: u32, names: &mut Names) -> Result<Tag, Misfit> {
    Ok(Tag {
        id: names.own(&mut object, TagId::new)?,
        label: object.text("label")?,
        color: named(object.required("color")?, &COLORS)?,
        key: object.optional("key").map(digit).transpose()?,
        meaning: object.optional_text("meaning")?.unwrap_or_default(),
        order,
        unknown: object.rest(),
    })
}

fn digit(item: Item) -> Result<Digit, Misfit> {
    let misfit = item.misfit("should be a digit from \"1\" to \"9\", or null");
    let text = item.text()?;
    let digit = if text.len() == 1 { text.parse().ok().and_then(Digit::new) } else { None };
    digit.ok_or(misfit)
}
