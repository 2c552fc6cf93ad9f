//! Reads the member `article`.
//!
//! The text, its SHA-256 and the blocks must agree: each line of the text is one block, at the
//! offsets that the block names.

use std::collections::HashSet;

use crate::{
    article::{ArticleMetadata, Block, Blocks, Kind, sha256_hex},
    id::BlockId,
    json::{FieldError, ObjectReader, ValueReader},
    storage::schema::{IdPolicy, read_details},
    text::{lines, trim_line_end},
};

/// Reads an article, and checks that its blocks make up its text and that its `sha256` is that of
/// the text.
pub(super) fn read(
    mut object_reader: ObjectReader,
    id_policy: &mut IdPolicy,
) -> Result<(ArticleMetadata, Blocks), FieldError> {
    let text = object_reader.text("text")?;
    let sha256 = object_reader.required("sha256")?;
    let no_match =
        sha256.error("does not match the text; one of them was changed after the export");
    if sha256.text()? != sha256_hex(&text) {
        return Err(no_match);
    }
    let field_error = object_reader.error("blocks", "do not make up the text");
    let blocks =
        read_blocks(object_reader.list("blocks")?, &text, id_policy)?.ok_or(field_error)?;
    Ok((read_details(object_reader, id_policy)?, blocks))
}

/// Reads the blocks, one for each line of the text; `None` if there are fewer blocks than lines.
fn read_blocks(
    items: Vec<ValueReader>,
    text: &str,
    id_policy: &mut IdPolicy,
) -> Result<Option<Blocks>, FieldError> {
    let mut lines = text.split('\n').filter(|_| !text.is_empty());
    let mut at = 0;
    let mut blocks = Vec::with_capacity(items.len());
    let mut ids = HashSet::new();
    for value_reader in items {
        let beyond = value_reader.error("refers to a line outside the text");
        let line = lines.next().ok_or(beyond)?;
        let object_reader = value_reader.object()?;
        let twice = object_reader.error("id", "repeats the identifier of an earlier block");
        let block = read_block(object_reader, line, at, id_policy)?;
        if !ids.insert(block.id.clone()) {
            return Err(twice);
        }
        blocks.push(block);
        at += line.chars().count() + 1;
    }
    Ok(if lines.next().is_none() { Blocks::new(blocks) } else { None })
}

/// Reads the block of a line of the text, which starts `at` code points into it.
fn read_block(
    mut object_reader: ObjectReader,
    line: &str,
    at: usize,
    id_policy: &mut IdPolicy,
) -> Result<Block, FieldError> {
    let untidy = FieldError::new(
        object_reader.place(),
        "refers to a line that is empty, ends with spaces or contains a line break",
    );
    let id = id_policy.take_id(&mut object_reader, BlockId::new)?;
    let unknown_kind = object_reader.error("kind", "is not a kind of block");
    let kind = Kind::from_name(&object_reader.text("kind")?).ok_or(unknown_kind)?;
    let range = object_reader.required("codePoint")?;
    let end = at + line.chars().count();
    let field_error =
        range.error(format!("should be [{at}, {end}], the range of that line in the text"));
    if pair(range)? != (at, end) {
        return Err(field_error);
    }
    if lines(line).nth(1).is_some() || trim_line_end(line) != line || line.is_empty() {
        return Err(untidy);
    }
    Ok(Block { id, kind, text: line.into(), unknown: object_reader.into_unknown() })
}

/// Reads a list of exactly two counts.
pub(super) fn pair(value_reader: ValueReader) -> Result<(usize, usize), FieldError> {
    let field_error = value_reader.error("should be a list of a start and an end");
    let mut list = value_reader.list()?.into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(start), Some(end), None) => Ok((start.count()?, end.count()?)),
        _ => Err(field_error),
    }
}
