//! The user interface: one component, one file, one sheet.

mod app;
mod article;
mod bar;
mod block;
mod buttons;
mod claim_card;
mod claims;
mod drawing;
mod first_hints;
pub mod header;
pub mod hooks;
pub mod keys;
pub mod menu;
pub mod notice;
mod section;
pub mod status_line;
mod strip;
mod tag_field;
mod unseen;
mod window;
pub mod windows;

pub use app::App;
pub use bar::{TagBar, TagBarProps};
pub use block::{BlockText, BlockTextProps};
pub use claim_card::{ClaimCard, ClaimCardProps};
pub use section::{ArticleSection, ArticleSectionProps};
pub use window::{ModalWindow, ModalWindowProps};
