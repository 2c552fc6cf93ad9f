//! The article: a list of blocks, each a text without line breaks.

mod block;
mod blocks;
mod detail;
mod edge;
mod fingerprint;
mod line;
mod moves;
mod parts;
mod read;
mod region;
mod repair;
mod span;
mod when;

pub use block::{Block, KINDS, Kind, KindRow, LABEL};
pub use blocks::Blocks;
pub use detail::{DETAILS, Detail, DetailRow, is_full_detail, within_detail};
pub use edge::{Edge, Way};
pub use fingerprint::fingerprint;
pub(crate) use line::{
    LONGEST_BYLINE, begins_as_promo, ends_a_sentence, is_byline, is_caption, is_label, is_promo,
    kind_anywhere,
};
pub use moves::{Moved, Moves};
pub use parts::Parts;
pub use read::{Draft, opening, read};
pub(crate) use read::{
    LINES_TO_BYLINE, LONGEST_HEADLINE, LONGEST_STANDFIRST, kinds, kinds_without_head,
};
pub use region::Region;
pub use span::{Part, Place, Span};
pub(crate) use when::{is_change, published};

use crate::{id::ArticleId, json::Members, stamp::Time};

/// What is known of an article besides its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
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
    pub added: Time,
    /// Which version of the text this is, counted from 1.
    pub draft: u32,
    /// Whether the person has put it out of the way; a matter of this browser, in no file.
    pub is_archived: bool,
    /// Members of an imported `article` object that this version does not know.
    pub unknown: Members,
}
