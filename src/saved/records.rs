//! The stored form of each record of an article.

use serde_json::{Value, json};

use crate::{
    article::{Block, Blocks, Details, Kind, Place, Span},
    claim::{Claim, Piece, Scale, Source, Tag, Target, shipped_scale},
    document::Document,
    id::BlockId,
    json::{Item, Members, Misfit, Object},
    ledger::Looked,
    record::{
        Names, object, read_claim, read_details, read_looked, read_scale, read_source, read_tag,
        write_claim_work, write_details, write_looked, write_scale, write_source, write_tag,
    },
    text::ByteOffset,
};

/// The member that holds the members of a record that nobody knew, so that none of them can be
/// taken for one of ours.
const UNKNOWN: &str = "unknown";

/// The member that is there where the person has put the article out of the way.
const ARCHIVED: &str = "archived";

/// The members with those that nobody knew tucked away.
fn tucked(mut members: Members, unknown: &Members) -> Members {
    if !unknown.is_empty() {
        members.insert(UNKNOWN.to_owned(), unknown.clone().into());
    }
    members
}

/// Takes what [`tucked`] put away.
fn untuck(object: &mut Object) -> Result<Members, Misfit> {
    let unknown = object.optional(UNKNOWN).map(Item::object).transpose()?;
    Ok(unknown.map(Object::rest).unwrap_or_default())
}

/// What the record of an article holds besides its text.
pub(super) struct Article {
    pub(super) details: Details,
    pub(super) scale: Scale,
    /// What an imported file had beside its known parts.
    pub(super) beside: Members,
    /// The highest number that a claim had when the article came here.
    pub(super) numbered: u32,
}

/// The article's details, with its scale, and what else belongs to no other record.
pub(super) fn write_article(document: &Document) -> Members {
    let details = document.details();
    let mut members = write_details(details);
    members.extend(object([
        ("scale", write_scale(document.scale()).into()),
        ("beside", document.beside().clone().into()),
        ("numbered", document.numbered().into()),
    ]));
    if details.is_archived {
        members.insert(ARCHIVED.to_owned(), true.into());
    }
    tucked(members, &details.unknown)
}

/// What [`write_article`] wrote.
pub(super) fn read_article(record: Members) -> Result<Article, Misfit> {
    let mut object = Object::new("", record);
    let scale = object.optional("scale").map(|it| read_scale(it.object()?)).transpose()?;
    let beside = object.optional("beside").map(Item::object).transpose()?;
    let numbered = read_number(&mut object, "numbered")?;
    let unknown = untuck(&mut object)?;
    let is_archived = object.optional(ARCHIVED).is_some();
    let mut details = read_details(object, &mut Names::kept())?;
    details.is_archived = is_archived;
    details.unknown.extend(unknown);
    let beside = beside.map(Object::rest).unwrap_or_default();
    Ok(Article { details, scale: scale.unwrap_or_else(shipped_scale), beside, numbered })
}

/// The article's text, with its blocks as they came in.
pub(super) fn write_text(blocks: &Blocks) -> Members {
    let kinds = blocks.iter().map(|block| {
        let members =
            object([("id", block.id.as_str().into()), ("kind", block.kind.name().into())]);
        Value::Object(tucked(members, &block.unknown))
    });
    object([("text", blocks.text().into()), ("blocks", kinds.collect())])
}

/// What [`write_text`] wrote.
pub(super) fn read_text(record: Members) -> Result<Blocks, Misfit> {
    let mut object = Object::new("", record);
    let misfit = object.misfit("blocks", "do not make up the text");
    let text = object.text("text")?;
    let items = object.list("blocks")?;
    let lines: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split('\n').collect() };
    if lines.len() != items.len() {
        return Err(misfit);
    }
    let blocks = items.into_iter().zip(lines).map(|(item, line)| {
        let mut object = item.object()?;
        let id = Names::kept().own(&mut object, BlockId::new)?;
        let kind = read_kind(&mut object)?;
        Ok(Block { id, kind, text: line.into(), unknown: untuck(&mut object)? })
    });
    Blocks::new(blocks.collect::<Result<Vec<_>, _>>()?).ok_or(misfit)
}

fn read_kind(object: &mut Object) -> Result<Kind, Misfit> {
    let misfit = object.misfit("kind", "is no kind of block");
    Kind::named(&object.text("kind")?).ok_or(misfit)
}

/// The state of a block: its kind, and whether it has been looked at.
pub(super) fn write_block(kind: Kind, looked: Option<&Looked>) -> Members {
    object([("kind", kind.name().into()), ("looked", looked.map(write_looked).into())])
}

