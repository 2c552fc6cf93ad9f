//! Reads Claimlight JSON and checks that everything in the file fits its text.
//!
//! Quotes, contexts, offsets and references must agree with each other. Otherwise the module
//! refuses the whole file, with the place of the first error.

mod article;
mod claims;
mod lone_surrogates;

use std::rc::Rc;

use serde_json::{Value, error::Category};
use thiserror::Error;

use crate::{
    article::Blocks,
    claim::default_scale,
    document::Document,
    event_context::EventContext,
    id::BlockId,
    json::{FieldError, ObjectReader, ValueReader},
    storage::schema::{IdPolicy, read_review, read_scale, read_source, read_tag},
};

use super::{FORMAT, VERSION};

/// The number of characters that [`looks_like_export`] examines.
const LOOKED_AT_CHARS: usize = 200;

/// The reason why a file cannot be read as Claimlight JSON.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// The file ends in the middle.
    #[error("the file breaks off at line {line}, character {column}")]
    Truncated {
        /// The last line, counted from 1.
        line: usize,
        /// The last character of that line, counted from 1.
        column: usize,
    },
    /// The file is not JSON.
    #[error("not JSON at line {line}, character {column}: {problem}")]
    InvalidJson {
        /// The line of the error, counted from 1.
        line: usize,
        /// The character of the error in that line, counted from 1.
        column: usize,
        /// The message of the parser.
        problem: String,
    },
    /// The file is JSON, but not Claimlight JSON.
    #[error("not a Claimlight file")]
    WrongFormat,
    /// A newer version of the program wrote the file.
    #[error("the file has version {found}, and {VERSION} is the newest that can be read")]
    NewerVersion {
        /// The version of the file.
        found: String,
    },
    /// A value in the file does not fit; the error names its place.
    #[error(transparent)]
    Mismatch(#[from] FieldError),
}

/// Returns whether a text looks like Claimlight JSON, even if it is incomplete or newer than this
/// version.
pub fn looks_like_export(text: &str) -> bool {
    let start: String = text.chars().take(LOOKED_AT_CHARS).collect();
    start.trim_start_matches('\u{feff}').trim_start().starts_with('{') && start.contains(FORMAT)
}

/// Reads a file that [`super::write`] or another program has written.
///
/// The function replaces identifiers that it cannot keep by new ones, which it makes from
/// `context`.
///
/// # Errors
/// If the file is incomplete, is not Claimlight JSON, has a newer version, or does not fit its
/// text.
pub fn read(file: &str, context: EventContext) -> Result<Document, ImportError> {
    let file = lone_surrogates::replace_lone_surrogates(file.trim_start_matches('\u{feff}'));
    let value = serde_json::from_str(&file).map_err(|error| {
        let (line, column) = (error.line(), character(&file, &error));
        match error.classify() {
            Category::Eof => ImportError::Truncated { line, column },
            Category::Io | Category::Syntax | Category::Data => {
                ImportError::InvalidJson { line, column, problem: plain(&error) }
            }
        }
    })?;
    let Value::Object(members) = value else { return Err(ImportError::WrongFormat) };
    let mut file = ObjectReader::new("", members);
    check_version(&mut file)?;
    Ok(read_document(file, &mut IdPolicy::replacing(context))?)
}

/// Returns the character in its line at which the parser stopped, counted from 1; the parser itself
/// counts bytes.
fn character(file: &str, error: &serde_json::Error) -> usize {
    let line = file.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < error.column()).count()
}

/// Returns the message of the parser without the place, which [`ImportError`] holds in other
/// fields.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.clone(), |(problem, _)| problem.to_owned())
}

/// Checks the members `format` and `version`.
fn check_version(file: &mut ObjectReader) -> Result<(), ImportError> {
    let format = file.optional("format").and_then(|it| it.text().ok());
    if format.as_deref() != Some(FORMAT) {
        return Err(ImportError::WrongFormat);
    }
    let field_error = file.error("version", "should be a whole number from 1");
    let version = file.required("version")?.number()?;
    match version.as_u64() {
        Some(1..=VERSION) => Ok(()),
        Some(0) | None => Err(field_error.into()),
        Some(_) => Err(ImportError::NewerVersion { found: version.to_string() }),
    }
}

