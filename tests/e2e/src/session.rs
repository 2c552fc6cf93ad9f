//! A browser at the built page, as a journey begins.

use std::fs;

use crate::{Browser, Error, Page, Profile, TestResult, Window};

/// A browser at the built page, with the profile and the server that it needs.
#[derive(Debug)]
pub struct TestSession {
    // In this order, because fields are dropped in it: the browser ends before its profile goes.
    browser: Browser,
    page: Page,
    profile: Profile,
}

impl TestSession {
    /// The very first start of the page in a `window`, ready to be worked on.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn open(window: Window) -> TestResult<Self> {
        Self::open_at(Page::built()?, window).await
    }

    /// The very first start of `page` in a `window`, ready to be worked on.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn open_at(page: Page, window: Window) -> TestResult<Self> {
        Self::start(Profile::new()?, page, window).await
    }

    async fn start(profile: Profile, page: Page, window: Window) -> TestResult<Self> {
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
    pub async fn restarted(self) -> TestResult<Self> {
        self.browser.quit().await?;
        Self::start(self.profile, self.page, Window::DESKTOP).await
    }

    /// Ends the browser by force, and starts another with what it has stored.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn kill_and_restart(self) -> TestResult<Self> {
        self.browser.kill();
        Self::start(self.profile, self.page, Window::DESKTOP).await
    }

    /// Empties both stores, and starts anew.
    ///
    /// # Errors
    /// When the page does not get ready.
    pub async fn clear_storage(&self) -> TestResult {
        let browser = self.browser();
        browser.open_beside(self.page()).await?;
        let empty = "localStorage.clear();
            return new Promise((resolve, reject) => {
                const request = indexedDB.deleteDatabase('claimlight');
                request.onsuccess = () => resolve([]);
                request.onerror = () => reject(request.error);
            });";
        browser.script(empty, vec![]).await?;
        browser.open(self.page()).await?;
        browser.ready().await?;
        browser.claims(0).await
    }

    /// Opens a file of that name with these contents, by the file field of the dialog.
    ///
    /// # Errors
    /// When there is no such field in time, or the file cannot be written.
    pub async fn choose_file(&self, name: &str, contents: &str) -> TestResult {
        let path = self.profile().storage().with_file_name(name);
        fs::write(&path, contents).map_err(|source| Error::File { path: path.clone(), source })?;
        self.browser.click_button("Add article").await?;
        self.browser.choose_file("dialog input[type=file]", &path).await
    }

    /// Ends the journey.
    ///
    /// # Errors
    /// When the page has caused an error of which nobody knew.
    pub async fn end(self) -> TestResult {
        let errors = self.browser.console_errors().await?;
        if !errors.is_empty() {
            return Err(Error::Console(errors));
        }
        self.browser.quit().await
    }
}
