//! The record of a claim: its quote, the place of the quote, and the work on it.
//!
//! A place is a block and a UTF-8 byte offset. When another tab has edited the text, reading a
//! claim searches for its words.

use serde_json::{Value, json};

use crate::{
    article::{Blocks, Position, Span},
    claim::{Claim, Target, TargetRange},
    id::BlockId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    storage::schema::{IdPolicy, object, read_claim, write_claim_work},
    text::ByteOffset,
};

use super::{nest_unknown, read_number, relocate, take_unknown};

/// Encodes a claim with its words and their positions in the blocks.
pub(in crate::storage) fn write_claim(claim: &Claim, blocks: &Blocks) -> JsonObject {
    let mut members = object([("id", claim.id.as_str().into()), ("number", claim.number.into())]);
    match &claim.target {
        Target::Block(block) => {
            members.insert("block".to_owned(), block.as_str().into());
        }
        Target::Words { first, rest: further } => {
            members.extend(write_range(first, blocks));
            if !further.is_empty() {
                let further = further
                    .iter()
                    .map(|target_range| Value::from(write_range(target_range, blocks)));
                members.insert("pieces".to_owned(), further.collect());
            }
        }
    }
    members.extend(write_claim_work(claim));
    nest_unknown(members, &claim.unknown)
}

/// Reads a claim that [`write_claim`] wrote, and checks it against the text.
///
/// Where another tab has split, joined or corrected that text, the words are searched for. If they
/// are gone, the claim is about the block and keeps its former words.
pub(in crate::storage) fn read_stored_claim(
    record: JsonObject,
    blocks: &Blocks,
) -> Result<Claim, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let id_policy = &mut IdPolicy::strict();
    let block = object_reader.optional("block");
    let (target, was) = match (block, object_reader.optional("quote")) {
        (Some(block), None) => {
            let field_error = block.error("is not a block of the article");
            let block = id_policy.take_reference(&block, BlockId::new)?;
            let own = blocks.get(&block).map(|_| block.clone());
            let near = || blocks.successor(&block).filter(|_| blocks.is_edited());
            (Target::Block(own.or_else(near).ok_or(field_error)?), None)
        }
        // A claim can have both members after a merge: one tab moved the words, and another found
        // none of them and made the claim about the block. The words win.
        (_, quote) => {
            object_reader.insert_unknown("quote", quote.map_or(Value::Null, ValueReader::value));
            let words = read_pieces(&mut object_reader)?;
            let field_error = object_reader.error("quote", "is not the text at its place");
            relocate::relocate_target(&words, blocks).ok_or(field_error)?
        }
    };
    let unknown = take_unknown(&mut object_reader)?;
    let mut claim = read_claim(object_reader, target, id_policy)?;
    claim.unknown.extend(unknown);
    let at = claim.modified;
    Ok(if was.is_some() { claim.with_previous_quote(was, blocks, at) } else { claim })
}

/// Reads all ranges of a claim, each with its quote, from the first on.
fn read_pieces(object_reader: &mut ObjectReader) -> Result<Vec<(String, TargetRange)>, FieldError> {
    let mut pieces = vec![read_range(object_reader)?];
    for value_reader in object_reader.list("pieces")? {
        let mut object_reader = value_reader.object()?;
        let (quote, target_range) = read_range(&mut object_reader)?;
        pieces.push((
            quote,
            TargetRange { unknown: take_unknown(&mut object_reader)?, ..target_range },
        ));
    }
    Ok(pieces)
}

fn write_range(target_range: &TargetRange, blocks: &Blocks) -> JsonObject {
    let mut members = object([
        ("quote", target_range.span.text(blocks).into()),
        ("start", write_place(&target_range.span.start)),
        ("end", write_place(&target_range.span.end)),
    ]);
    if !target_range.unknown_position_members.is_empty() {
        members.insert("position".to_owned(), target_range.unknown_position_members.clone().into());
    }
    nest_unknown(members, &target_range.unknown)
}

fn read_range(object_reader: &mut ObjectReader) -> Result<(String, TargetRange), FieldError> {
    let quote = object_reader.text("quote")?;
    let start = read_place(object_reader.required("start")?)?;
    let end = read_place(object_reader.required("end")?)?;
    let position = object_reader.optional("position").map(ValueReader::object).transpose()?;
    let unknown_position = position.map(ObjectReader::into_unknown).unwrap_or_default();
    let span = Span { start, end };
    Ok((
        quote,
        TargetRange {
            span,
            unknown: JsonObject::new(),
            unknown_position_members: unknown_position,
        },
    ))
}

fn write_place(place: &Position) -> Value {
    json!({ "block": place.block.as_str(), "utf8": place.offset.get() })
}

fn read_place(value_reader: ValueReader) -> Result<Position, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Position {
        block: IdPolicy::strict()
            .take_reference(&object_reader.required("block")?, BlockId::new)?,
        offset: ByteOffset::new(object_reader.required("utf8")?.count()?),
    })
}

/// Encodes what a deleted claim keeps: its identifier and its number, which no other claim gets.
pub(in crate::storage) fn write_deleted_claim(claim: &Claim) -> JsonObject {
    object([("id", claim.id.as_str().into()), ("number", claim.number.into())])
}

/// Reads the number that [`write_deleted_claim`] wrote; 0 where there is none.
pub(in crate::storage) fn read_deleted_number(record: JsonObject) -> Result<u32, FieldError> {
    read_number(&mut ObjectReader::new("", record), "number")
}

/// Reads the highest claim number of an article, as [`write_article`](super::write_article) wrote
/// it.
pub(in crate::storage) fn read_number_of_all(record: JsonObject) -> Result<u32, FieldError> {
    read_number(&mut ObjectReader::new("", record), "numbered")
}
