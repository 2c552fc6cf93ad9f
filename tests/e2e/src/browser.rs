//! A running browser, and what can be seen in it.

mod article;
mod gestures;
mod place;
mod rescue;
mod wait;

pub use place::Place;

use crate::{
    Error, Page, Pointer, Profile, Scheme, TestResult, Window, driver::Driver, problem::at,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};

/// More than two browsers at once starve each other on a machine with two cores, and then waits
/// run out. So a journey must not hold one browser while it starts another.
static BROWSER_SLOTS: Semaphore = Semaphore::const_new(2);

/// Nothing may ask the network, draw on a screen, or need a sandbox that root cannot have.
pub(crate) const SWITCHES: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

/// Where nothing is.
const NOWHERE: &str = "nothing-is-here";

/// A running browser with one window.
#[derive(Debug)]
pub struct Browser {
    // In this order, because fields are dropped in it: the session ends before its driver does.
    session: WebDriver,
    driver: Driver,
    downloads: PathBuf,
    window: Window,
    _place: SemaphorePermit<'static>,
}

impl Browser {
    /// Starts a browser on `profile`, with an empty page, as soon as fewer than two run.
    ///
    /// # Errors
    /// When the browser is missing or does not start.
    pub async fn start(profile: &Profile, window: Window) -> TestResult<Self> {
        let place = BROWSER_SLOTS.acquire().await.map_err(|_| Error::Driver)?;
        let programs = xtask::browser::find()?;
        let driver = Driver::start(&programs.driver)?;
        let capabilities = capabilities(&programs.browser, profile, window)?;
        let session = WebDriver::new(driver.address(), capabilities).await?;
        let browser =
            Self { session, driver, downloads: profile.downloads(), window, _place: place };
        browser.emulate(window).await?;
        Ok(browser)
    }

    /// Opens `page`, or opens it anew, and returns when it has loaded.
    ///
    /// # Errors
    /// When the page cannot be reached.
    pub async fn open(&self, page: &Page) -> TestResult {
        Ok(self.session.goto(page.address()).await?)
    }

    /// Opens an address of the host of `page` at which there is nothing: what the page has stored
    /// can be read and changed from there, while the page does not run.
    ///
    /// # Errors
    /// When the host cannot be reached.
    pub async fn open_beside(&self, page: &Page) -> TestResult {
        Ok(self.session.goto(format!("{}{NOWHERE}", page.address())).await?)
    }

    /// Loads the page that is open once more.
    ///
    /// # Errors
    /// When the page cannot be reached.
    pub async fn reload(&self) -> TestResult {
        Ok(self.session.refresh().await?)
    }

    /// Ends the browser as a person does; what it has stored is complete in its profile.
    ///
    /// # Errors
    /// When the browser has ended already.
    pub async fn quit(self) -> TestResult {
        Ok(self.session.quit().await?)
    }

    /// Ends the browser by force and without warning, as a crash does.
    pub fn kill(self) {
        // Else dropping the session would end the browser in good order first. It fails only when
        // that has been done, and then there is nothing to leak.
        drop(self.session.clone().leak());
        drop(self.driver);
    }

    /// The session, for what has no method here.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// What the function body `script` returns in the page for `arguments`.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> TestResult<Value> {
        Ok(self.session.execute(script, arguments).await?.json().clone())
    }

    /// The errors that the page has caused since the last call: exceptions, breaches of its own
    /// policy, files that were not found.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console_errors(&self) -> TestResult<Vec<String>> {
        let entries = self.session.browser_log().await?;
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        // That there is nothing, and no icon for it, is no error where nothing was asked for.
        let beside =
            |message: &String| [NOWHERE, "/favicon.ico"].iter().any(|it| message.contains(it));
        Ok(severe.map(|entry| entry.message).filter(|message| !beside(message)).collect())
    }

    /// All that the page has in localStorage.
    ///
    /// # Errors
    /// When the page may not use it.
    pub async fn local_storage(&self) -> TestResult<BTreeMap<String, String>> {
        let found = self.script("return Object.entries(localStorage)", vec![]).await?;
        serde_json::from_value::<Vec<(String, String)>>(found.clone())
            .map(|entries| entries.into_iter().collect())
            .map_err(|_| answered("pairs of strings", &found))
    }

    /// Writes a picture of the window to `path`, in PNG.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> TestResult {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        let picture = self.session.screenshot_as_png().await?;
        fs::write(path, picture).map_err(at(path))
    }

    /// Makes the page see that the person prefers the colours of `scheme`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn prefer(&self, scheme: Scheme) -> TestResult {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme.name() });
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await
    }

    /// Makes the page see the size, the colours and the pointer of `window`.
    async fn emulate(&self, window: Window) -> TestResult {
        let touch = window.pointer == Pointer::Touch;
        let metrics = json!({
            "width": window.width,
            "height": window.height,
            "deviceScaleFactor": 1,
            "mobile": touch,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.prefer(window.scheme).await?;
        let fingers = json!({ "enabled": touch, "maxTouchPoints": 5 });
        self.cdp("Emulation.setTouchEmulationEnabled", fingers).await
    }

    /// Runs a command of the browser's developer tools.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn cdp(&self, command: &str, parameters: Value) -> TestResult {
        self.session.cdp().send_raw(command, parameters).await?;
        Ok(())
    }
}

fn capabilities(
    program: &Path,
    profile: &Profile,
    window: Window,
) -> TestResult<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&program.to_string_lossy())?;
    for switch in SWITCHES {
        capabilities.add_arg(switch)?;
    }
    capabilities.add_arg(&format!("--window-size={},{}", window.width, window.height))?;
    capabilities.add_arg(&format!("--user-data-dir={}", profile.storage().display()))?;
    let preferences = json!({
        "download.default_directory": profile.downloads(),
        "download.prompt_for_download": false,
        // Else the second file that a page offers is held back.
        "profile.default_content_setting_values.automatic_downloads": 1,
    });
    capabilities.add_experimental_option("prefs", preferences)?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

fn answered(expected: &'static str, answer: &Value) -> Error {
    Error::Answer { expected, answer: answer.to_string() }
}
