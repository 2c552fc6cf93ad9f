//! The JSON form of an article's metadata, and of the review of a block.
//!
//! Older files lack the member `publication`, and writing such an article does not add it. A review
//! has the same members in files and stores.

use crate::{
    article::ArticleMetadata,
    id::ArticleId,
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
    review::{BlockReview, REVIEW_STATES},
};

use super::{IdPolicy, enum_name, object, parse_enum};

/// Returns the members of an article's metadata, without the unknown members and without those that
/// belong to one browser only.
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
    // Files from before this member existed do not have it, and writing them must not add it.
    let publication = article_metadata.publication.clone();
    members.extend(publication.map(|it| ("publication".to_owned(), it.into())));
    members
}

/// Reads an article's metadata; the members that are left over become its unknown members.
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

/// Returns the members of the review of a block.
pub fn write_review(block_review: &BlockReview) -> JsonObject {
    let known = object([
        ("state", enum_name(&block_review.state, &REVIEW_STATES)),
        ("at", block_review.at.to_string().into()),
    ]);
    super::with_unknown(known, &block_review.unknown)
}

/// Reads the review of a block.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_review(mut object_reader: ObjectReader) -> Result<BlockReview, FieldError> {
    Ok(BlockReview {
        state: parse_enum(object_reader.required("state")?, &REVIEW_STATES)?,
        at: object_reader.time("at")?,
        unknown: object_reader.into_unknown(),
    })
}
