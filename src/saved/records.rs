//! The stored form of each record of an article.

mod block;
mod claim;
mod found;

use serde_json::Value;

pub(super) use block::{PARTS, read_block, read_parts, words_of_parts, write_block};
pub(super) use claim::{
    read_deleted_number, read_number_of_all, read_stored_claim, write_claim, write_deleted_claim,
};

use crate::{
    article::{Block, Blocks, Details, Kind},
    claim::{Scale, Source, Tag, shipped_scale},
    document::Document,
    id::BlockId,
    json::{Item, Members, Misfit, Object},
    record::{
        Names, object, read_details, read_scale, read_source, read_tag, write_details, write_scale,
        write_source, write_tag,
    },
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
    let kinds = blocks.imported().iter().map(|block| {
        let members =
            object([("id", block.id.as_str().into()), ("kind", block.kind.name().into())]);
        Value::Object(tucked(members, &block.unknown))
    });
    object([("text", blocks.imported_text().into()), ("blocks", kinds.collect())])
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

/// A number of a claim; 0 where it is missing.
fn read_number(object: &mut Object, name: &str) -> Result<u32, Misfit> {
    let misfit = object.misfit(name, "is no number of a claim");
    let number = object.optional(name).map_or(Ok(0), Item::count)?;
    u32::try_from(number).map_err(|_| misfit)
}
