//! Waits for what can be seen.

use super::Browser;
use crate::{Error, TestResult, problem::at};
use serde_json::Value;
use std::{
    fs,
    time::{Duration, Instant},
};

/// How long to wait for something before giving up; a page does all it does within a second, but
/// two busy cores may be slow.
const TIMEOUT: Duration = Duration::from_secs(15);
/// How often to look.
const PAUSE: Duration = Duration::from_millis(40);
/// How much of the page's text goes into a message.
const SHOWN_CHARS: usize = 1500;

impl Browser {
    /// Waits until the expression `condition` of JavaScript is true in the page. `awaited` names in
    /// words what that means.
    ///
    /// # Errors
    /// When that does not happen in time; the message says what the page showed instead.
    pub async fn wait_until(&self, awaited: &str, condition: &str) -> TestResult {
        let script = format!("return ({condition})");
        let start = Instant::now();
        loop {
            // While a page loads a condition may fail or throw: both mean "not yet".
            let answer = match self.script(&script, vec![]).await {
                Ok(Value::Bool(true)) => return Ok(()),
                Ok(other) => other.to_string(),
                Err(why) => why.to_string(),
            };
            if start.elapsed() > TIMEOUT {
                let shown = self.shown().await;
                return Err(Error::Awaited { awaited: awaited.to_owned(), answer, shown });
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until something matches the selector `css`.
    ///
    /// # Errors
    /// When nothing does in time.
    pub async fn wait_for(&self, css: &str) -> TestResult {
        let condition = format!("document.querySelector({}) !== null", Value::from(css));
        self.wait_until(css, &condition).await
    }

    /// Waits until the article on screen can be worked on.
    ///
    /// # Errors
    /// When it cannot in time.
    pub async fn ready(&self) -> TestResult {
        self.wait_for("[data-ready=\"true\"]").await
    }

    /// Waits until the page says that the last change is where a crash cannot take it.
    ///
    /// # Errors
    /// When it does not say so in time.
    pub async fn saved(&self) -> TestResult {
        self.wait_for("[data-save-state=\"saved\"]").await
    }

    /// Waits for the download `name`, and returns its text. The file is removed, so that another
    /// download of that name can be awaited.
    ///
    /// # Errors
    /// When it does not come in time; the message names the files that did.
    pub async fn download(&self, name: &str) -> TestResult<String> {
        let path = self.downloads.join(name);
        let start = Instant::now();
        loop {
            let present = self.downloaded()?;
            // The browser keeps the name free by an empty file, and writes into another one.
            let complete = !present.iter().any(|name| name.ends_with(".crdownload"))
                && fs::metadata(&path).is_ok_and(|about| about.len() > 0);
            if complete {
                let text = fs::read_to_string(&path).map_err(at(&path))?;
                fs::remove_file(&path).map_err(at(&path))?;
                return Ok(text);
            }
            if start.elapsed() > TIMEOUT {
                let (name, present) = (name.to_owned(), present.join(", "));
                return Err(Error::Download { name, present });
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    fn downloaded(&self) -> TestResult<Vec<String>> {
        let entries = fs::read_dir(&self.downloads).map_err(at(&self.downloads))?;
        Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into()).collect())
    }

    /// The address and the text of the page, for a message.
    async fn shown(&self) -> String {
        let text = self.script("return `${location}\n${document.body?.innerText}`", vec![]).await;
        match text {
            Ok(Value::String(text)) => text.chars().take(SHOWN_CHARS).collect(),
            Ok(other) => other.to_string(),
            Err(why) => why.to_string(),
        }
    }
}
