//! The stored form of a claim.

use serde_json::{Value, json};

use crate::{
    article::{Blocks, Place, Span},
    claim::{Claim, Piece, Target},
    id::BlockId,
    json::{Item, Members, Misfit, Object},
    record::{Names, object, read_claim, write_claim_work},
    text::ByteOffset,
};

use super::{found, read_number, tucked, untuck};

/// A claim, with its words and where they stand in their blocks.
pub(in crate::saved) fn write_claim(claim: &Claim, blocks: &Blocks) -> Members {
    let mut members = object([("id", claim.id.as_str().into()), ("number", claim.number.into())]);
    match &claim.target {
        Target::Block(block) => {
            members.insert("block".to_owned(), block.as_str().into());
        }
        Target::Words { first, further } => {
            members.extend(write_piece(first, blocks));
            if !further.is_empty() {
                let further = further.iter().map(|piece| Value::from(write_piece(piece, blocks)));
                members.insert("pieces".to_owned(), further.collect());
            }
        }
    }
    members.extend(write_claim_work(claim));
    tucked(members, &claim.unknown)
}

/// What [`write_claim`] wrote, checked against the text that it is about.
///
/// Where another tab has split, joined or corrected that text, the words are found again, or else
/// the claim says what they were.
pub(in crate::saved) fn read_stored_claim(
    record: Members,
    blocks: &Blocks,
) -> Result<Claim, Misfit> {
    let mut object = Object::new("", record);
    let names = &mut Names::kept();
    let block = object.optional("block");
    let (target, was) = match (block, object.optional("quote")) {
        (Some(block), None) => {
            let misfit = block.misfit("is no block of the article");
            let block = names.other(&block, BlockId::new)?;
            let own = blocks.get(&block).map(|_| block.clone());
            let near = || blocks.instead_of(&block).filter(|_| blocks.is_repaired());
            (Target::Block(own.or_else(near).ok_or(misfit)?), None)
        }
        // Of a claim that has both, one tab has moved the words when another found none of them.
        (_, quote) => {
            object.keep("quote", quote.map_or(Value::Null, Item::value));
            let words = read_pieces(&mut object)?;
            let misfit = object.misfit("quote", "is not the text at its place");
            found::target(&words, blocks).ok_or(misfit)?
        }
    };
    let unknown = untuck(&mut object)?;
    let mut claim = read_claim(object, target, names)?;
    claim.unknown.extend(unknown);
    let at = claim.modified;
    Ok(if was.is_some() { claim.telling(was, blocks, at) } else { claim })
}

/// Words with the place where they stood, from the first piece on.
fn read_pieces(object: &mut Object) -> Result<Vec<(String, Piece)>, Misfit> {
    let mut pieces = vec![read_piece(object)?];
    for item in object.list("pieces")? {
        let mut object = item.object()?;
        let (quote, piece) = read_piece(&mut object)?;
        pieces.push((quote, Piece { unknown: untuck(&mut object)?, ..piece }));
    }
    Ok(pieces)
}

fn write_piece(piece: &Piece, blocks: &Blocks) -> Members {
    let mut members = object([
        ("quote", piece.span.words(blocks).into()),
        ("start", write_place(&piece.span.start)),
        ("end", write_place(&piece.span.end)),
    ]);
    if !piece.unknown_position.is_empty() {
        members.insert("position".to_owned(), piece.unknown_position.clone().into());
    }
    tucked(members, &piece.unknown)
}

fn read_piece(object: &mut Object) -> Result<(String, Piece), Misfit> {
    let quote = object.text("quote")?;
    let start = read_place(object.required("start")?)?;
    let end = read_place(object.required("end")?)?;
    let position = object.optional("position").map(Item::object).transpose()?;
    let unknown_position = position.map(Object::rest).unwrap_or_default();
    let span = Span { start, end };
    Ok((quote, Piece { span, unknown: Members::new(), unknown_position }))
}

fn write_place(place: &Place) -> Value {
    json!({ "block": place.block.as_str(), "utf8": place.offset.get() })
}

fn read_place(item: Item) -> Result<Place, Misfit> {
    let mut object = item.object()?;
    Ok(Place {
        block: Names::kept().other(&object.required("block")?, BlockId::new)?,
        offset: ByteOffset::new(object.required("utf8")?.count()?),
    })
}

/// What is kept of a deleted claim: its number, which is not given again.
pub(in crate::saved) fn write_deleted_claim(claim: &Claim) -> Members {
    object([("id", claim.id.as_str().into()), ("number", claim.number.into())])
}

/// The number that [`write_deleted_claim`] kept; 0 where none was kept.
pub(in crate::saved) fn read_deleted_number(record: Members) -> Result<u32, Misfit> {
    read_number(&mut Object::new("", record), "number")
}

/// The highest number that a claim of an article had, as [`write_article`] wrote it.
pub(in crate::saved) fn read_number_of_all(record: Members) -> Result<u32, Misfit> {
    read_number(&mut Object::new("", record), "numbered")
}
