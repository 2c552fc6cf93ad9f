//! The JSON form of what is known of an article, and of the ledger.

use crate::{
    article::ArticleMetadata,
    id::ArticleId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    review::{BlockReview, LEDGER_STATES},
};

use super::{IdPolicy, enum_name, object, parse_enum};

/// The members of an article's details; those that nobody knew are not among them, nor is what
/// belongs to one browser alone.
pub fn write_details(article_metadata: &ArticleMetadata) -> JsonObject {
    let mut members = object([
        ("id", article_metadata.id.as_str().into()),
        ("title", article_metadata.title.clone().into()),
        ("byline", article_metadata.byline.clone().into()),
        ("source", article_metadata.source.clone().into()),
        ("published", article_metadata.published.clone().into()),
        ("language", article_metadata.language.clone().into()),
        ("note", article_metadata.note.clone().into()),
        ("added", article_metadata.added.to_string().into()),
        ("draft", article_metadata.text_version.into()),
    ]);
    // Files of before it was known do not have it, and stay as they are.
    let publication = article_metadata.publication.clone();
    members.extend(publication.map(|it| ("publication".to_owned(), it.into())));
    members
}

/// Reads an article's details; what is left in the object is what nobody knew.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_details(
    mut object_reader: ObjectReader,
    id_policy: &mut IdPolicy,
) -> Result<ArticleMetadata, FieldError> {
    let id = id_policy.take_id(&mut object_reader, ArticleId::new)?;
    let field_error = object_reader.error("draft", "should be a whole number from 1");
    let draft = object_reader.optional("draft").map_or(Ok(1), ValueReader::count)?;
    Ok(ArticleMetadata {
        id,
        title: object_reader.text("title")?,
        byline: object_reader.optional_text("byline")?,
        source: object_reader.optional_text("source")?,
        publication: object_reader.optional_text("publication")?,
        published: object_reader.optional_text("published")?,
        language: object_reader.optional_text("language")?,
        note: object_reader.optional_text("note")?.unwrap_or_default(),
        added: object_reader.time("added")?,
        text_version: u32::try_from(draft).ok().filter(|it| *it > 0).ok_or(field_error)?,
        is_archived: false,
        unknown: object_reader.into_unknown(),
    })
}

/// The members of the ledger's word on a block.
pub fn write_looked(block_review: &BlockReview) -> JsonObject {
    let known = object([
        ("state", enum_name(&block_review.state, &LEDGER_STATES)),
        ("at", block_review.at.to_string().into()),
    ]);
    super::with_unknown(known, &block_review.unknown)
}

/// Reads the ledger's word on a block.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_looked(mut object_reader: ObjectReader) -> Result<BlockReview, FieldError> {
    Ok(BlockReview {
        state: parse_enum(object_reader.required("state")?, &LEDGER_STATES)?,
        at: object_reader.time("at")?,
        unknown: object_reader.into_unknown(),
    })
}
