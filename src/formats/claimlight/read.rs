//! Reading Claimlight JSON, checking that everything in it fits.

mod article;
mod claims;
mod surrogates;

use std::rc::Rc;

use serde_json::{Value, error::Category};
use thiserror::Error;

use crate::{
    article::Blocks,
    claim::shipped_scale,
    document::Document,
    id::BlockId,
    json::{Item, Misfit, Object},
    record::{Names, read_looked, read_scale, read_source, read_tag},
    stamp::Stamp,
};

use super::{FORMAT, VERSION};

/// How much of a text is looked at to see whether it is a file of ours.
const LOOKED_AT_CHARS: usize = 200;

/// Why a file cannot be read as Claimlight JSON.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The file ends in the middle.
    #[error("the file breaks off at line {line}, character {column}")]
    BrokenOff {
        /// The last line, counted from 1.
        line: usize,
        /// The last character of that line, counted from 1.
        column: usize,
    },
    /// The file is not JSON.
    #[error("not JSON at line {line}, character {column}: {problem}")]
    NoJson {
        /// The line, counted from 1.
        line: usize,
        /// The character in that line, counted from 1.
        column: usize,
        /// What the parser says.
        problem: String,
    },
    /// The file is JSON, but not ours.
    #[error("not a Claimlight file")]
    NotOurs,
    /// The file was written by a newer version.
    #[error("the file has version {found}, and {VERSION} is the newest that can be read")]
    Newer {
        /// The version of the file.
        found: String,
    },
    /// Something in the file does not fit.
    #[error(transparent)]
    Misfit(#[from] Misfit),
}

/// Whether a text looks like a file of ours, whole or not, newer or not.
pub fn is_like(text: &str) -> bool {
    let start: String = text.chars().take(LOOKED_AT_CHARS).collect();
    start.trim_start_matches('\u{feff}').trim_start().starts_with('{') && start.contains(FORMAT)
}

/// Reads a file that [`super::write`] or another program has written.
///
/// Identifiers that cannot be kept are replaced by new ones made from `stamp`.
///
/// # Errors
/// When the file is not whole, not ours, newer, or does not fit its own text.
pub fn read(file: &str, stamp: Stamp) -> Result<Document, Refusal> {
    let file = surrogates::mended(file.trim_start_matches('\u{feff}'));
    let value = serde_json::from_str(&file).map_err(|error| {
        let (line, column) = (error.line(), character(&file, &error));
        match error.classify() {
            Category::Eof => Refusal::BrokenOff { line, column },
            Category::Io | Category::Syntax | Category::Data => {
                Refusal::NoJson { line, column, problem: plain(&error) }
            }
        }
    })?;
    let Value::Object(members) = value else { return Err(Refusal::NotOurs) };
    let mut file = Object::new("", members);
    check_version(&mut file)?;
    Ok(read_document(file, &mut Names::replacing(stamp))?)
}

/// Which character of its line the parser stopped at; the parser itself counts bytes.
fn character(file: &str, error: &serde_json::Error) -> usize {
    let line = file.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < error.column()).count()
}

/// What the parser says, without the place, which is told apart.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.clone(), |(problem, _)| problem.to_owned())
}

fn check_version(file: &mut Object) -> Result<(), Refusal> {
    let format = file.optional("format").and_then(|it| it.text().ok());
    if format.as_deref() != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    let misfit = file.misfit("version", "should be a whole number from 1");
    let version = file.required("version")?.number()?;
    match version.as_u64() {
        Some(1..=VERSION) => Ok(()),
        Some(0) | None => Err(misfit.into()),
        Some(_) => Err(Refusal::Newer { found: version.to_string() }),
    }
}

fn read_document(mut file: Object, names: &mut Names) -> Result<Document, Misfit> {
    // Both say how this copy of the file came to be, and are written anew with the next.
    file.optional_text("exported")?;
    file.optional_text("generator")?;
    let (details, blocks) = article::read(file.required("article")?.object()?, names)?;
    let scale = file.optional("scale").map(|it| read_scale(it.object()?)).transpose()?;
    let mut document = Document::new(details, blocks, scale.unwrap_or_else(shipped_scale));
    read_tags(file.list("tags")?, &mut document, names)?;
    read_sources(file.list("sources")?, &mut document, names)?;
    claims::read(file.required("claims")?.list()?, &mut document, names)?;
    read_ledger(file.list("ledger")?, &mut document, names)?;
    document.set_beside(file.rest());
    Ok(document)
}

fn read_tags(items: Vec<Item>, document: &mut Document, names: &mut Names) -> Result<(), Misfit> {
    for (item, order) in items.into_iter().zip(0..) {
        let object = item.object()?;
        let twice = object.misfit("id", "is the identifier of an earlier tag, too");
        let same_key = object.misfit("key", "is the key of an earlier tag, too");
        let tag = read_tag(object, order, names)?;
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

fn read_sources(
    items: Vec<Item>,
    document: &mut Document,
    names: &mut Names,
) -> Result<(), Misfit> {
    for (item, order) in items.into_iter().zip(0..) {
        let object = item.object()?;
        let twice = object.misfit("id", "is the identifier of an earlier source, too");
        let source = read_source(object, order, names)?;
        if document.source(&source.id).is_some() {
            return Err(twice);
        }
        document.set_source(&source.id.clone(), Some(Rc::new(source)));
    }
    Ok(())
}

fn read_ledger(items: Vec<Item>, document: &mut Document, names: &mut Names) -> Result<(), Misfit> {
    for item in items {
        let mut object = item.object()?;
        let twice = object.misfit("block", "is the block of an earlier entry, too");
        let block = block_of(&mut object, document.blocks(), names)?;
        if document.looked(&block).is_some() {
            return Err(twice);
        }
        document.set_looked(&block, Some(Rc::new(read_looked(object)?)));
    }
    Ok(())
}

/// Takes the member `block` of an object, which must name a block of the article.
fn block_of(object: &mut Object, blocks: &Blocks, names: &mut Names) -> Result<BlockId, Misfit> {
    let item = object.required("block")?;
    let misfit = item.misfit("names no block of the article");
    let block = names.other(&item, BlockId::new)?;
    blocks.get(&block).map(|_| block).ok_or(misfit)
}
