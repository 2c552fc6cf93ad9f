//! What is on screen, as functions of the model.

mod block;
mod card;
mod filter;
mod lanes;
pub mod markdown;
mod page;

pub use block::{BlockView, LANES, MarkView, RunView};
pub use card::{Card, Chip};
pub use filter::fits;
pub use page::{Meta, Page, Progress, SECTION_BLOCKS, Section, Shown};
