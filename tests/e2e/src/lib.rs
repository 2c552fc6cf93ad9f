//! Works with the built page as a person does, in a real Chromium.
//!
//! A test opens a [`TestSession`] (a [`Browser`] with a [`Profile`] and a [`Window`], at a [`Page`]),
//! does what a user would do, and checks what a user would see. Every wait is for something that can be
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
mod driver;
mod export;
pub mod kills;
mod page;
mod problem;
mod process_group;
mod profile;
mod report;
mod session;
mod window;

pub use browser::{Browser, Place};
pub use export::Export;
pub use page::Page;
pub use problem::{Error, TestResult};
pub use profile::Profile;
pub use report::Report;
pub use session::TestSession;
pub use thirtyfour::Key;
pub use window::{Pointer, Scheme, Window};