/// What [`write_block`] wrote.
pub(super) fn read_block(record: Members) -> Result<(Kind, Option<Looked>), Misfit> {
    let mut object = Object::new("", record);
    let kind = read_kind(&mut object)?;
    let looked = object.optional("looked").map(|it| read_looked(it.object()?)).transpose()?;
    Ok((kind, looked))
}

/// A tag, with its place among the tags.
pub(super) fn write_ordered_tag(tag: &Tag) -> Members {
    tucked(ordered(tag.order, write_tag(tag)), &tag.unknown)
}

/// What [`write_ordered_tag`] wrote.
pub(super) fn read_ordered_tag(record: Members) -> Result<Tag, Misfit> {
    let mut object = Object::new("", record);
    let order = read_order(&mut object)?;
    let unknown = untuck(&mut object)?;
    let mut tag = read_tag(object, order, &mut Names::kept())?;
    tag.unknown.extend(unknown);
    Ok(tag)
}

/// A source, with its place among the sources.
pub(super) fn write_ordered_source(source: &Source) -> Members {
    tucked(ordered(source.order, write_source(source)), &source.unknown)
}

/// What [`write_ordered_source`] wrote.
pub(super) fn read_ordered_source(record: Members) -> Result<Source, Misfit> {
    let mut object = Object::new("", record);
    let order = read_order(&mut object)?;
    let unknown = untuck(&mut object)?;
    let mut source = read_source(object, order, &mut Names::kept())?;
    source.unknown.extend(unknown);
    Ok(source)
}

fn ordered(order: u32, members: Members) -> Members {
    let mut ordered = object([("order", order.into())]);
    ordered.extend(members);
    ordered
}

fn read_order(object: &mut Object) -> Result<u32, Misfit> {
    let misfit = object.misfit("order", "is no place");
    let order = object.optional("order").map_or(Ok(0), Item::count)?;
    u32::try_from(order).map_err(|_| misfit)
}

/// A claim, with its words and where they stand in their blocks.
pub(super) fn write_claim(claim: &Claim, blocks: &Blocks) -> Members {
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
pub(super) fn read_stored_claim(record: Members, blocks: &Blocks) -> Result<Claim, Misfit> {
    let mut object = Object::new("", record);
    let names = &mut Names::kept();
    let target = if let Some(block) = object.optional("block") {
        let misfit = block.misfit("is no block of the article");
        let block = names.other(&block, BlockId::new)?;
        Target::Block(blocks.get(&block).map(|_| block).ok_or(misfit)?)
    } else {
        let first = read_piece(&mut object, blocks)?;
        let further = object.list("pieces")?.into_iter().map(|item| {
            let mut object = item.object()?;
            let piece = read_piece(&mut object, blocks)?;
            Ok(Piece { unknown: untuck(&mut object)?, ..piece })
        });
        Target::Words { first, further: further.collect::<Result<_, Misfit>>()? }
    };
    let unknown = untuck(&mut object)?;
    let mut claim = read_claim(object, target, names)?;
    claim.unknown.extend(unknown);
    Ok(claim)
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

fn read_piece(object: &mut Object, blocks: &Blocks) -> Result<Piece, Misfit> {
    let misfit = object.misfit("quote", "is not the text at its place");
    let quote = object.text("quote")?;
    let start = read_place(object.required("start")?)?;
    let end = read_place(object.required("end")?)?;
    let position = object.optional("position").map(Item::object).transpose()?;
    let span = Span { start, end };
    if span.words(blocks) != Some(quote) {
        return Err(misfit);
    }
    let unknown_position = position.map(Object::rest).unwrap_or_default();
    Ok(Piece { span, unknown: Members::new(), unknown_position })
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
pub(super) fn write_deleted_claim(claim: &Claim) -> Members {
    object([("id", claim.id.as_str().into()), ("number", claim.number.into())])
}

/// The number that [`write_deleted_claim`] kept; 0 where none was kept.
pub(super) fn read_deleted_number(record: Members) -> Result<u32, Misfit> {
    read_number(&mut Object::new("", record), "number")
}

/// The highest number that a claim of an article had, as [`write_article`] wrote it.
pub(super) fn read_number_of_all(record: Members) -> Result<u32, Misfit> {
    read_number(&mut Object::new("", record), "numbered")
}

/// A number of a claim; 0 where it is missing.
fn read_number(object: &mut Object, name: &str) -> Result<u32, Misfit> {
    let misfit = object.misfit(name, "is no number of a claim");
    let number = object.optional(name).map_or(Ok(0), Item::count)?;
    u32::try_from(number).map_err(|_| misfit)
}
