//! Works with the built page as a person does, in a real Chromium.
//!
//! A journey opens a [`Desk`], which is a [`Browser`] with a [`Profile`] and a [`Window`] at a
//! [`Page`], does what a person would do, and looks at what a person would see. Every wait is for something that can be
//! seen in the page and says what it waited for; nothing sleeps for a fixed time.
//!
//! ```no_run
//! # use e2e::{Desk, Outcome, Window};
//! # async fn journey() -> Outcome {
//! let desk = Desk::open(Window::DESK).await?;
//! let browser = desk.browser();
//! browser.sweep("Britain has meanwhile ⟦ordered 1,000 troops⟧").await?;
//! browser.button("Quantity").await?;
//! browser.saved().await?;
//! desk.end().await
//! # }
//! ```

mod browser;
mod desk;
mod driver;
mod export;
mod group;
pub mod kills;
mod page;
mod problem;
mod profile;
mod report;
mod window;

pub use browser::{Browser, Place};
pub use desk::Desk;
pub use export::Export;
pub use page::Page;
pub use problem::{Outcome, Problem};
pub use profile::Profile;
pub use report::Report;
pub use thirtyfour::Key;
pub use window::{Pointer, Scheme, Window};
