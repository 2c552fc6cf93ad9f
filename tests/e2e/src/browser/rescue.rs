//! The page that stands in for the application where that cannot run.

use super::{Browser, answered};
use crate::{Error, TestResult};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The name of the file that the page says it has handed over.
const NAME: &str = "document.querySelector('[role=status]').textContent
    .match(/claimlight-rescue-\\d{4}-\\d\\d-\\d\\d\\.json/)";

impl Browser {
    /// Waits until the rescue page with this `heading` is in the place of the application.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn rescued(&self, heading: &str) -> TestResult {
        let condition = format!(
            "document.activeElement.textContent === {} && !document.querySelector('.app')",
            Value::from(heading)
        );
        self.wait_until(&format!("the rescue page \"{heading}\""), &condition).await
    }

    /// The file that the rescue page offers, checked as far as it can be without the stores.
    ///
    /// # Errors
    /// When it does not come in time, or is laid out in another way.
    pub async fn rescue_file(&self) -> TestResult<Value> {
        self.click_button("Save all data as a file").await?;
        self.wait_until("the name of the file", &format!("{NAME} !== null")).await?;
        let name = self.strings(&format!("return [...{NAME}]")).await?.concat();
        let text = self.download(&name).await?;
        let file: Value =
            serde_json::from_str(&text).map_err(|why| Error::Export(why.to_string()))?;
        let is_ours = file.get("format") == Some(&json!("claimlight-rescue"))
            && file.get("version") == Some(&json!(1));
        if is_ours && format!("{file:#}\n") == text {
            return Ok(file);
        }
        Err(answered("a rescue file", &file))
    }

    /// The claims as local storage has them, by their keys.
    ///
    /// # Errors
    /// When the page may not use it.
    pub async fn claim_records(&self) -> TestResult<BTreeMap<String, String>> {
        let mut stored = self.local_storage().await?;
        stored.retain(|key, _| key.starts_with("claimlight/1/claim/"));
        Ok(stored)
    }
}
