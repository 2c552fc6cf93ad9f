//! The article: its metadata, and its text as a list of blocks.
//!
//! Each block is one line of text without line breaks, so a position is a block and a byte offset
//! in it. The article keeps the blocks as they were imported next to what the user made of them,
//! and this module moves positions and spans from one state to another.

mod block;
mod block_edits;
mod blocks;
mod fingerprint;
mod metadata;
mod position_mapping;
mod replacement;
mod span;
mod span_edge;
mod text_region;

pub use block::{Block, KINDS, Kind, KindRow, LABEL};
pub use blocks::Blocks;
pub use fingerprint::sha256_hex;
pub use metadata::{METADATA_FIELDS, MetadataField, MetadataFieldRow, is_at_limit, truncate_field};
pub use position_mapping::{MapResult, SpanMapping};
pub use replacement::Replacement;
pub use span::{BlockRange, Position, Span};
pub use span_edge::{Direction, Edge};
pub use text_region::TextRegion;

use crate::{id::ArticleId, json::JsonObject, time::Timestamp};

/// The metadata of an article: everything that the program knows besides the text.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleMetadata {
    /// The identifier of the article in this browser and in files.
    pub id: ArticleId,
    /// The title; never empty on screen, but a file may have an empty one.
    pub title: String,
    /// The authors.
    pub byline: Option<String>,
    /// The place where the article was found, mostly a web address.
    pub source: Option<String>,
    /// The publication, such as a newspaper.
    pub publication: Option<String>,
    /// The date of publication, in whatever form is known.
    pub published: Option<String>,
    /// The language of the text as a BCP 47 tag.
    pub language: Option<String>,
    /// The user's note on the article, in Markdown.
    pub note: String,
    /// The time at which the user added the article to this browser.
    pub added: Timestamp,
    /// The version of the text, counted from 1.
    pub text_version: u32,
    /// Whether the user has archived the article. Only this browser keeps it; no file has it.
    pub is_archived: bool,
    /// Members of an imported `article` object that this version does not know.
    pub unknown: JsonObject,
}
