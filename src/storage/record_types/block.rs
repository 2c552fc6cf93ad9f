//! The record of a block: its kind, its review, and the blocks that replaced it.
//!
//! The kind and the review belong to any block; only an imported block can have a replacement.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    article::{Block, Blocks, Kind, Replacement},
    id::BlockId,
    json::{FieldError, JsonObject, ObjectReader},
    review::BlockReview,
    storage::schema::{IdPolicy, object, read_review, write_review},
};

use super::read_kind;

/// The member with the blocks that replaced an imported block; absent where the block is unedited.
///
/// It is an object around a list, because a merge of two tabs would join two plain lists.
pub(in crate::storage) const PARTS: &str = "parts";
/// The member of that object with the list.
const LIST: &str = "list";

/// Encodes the state of a block.
pub(in crate::storage) fn write_block(
    kind: Kind,
    reviewed: Option<&BlockReview>,
    parts: Option<&Replacement>,
) -> JsonObject {
    let mut members =
        object([("kind", kind.name().into()), ("looked", reviewed.map(write_review).into())]);
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

/// Reads the kind and the review of a block, as [`write_block`] wrote them.
pub(in crate::storage) fn read_block(
    record: JsonObject,
) -> Result<(Kind, Option<BlockReview>), FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let kind = read_kind(&mut object_reader)?;
    let reviewed =
        object_reader.optional("looked").map(|it| read_review(it.object()?)).transpose()?;
    Ok((kind, reviewed))
}

/// Reads the blocks that replaced an imported block, as [`write_block`] wrote them; `None` where
/// the block is unedited.
pub(in crate::storage) fn read_parts(
    record: &JsonObject,
    root: &BlockId,
    blocks: &Blocks,
) -> Result<Option<Replacement>, FieldError> {
    let (Some(value), Some(imported)) = (record.get(PARTS), blocks.source(root)) else {
        return Ok(None);
    };
    let field_error = FieldError::new(PARTS, "are not the blocks that replaced a block");
    let mut object_reader = ObjectReader::new("", object([(PARTS, value.clone())]));
    let Some(parts) = object_reader.optional(PARTS) else { return Ok(None) };
    let list = parts.object()?.list(LIST)?.into_iter().map(|value_reader| {
        let mut object_reader = value_reader.object()?;
        let id = IdPolicy::strict().take_id(&mut object_reader, BlockId::new)?;
        let kind = read_kind(&mut object_reader)?;
        // Only the part with the imported block's identifier keeps its unknown members.
        let unknown = Some(&imported.unknown).filter(|_| id == *root).cloned();
        let text = object_reader.text("text")?.into();
        Ok(Rc::new(Block { id, kind, text, unknown: unknown.unwrap_or_default() }))
    });
    Replacement::new(list.collect::<Result<_, FieldError>>()?).ok_or(field_error).map(Some)
}

/// Returns the texts of a stored replacement, joined by ` ¶ `, to show it as a conflict.
pub(in crate::storage) fn replacement_text(value: &Value) -> Option<String> {
    let list = value.get(LIST)?.as_array()?;
    let texts: Vec<&str> = list.iter().filter_map(|it| it.get("text")?.as_str()).collect();
    Some(texts.join(" ¶ "))
}
