//! The user interface. Each file holds the component or the function that renders one part of the
//! page; its styles are in the style sheet of the same name.
//!
//! Components show the state of the workspace and send messages. They hold no part of the document
//! themselves.

mod app;
mod article;
mod article_section;
mod block;
mod buttons;
mod claim_card;
mod claims;
mod dialog_window;
pub mod dialogs;
mod first_hints;
pub mod global_listeners;
pub mod header;
pub mod hooks;
mod invisible_chars;
pub mod menu;
mod minimap;
pub mod notice;
mod progressive_render;
pub mod status_line;
mod tag_field;
mod tag_toolbar;

pub use app::App;
pub use article_section::{ArticleSection, ArticleSectionProps};
pub use block::{BlockText, BlockTextProps};
pub use claim_card::{ClaimCard, ClaimCardProps};
pub use dialog_window::{ModalWindow, ModalWindowProps};
pub use tag_toolbar::{TagToolbar, TagToolbarProps};
