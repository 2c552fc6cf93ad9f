//! The stored form of each record of an article.

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

/// The member that holds the members of a record that nobody knew, so that none of them can be
/// taken for one of ours.
const UNKNOWN: &str = "unknown";

/// The member that is there where the person has put the article out of the way.
const ARCHIVED: &str = "archived";

/// The members with those that nobody knew tucked away.
fn nest_unknown(mut members: JsonObject, unknown: &JsonObject) -> JsonObject {
    if !unknown.is_empty() {
        members.insert(UNKNOWN.to_owned(), unknown.clone().into());
    }
    members
}

/// Takes what [`nest_unknown`] put away.
fn take_unknown(object_reader: &mut ObjectReader) -> Result<JsonObject, FieldError> {
    let unknown = object_reader.optional(UNKNOWN).map(ValueReader::object).transpose()?;
    Ok(unknown.map(ObjectReader::into_unknown).unwrap_or_default())
}

/// What the record of an article holds besides its text.
pub(super) struct Article {
    pub(super) details: ArticleMetadata,
    pub(super) scale: Scale,
    /// What an imported file had beside its known parts.
    pub(super) beside: JsonObject,
    /// The highest number that a claim had when the article came here.
    pub(super) numbered: u32,
}

/// The article's details, with its scale, and what else belongs to no other record.
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

/// What [`write_article`] wrote.
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

/// The article's text, with its blocks as they came in.
pub(super) fn write_text(blocks: &Blocks) -> JsonObject {
    let kinds = blocks.imported().iter().map(|block| {
        let members =
            object([("id", block.id.as_str().into()), ("kind", block.kind.name().into())]);
        Value::Object(nest_unknown(members, &block.unknown))
    });
    object([("text", blocks.imported_text().into()), ("blocks", kinds.collect())])
}

/// What [`write_text`] wrote.
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
    let field_error = object_reader.error("kind", "is no kind of block");
    Kind::from_name(&object_reader.text("kind")?).ok_or(field_error)
}

/// A tag, with its place among the tags.
pub(super) fn write_ordered_tag(tag: &Tag) -> JsonObject {
    nest_unknown(ordered(tag.order, write_tag(tag)), &tag.unknown)
}

/// What [`write_ordered_tag`] wrote.
pub(super) fn read_ordered_tag(record: JsonObject) -> Result<Tag, FieldError> {
    let mut object_reader = ObjectReader::new("", record);
    let order = read_order(&mut object_reader)?;
    let unknown = take_unknown(&mut object_reader)?;
    let mut tag = read_tag(object_reader, order, &mut IdPolicy::strict())?;
    tag.unknown.extend(unknown);
    Ok(tag)
}

/// A source, with its place among the sources.
pub(super) fn write_ordered_source(source: &Source) -> JsonObject {
    nest_unknown(ordered(source.order, write_source(source)), &source.unknown)
}

/// What [`write_ordered_source`] wrote.
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
    let field_error = object_reader.error("order", "is no place");
    let order = object_reader.optional("order").map_or(Ok(0), ValueReader::count)?;
    u32::try_from(order).map_err(|_| field_error)
}

/// A number of a claim; 0 where it is missing.
fn read_number(object_reader: &mut ObjectReader, name: &str) -> Result<u32, FieldError> {
    let field_error = object_reader.error(name, "is no number of a claim");
    let number = object_reader.optional(name).map_or(Ok(0), ValueReader::count)?;
    u32::try_from(number).map_err(|_| field_error)
}
