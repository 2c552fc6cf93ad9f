//! The stored form of a block: its kind, whether it has been looked at, and what became of it.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    article::{Block, Blocks, Kind, Replacement},
    id::BlockId,
    json::{FieldError, JsonObject, ObjectReader},
    review::BlockReview,
    storage::schema::{IdPolicy, object, read_looked, write_looked},
};

use super::read_kind;

/// The member that holds what became of an imported block; absent where it is as it was.
///
/// It is an object with the list in it, because lists of two tabs would be joined.
pub(in crate::storage) const PARTS: &str = "parts";
/// The list in it.
const LIST: &str = "list";

/// The state of a block.
pub(in crate::storage) fn write_block(
    kind: Kind,
    reviewed: Option<&BlockReview>,
    parts: Option<&Replacement>,
) -> JsonObject {
    let mut members =
        object([("kind", kind.name().into()), ("looked", reviewed.map(write_looked).into())]);
    if let Some(replacement) = parts {
        let list = replacement.list().iter().map(|block| {
            Value::Object(object([
                ("id", block.id.as_str().into()),
                ("kind", block.kind.name().into()),
                ("text", block.text.as_ref().into()),
            ]))
        });
        members.insert(PARTS.to_owned(), object([(LIST, list.collect())]).into());
    }
    members
}

/// The kind of a block, and whether it has been looked at, as [`write_block`] wrote it.
pub(in crate::storage) fn read_block(
    record: JsonObject,
) -> Result<(Kind, Option<BlockReview>), FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let kind = read_kind(&mut object_reader)?;
    let reviewed =
        object_reader.optional("looked").map(|it| read_looked(it.object()?)).transpose()?;
    Ok((kind, reviewed))
}

/// What became of an imported block, as [`write_block`] wrote it; `None` where it is as it was.
pub(in crate::storage) fn read_parts(
    record: &JsonObject,
    root: &BlockId,
    blocks: &Blocks,
) -> Result<Option<Replacement>, FieldError> {
    let (Some(value), Some(imported)) = (record.get(PARTS), blocks.source(root)) else {
        return Ok(None);
    };
    let field_error = FieldError::new(PARTS, "are no blocks in the place of one");
    let mut object_reader = ObjectReader::new("", object([(PARTS, value.clone())]));
    let Some(parts) = object_reader.optional(PARTS) else { return Ok(None) };
    let list = parts.object()?.list(LIST)?.into_iter().map(|value_reader| {
        let mut object_reader = value_reader.object()?;
        let id = IdPolicy::strict().take_id(&mut object_reader, BlockId::new)?;
        let kind = read_kind(&mut object_reader)?;
        // What nobody knew belongs to the part that has the name.
        let unknown = Some(&imported.unknown).filter(|_| id == *root).cloned();
        let text = object_reader.text("text")?.into();
        Ok(Rc::new(Block { id, kind, text, unknown: unknown.unwrap_or_default() }))
    });
    Replacement::new(list.collect::<Result<_, FieldError>>()?).ok_or(field_error).map(Some)
}

/// The texts of what became of a block, as one tab has it beside another.
pub(in crate::storage) fn replacement_text(value: &Value) -> Option<String> {
    let list = value.get(LIST)?.as_array()?;
    let texts: Vec<&str> = list.iter().filter_map(|it| it.get("text")?.as_str()).collect();
    Some(texts.join(" ¶ "))
}
