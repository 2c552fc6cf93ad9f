//! The article: a list of blocks, each a text without line breaks.

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
pub use metadata::{DETAILS, DetailRow, MetadataField, is_at_limit, truncate_field};
pub use position_mapping::{MapResult, SpanMapping};
pub use replacement::Replacement;
pub use span::{BlockRange, Position, Span};
pub use span_edge::{Direction, Edge};
pub use text_region::TextRegion;

use crate::{id::ArticleId, json::JsonObject, time::Timestamp};

/// What is known of an article besides its text.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleMetadata {
    /// The article's name in this browser and in files.
    pub id: ArticleId,
    /// The title, as people call it; never empty on screen, may be in a file.
    pub title: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it was found, mostly an address.
    pub source: Option<String>,
    /// What it was published in, such as a newspaper.
    pub publication: Option<String>,
    /// When it was published, in whatever form that is known.
    pub published: Option<String>,
    /// The language of the text as a BCP 47 tag.
    pub language: Option<String>,
    /// The person's own note on the article, in Markdown.
    pub note: String,
    /// When it was added to this browser.
    pub added: Timestamp,
    /// Which version of the text this is, counted from 1.
    pub text_version: u32,
    /// Whether the person has put it out of the way; a matter of this browser, in no file.
    pub is_archived: bool,
    /// Members of an imported `article` object that this version does not know.
    pub unknown: JsonObject,
}
