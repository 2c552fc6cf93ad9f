//! Works with the built page as a person does, in a real Chromium.
//!
//! A journey starts a [`Browser`] with a [`Profile`] and a [`Window`], opens a [`Page`], does what a
//! person would do, and looks at what a person would see. Every wait is for something that can be
//! seen in the page and says what it waited for; nothing sleeps for a fixed time.
//!
//! ```no_run
//! # use e2e::{Browser, Outcome, Page, Profile, Window};
//! # async fn journey() -> Outcome {
//! let profile = Profile::new()?;
//! let browser = Browser::start(&profile, Window::DESK).await?;
//! browser.open(&Page::built()?).await?;
//! browser.drag_text((3, 0), (3, 9)).await?;
//! browser.button("Quantity").await?;
//! browser.saved().await?;
//! browser.quit().await
//! # }
//! ```

mod browser;
mod driver;
mod page;
mod problem;
mod profile;
mod window;

pub use browser::{Browser, Place};
pub use page::Page;
pub use problem::{Outcome, Problem};
pub use profile::Profile;
pub use thirtyfour::Key;
pub use window::{Pointer, Scheme, Window};