/// Reads all members but `format` and `version`.
fn read_document(mut file: ObjectReader, id_policy: &mut IdPolicy) -> Result<Document, FieldError> {
    // Both members describe how this copy of the file was made, and the next export writes new
    // ones.
    file.optional_text("exported")?;
    file.optional_text("generator")?;
    let (article_metadata, blocks) = article::read(file.required("article")?.object()?, id_policy)?;
    let scale = file.optional("scale").map(|it| read_scale(it.object()?)).transpose()?;
    let mut document = Document::new(article_metadata, blocks, scale.unwrap_or_else(default_scale));
    read_tags(file.list("tags")?, &mut document, id_policy)?;
    read_sources(file.list("sources")?, &mut document, id_policy)?;
    claims::read(file.required("claims")?.list()?, &mut document, id_policy)?;
    read_reviews(file.list("ledger")?, &mut document, id_policy)?;
    document.set_unknown_members(file.into_unknown());
    Ok(document)
}

/// Reads the member `tags`; no two tags may have the same identifier or key.
fn read_tags(
    items: Vec<ValueReader>,
    document: &mut Document,
    id_policy: &mut IdPolicy,
) -> Result<(), FieldError> {
    for (value_reader, order) in items.into_iter().zip(0..) {
        let object_reader = value_reader.object()?;
        let twice = object_reader.error("id", "repeats the identifier of an earlier tag");
        let same_key = object_reader.error("key", "repeats the key of an earlier tag");
        let tag = read_tag(object_reader, order, id_policy)?;
        if document.tag(&tag.id).is_some() {
            return Err(twice);
        }
        if tag.key.is_some() && document.tags().iter().any(|other| other.key == tag.key) {
            return Err(same_key);
        }
        document.set_tag(&tag.id.clone(), Some(Rc::new(tag)));
    }
    Ok(())
}

/// Reads the member `sources`; no two sources may have the same identifier.
fn read_sources(
    items: Vec<ValueReader>,
    document: &mut Document,
    id_policy: &mut IdPolicy,
) -> Result<(), FieldError> {
    for (value_reader, order) in items.into_iter().zip(0..) {
        let object_reader = value_reader.object()?;
        let twice = object_reader.error("id", "repeats the identifier of an earlier source");
        let source = read_source(object_reader, order, id_policy)?;
        if document.source(&source.id).is_some() {
            return Err(twice);
        }
        document.set_source(&source.id.clone(), Some(Rc::new(source)));
    }
    Ok(())
}

/// Reads the member `ledger`, the review of blocks; no two entries may be about the same block.
fn read_reviews(
    items: Vec<ValueReader>,
    document: &mut Document,
    id_policy: &mut IdPolicy,
) -> Result<(), FieldError> {
    for value_reader in items {
        let mut object_reader = value_reader.object()?;
        let twice = object_reader.error("block", "repeats the block of an earlier entry");
        let block = block_of(&mut object_reader, document.blocks(), id_policy)?;
        if document.review(&block).is_some() {
            return Err(twice);
        }
        document.set_review(&block, Some(Rc::new(read_review(object_reader)?)));
    }
    Ok(())
}

/// Reads the member `block` of an object, which must name a block of the article.
fn block_of(
    object_reader: &mut ObjectReader,
    blocks: &Blocks,
    id_policy: &mut IdPolicy,
) -> Result<BlockId, FieldError> {
    let value_reader = object_reader.required("block")?;
    let field_error = value_reader.error("names a block that the article does not have");
    let block = id_policy.take_reference(&value_reader, BlockId::new)?;
    blocks.get(&block).map(|_| block).ok_or(field_error)
}
