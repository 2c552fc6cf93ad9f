//! The stored form of a claim.

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

/// A claim, with its words and where they stand in their blocks.
pub(in crate::storage) fn write_claim(claim: &Claim, blocks: &Blocks) -> JsonObject {
    let mut members = object([("id", claim.id.as_str().into()), ("number", claim.number.into())]);
    match &claim.target {
        Target::Block(block) => {
            members.insert("block".to_owned(), block.as_str().into());
        }
        Target::Words { first, rest: further } => {
            members.extend(write_piece(first, blocks));
            if !further.is_empty() {
                let further = further
                    .iter()
                    .map(|target_range| Value::from(write_piece(target_range, blocks)));
                members.insert("pieces".to_owned(), further.collect());
            }
        }
    }
    members.extend(write_claim_work(claim));
    nest_unknown(members, &claim.unknown)
}

/// What [`write_claim`] wrote, checked against the text that it is about.
///
/// Where another tab has split, joined or corrected that text, the words are found again, or else
/// the claim says what they were.
pub(in crate::storage) fn read_stored_claim(
    record: JsonObject,
    blocks: &Blocks,
) -> Result<Claim, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let id_policy = &mut IdPolicy::strict();
    let block = object_reader.optional("block");
    let (target, was) = match (block, object_reader.optional("quote")) {
        (Some(block), None) => {
            let field_error = block.error("is no block of the article");
            let block = id_policy.take_reference(&block, BlockId::new)?;
            let own = blocks.get(&block).map(|_| block.clone());
            let near = || blocks.successor(&block).filter(|_| blocks.is_edited());
            (Target::Block(own.or_else(near).ok_or(field_error)?), None)
        }
        // Of a claim that has both, one tab has moved the words when another found none of them.
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

/// Words with the place where they stood, from the first piece on.
fn read_pieces(object_reader: &mut ObjectReader) -> Result<Vec<(String, TargetRange)>, FieldError> {
    let mut pieces = vec![read_piece(object_reader)?];
    for value_reader in object_reader.list("pieces")? {
        let mut object_reader = value_reader.object()?;
        let (quote, target_range) = read_piece(&mut object_reader)?;
        pieces.push((
            quote,
            TargetRange { unknown: take_unknown(&mut object_reader)?, ..target_range },
        ));
    }
    Ok(pieces)
}

fn write_piece(target_range: &TargetRange, blocks: &Blocks) -> JsonObject {
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

fn read_piece(object_reader: &mut ObjectReader) -> Result<(String, TargetRange), FieldError> {
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

/// What is kept of a deleted claim: its number, which is not given again.
pub(in crate::storage) fn write_deleted_claim(claim: &Claim) -> JsonObject {
    object([("id", claim.id.as_str().into()), ("number", claim.number.into())])
}

/// The number that [`write_deleted_claim`] kept; 0 where none was kept.
pub(in crate::storage) fn read_deleted_number(record: JsonObject) -> Result<u32, FieldError> {
    read_number(&mut ObjectReader::new("", record), "number")
}

/// The highest number that a claim of an article had, as [`write_article`] wrote it.
pub(in crate::storage) fn read_number_of_all(record: JsonObject) -> Result<u32, FieldError> {
    read_number(&mut ObjectReader::new("", record), "numbered")
}
