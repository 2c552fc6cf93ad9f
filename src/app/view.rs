//! View models: the data that the user interface draws, computed from the document.
//!
//! Everything here is a pure function of a document and of what the user has selected.
//! [`ArticleView`] holds the whole article in sections; sections, blocks and cards are compared by
//! pointer, so an unchanged one costs nothing to draw again.

mod block;
mod card;
mod filter;
pub mod markdown;
mod page;
mod underline_lanes;

pub use block::{BlockView, LANES, MarkView, RunView};
pub use card::{ClaimCardView, TagChip};
pub use filter::matches_filter;
pub use page::{ArticleView, Highlight, Meta, Progress, SECTION_BLOCKS, Section};
