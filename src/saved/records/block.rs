//! The stored form of a block: its kind, whether it has been looked at, and what became of it.

use std::rc::Rc;

use serde_json::Value;

use crate::{
    article::{Block, Blocks, Kind, Parts},
    id::BlockId,
    json::{Members, Misfit, Object},
    ledger::Looked,
    record::{Names, object, read_looked, write_looked},
};

use super::read_kind;

/// The member that holds what became of an imported block; absent where it is as it was.
///
/// It is an object with the list in it, because lists of two tabs would be joined.
pub(in crate::saved) const PARTS: &str = "parts";
/// The list in it.
const LIST: &str = "list";

/// The state of a block.
pub(in crate::saved) fn write_block(
    kind: Kind,
    looked: Option<&Looked>,
    parts: Option<&Parts>,
) -> Members {
    let mut members =
        object([("kind", kind.name().into()), ("looked", looked.map(write_looked).into())]);
    if let Some(parts) = parts {
        let list = parts.list().iter().map(|block| {
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
pub(in crate::saved) fn read_block(record: Members) -> Result<(Kind, Option<Looked>), Misfit> {
    let mut object = Object::new("", record);
    let kind = read_kind(&mut object)?;
    let looked = object.optional("looked").map(|it| read_looked(it.object()?)).transpose()?;
    Ok((kind, looked))
}

/// What became of an imported block, as [`write_block`] wrote it; `None` where it is as it was.
pub(in crate::saved) fn read_parts(
    record: &Members,
    root: &BlockId,
    blocks: &Blocks,
) -> Result<Option<Parts>, Misfit> {
    let (Some(value), Some(imported)) = (record.get(PARTS), blocks.imported_as(root)) else {
        return Ok(None);
    };
    let misfit = Misfit::new(PARTS, "are no blocks in the place of one");
    let mut object = Object::new("", object([(PARTS, value.clone())]));
    let Some(parts) = object.optional(PARTS) else { return Ok(None) };
    let list = parts.object()?.list(LIST)?.into_iter().map(|item| {
        let mut object = item.object()?;
        let id = Names::kept().own(&mut object, BlockId::new)?;
        let kind = read_kind(&mut object)?;
        // What nobody knew belongs to the part that has the name.
        let unknown = Some(&imported.unknown).filter(|_| id == *root).cloned();
        let text = object.text("text")?.into();
        Ok(Rc::new(Block { id, kind, text, unknown: unknown.unwrap_or_default() }))
    });
    Parts::new(list.collect::<Result<_, Misfit>>()?).ok_or(misfit).map(Some)
}

/// The texts of what became of a block, as one tab has it beside another.
pub(in crate::saved) fn words_of_parts(value: &Value) -> Option<String> {
    let list = value.get(LIST)?.as_array()?;
    let texts: Vec<&str> = list.iter().filter_map(|it| it.get("text")?.as_str()).collect();
    Some(texts.join(" ¶ "))
}
