//! The user interface: one component, one file, one sheet.

mod add_dialog;
mod app;
mod article;
mod bar;
mod block;
mod buttons;
mod claim_card;
mod claim_work;
mod claims;
mod contested;
mod file_line;
mod first_hints;
mod guidelines;
pub mod header;
mod history_window;
pub mod hooks;
pub mod keys;
mod keys_window;
mod markdown;
pub mod menu;
pub mod notice;
mod section;
pub mod status_line;
mod stores_window;
mod strip;
mod tag_field;
mod tags_window;
mod view_window;
mod window;

pub use app::App;
pub use bar::{TagBar, TagBarProps};
pub use block::{BlockText, BlockTextProps};
pub use claim_card::{ClaimCard, ClaimCardProps};
pub use markdown::{Markdown, MarkdownProps};
pub use section::{ArticleSection, ArticleSectionProps};
pub use window::{ModalWindow, ModalWindowProps};
