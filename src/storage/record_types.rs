//! The stored form of each record of an article, without the envelope.
//!
//! The metadata, the text, and each block, tag, source and claim have a record of their own.
//! Members that this version does not know survive reading and writing: each record keeps them in
//! one separate member.

mod block;
mod claim;
mod relocate;

use serde_json::Value;

pub(super) use block::{PARTS, read_block, read_parts, replacement_text, write_block};
pub(super) use claim::{
    read_deleted_number, read_number_of_all, read_stored_claim, write_claim, write_deleted_claim,
};

use crate::{
    article::{ArticleMetadata, Block, Blocks, Kind},
    claim::{Scale, Source, Tag, default_scale},
    document::Document,
    id::BlockId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    storage::schema::{
        IdPolicy, object, read_details, read_scale, read_source, read_tag, write_details,
        write_scale, write_source, write_tag,
    },
};

/// The member with those members of a record that this version does not know. Keeping them apart
/// prevents that one is mistaken for a member of Claimlight.
const UNKNOWN: &str = "unknown";

/// The member that is present where the user has archived the article.
const ARCHIVED: &str = "archived";

/// Adds the unknown members to a record, inside one member.
fn nest_unknown(mut members: JsonObject, unknown: &JsonObject) -> JsonObject {
    if !unknown.is_empty() {
        members.insert(UNKNOWN.to_owned(), unknown.clone().into());
    }
    members
}

/// Removes and returns the members that [`nest_unknown`] added.
fn take_unknown(object_reader: &mut ObjectReader) -> Result<JsonObject, FieldError> {
    let unknown = object_reader.optional(UNKNOWN).map(ValueReader::object).transpose()?;
    Ok(unknown.map(ObjectReader::into_unknown).unwrap_or_default())
}

/// The content of an article's main record; the text is in another one.
pub(super) struct Article {
    pub(super) details: ArticleMetadata,
    pub(super) scale: Scale,
    /// The members of an imported file outside its known parts.
    pub(super) beside: JsonObject,
    /// The highest claim number of the article when the record was written.
    pub(super) numbered: u32,
}

/// Encodes the article's metadata and scale, and what belongs to no other record.
pub(super) fn write_article(document: &Document) -> JsonObject {
    let details = document.details();
    let mut members = write_details(details);
    members.extend(object([
        ("scale", write_scale(document.scale()).into()),
        ("beside", document.unknown_members().clone().into()),
        ("numbered", document.last_claim_number().into()),
    ]));
    if details.is_archived {
        members.insert(ARCHIVED.to_owned(), true.into());
    }
    nest_unknown(members, &details.unknown)
}

/// Reads what [`write_article`] wrote.
pub(super) fn read_article(record: JsonObject) -> Result<Article, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let scale = object_reader.optional("scale").map(|it| read_scale(it.object()?)).transpose()?;
    let beside = object_reader.optional("beside").map(ValueReader::object).transpose()?;
    let numbered = read_number(&mut object_reader, "numbered")?;
    let unknown = take_unknown(&mut object_reader)?;
    let is_archived = object_reader.optional(ARCHIVED).is_some();
    let mut article_metadata = read_details(object_reader, &mut IdPolicy::strict())?;
    article_metadata.is_archived = is_archived;
    article_metadata.unknown.extend(unknown);
    let beside = beside.map(ObjectReader::into_unknown).unwrap_or_default();
    Ok(Article {
        details: article_metadata,
        scale: scale.unwrap_or_else(default_scale),
        beside,
        numbered,
    })
}

/// Encodes the article's text, with the identifiers and kinds of the blocks as they were imported.
pub(super) fn write_text(blocks: &Blocks) -> JsonObject {
    let kinds = blocks.imported().iter().map(|block| {
        let members =
            object([("id", block.id.as_str().into()), ("kind", block.kind.name().into())]);
        Value::Object(nest_unknown(members, &block.unknown))
    });
    object([("text", blocks.imported_text().into()), ("blocks", kinds.collect())])
}

/// Reads what [`write_text`] wrote. Fails where the text does not have one line for each block.
pub(super) fn read_text(record: JsonObject) -> Result<Blocks, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let field_error = object_reader.error("blocks", "do not make up the text");
    let text = object_reader.text("text")?;
    let items = object_reader.list("blocks")?;
    let lines: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split('\n').collect() };
    if lines.len() != items.len() {
        return Err(field_error);
    }
    let blocks = items.into_iter().zip(lines).map(|(value_reader, line)| {
        let mut object_reader = value_reader.object()?;
        let id = IdPolicy::strict().take_id(&mut object_reader, BlockId::new)?;
        let kind = read_kind(&mut object_reader)?;
        Ok(Block { id, kind, text: line.into(), unknown: take_unknown(&mut object_reader)? })
    });
    Blocks::new(blocks.collect::<Result<Vec<_>, _>>()?).ok_or(field_error)
}

fn read_kind(object_reader: &mut ObjectReader) -> Result<Kind, FieldError> {
    let field_error = object_reader.error("kind", "is not a kind of block");
    Kind::from_name(&object_reader.text("kind")?).ok_or(field_error)
}

/// Encodes a tag, with its order among the tags.
pub(super) fn write_ordered_tag(tag: &Tag) -> JsonObject {
    nest_unknown(ordered(tag.order, write_tag(tag)), &tag.unknown)
}

/// Reads what [`write_ordered_tag`] wrote.
pub(super) fn read_ordered_tag(record: JsonObject) -> Result<Tag, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let order = read_order(&mut object_reader)?;
    let unknown = take_unknown(&mut object_reader)?;
    let mut tag = read_tag(object_reader, order, &mut IdPolicy::strict())?;
    tag.unknown.extend(unknown);
    Ok(tag)
}

/// Encodes a source, with its order among the sources.
pub(super) fn write_ordered_source(source: &Source) -> JsonObject {
    nest_unknown(ordered(source.order, write_source(source)), &source.unknown)
}

/// Reads what [`write_ordered_source`] wrote.
pub(super) fn read_ordered_source(record: JsonObject) -> Result<Source, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let order = read_order(&mut object_reader)?;
    let unknown = take_unknown(&mut object_reader)?;
    let mut source = read_source(object_reader, order, &mut IdPolicy::strict())?;
    source.unknown.extend(unknown);
    Ok(source)
}

fn ordered(order: u32, members: JsonObject) -> JsonObject {
    let mut ordered = object([("order", order.into())]);
    ordered.extend(members);
    ordered
}

fn read_order(object_reader: &mut ObjectReader) -> Result<u32, FieldError> {
    let field_error = object_reader.error("order", "is not a position");
    let order = object_reader.optional("order").map_or(Ok(0), ValueReader::count)?;
    u32::try_from(order).map_err(|_| field_error)
}

/// Reads a claim number; 0 where the member is missing.
fn read_number(object_reader: &mut ObjectReader, name: &str) -> Result<u32, FieldError> {
    let field_error = object_reader.error(name, "is not the number of a claim");
    let number = object_reader.optional(name).map_or(Ok(0), ValueReader::count)?;
    u32::try_from(number).map_err(|_| field_error)
}
