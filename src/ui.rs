//! The user interface: one component, one file, one sheet.

mod add_dialog;
mod app;
mod article;
mod bar;
mod block;
mod claim_card;
mod claim_work;
mod claims;
mod header;
pub mod hooks;
pub mod keys;
mod markdown;
pub mod menu;
mod notice;
mod section;
mod status_line;
mod strip;
mod tag_field;

pub use add_dialog::{AddArticle, AddArticleProps};
pub use app::App;
pub use article::{ArticlePage, ArticlePageProps};
pub use bar::{TagBar, TagBarProps};
pub use block::{BlockText, BlockTextProps};
pub use claim_card::{ClaimCard, ClaimCardProps};
pub use claim_work::{ClaimWork, ClaimWorkProps};
pub use claims::{ClaimList, ClaimListProps};
pub use header::{Header, HeaderProps};
pub use markdown::{Markdown, MarkdownProps};
pub use notice::{NoticeLine, NoticeLineProps};
pub use section::{ArticleSection, ArticleSectionProps};
pub use status_line::{StatusLine, StatusLineProps};
pub use strip::{Strip, StripProps};
pub use tag_field::{TagField, TagFieldProps};
