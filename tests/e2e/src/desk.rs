//! A browser at the built page, as a journey begins.

use crate::{Browser, Outcome, Page, Problem, Profile, Window};

/// A browser at the built page, with the profile and the server that it needs.
#[derive(Debug)]
pub struct Desk {
    // In this order, because fields are dropped in it: the browser ends before its profile goes.
    browser: Browser,
    page: Page,
    profile: Profile,
}

impl Desk {
    /// The very first start of the page in a `window`, ready to be worked on.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn open(window: Window) -> Outcome<Self> {
        Self::open_at(Page::built()?, window).await
    }

    /// The very first start of `page` in a `window`, ready to be worked on.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn open_at(page: Page, window: Window) -> Outcome<Self> {
        Self::start(Profile::new()?, page, window).await
    }

    async fn start(profile: Profile, page: Page, window: Window) -> Outcome<Self> {
        let browser = Browser::start(&profile, window).await?;
        browser.open(&page).await?;
        browser.ready().await?;
        Ok(Self { browser, page, profile })
    }

    /// The browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The page's server.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// What the browser keeps on disk.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Ends the browser as a person does, and starts another with what it has stored.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn restarted(self) -> Outcome<Self> {
        self.browser.quit().await?;
        Self::start(self.profile, self.page, Window::DESK).await
    }

    /// Ends the browser by force, and starts another with what it has stored.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn crashed(self) -> Outcome<Self> {
        self.browser.kill();
        Self::start(self.profile, self.page, Window::DESK).await
    }

    /// Ends the journey.
    ///
    /// # Errors
    /// When the page has caused an error of which nobody knew.
    pub async fn end(self) -> Outcome {
        let errors = self.browser.console_errors().await?;
        if !errors.is_empty() {
            return Err(Problem::Console(errors));
        }
        self.browser.quit().await
    }
}
