//! What is on screen, as functions of the model.

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
