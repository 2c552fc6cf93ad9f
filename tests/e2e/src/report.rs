//! Long articles with many claims.

use crate::{Error, Export, TestResult, TestSession, Window};
use serde_json::{Value, json};
use std::{fmt::Write, fs};

/// What the name of the article becomes in the name of its file.
const SLUG: &str = "a-long-report";
/// An identifier that no article in a new browser has.
const ID: &str = "0192f0c1-0000-7000-8000-00000000abcd";

/// A long article: its lines after the title, no two of them alike, and about how many words each
/// has.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The number of lines.
    pub lines: usize,
    /// The number of words in each; at least six.
    pub words: usize,
}

impl Report {
    /// The text, title and all.
    pub fn text(self) -> String {
        let words =
            "the ministry said that taxes fell in spring while prices of bread and milk went up";
        let words: Vec<&str> = words.split(' ').collect();
        let mut text = "A long report".to_owned();
        for line in 1..=self.lines {
            write!(text, "\nLine {line} of the report:").unwrap_or_default();
            let from = line % words.len();
            for word in words.iter().cycle().skip(from).take(self.words.saturating_sub(5)) {
                text.push(' ');
                text.push_str(word);
            }
            text.push('.');
        }
        text
    }

    /// A desk at the article with a claim in each of its first `claims` lines, which came in a file.
    ///
    /// # Errors
    /// When the page does not open the file in time.
    pub async fn on_desk(self, claims: usize) -> TestResult<TestSession> {
        let session = TestSession::open(Window::DESKTOP).await?;
        let browser = session.browser();
        let text = self.text();
        browser.add_article(&text).await?;
        let export = browser.export(SLUG).await?;
        let path = session.profile().storage().with_file_name("many.claimlight.json");
        fs::write(&path, with_claims(&export, &text, claims))
            .map_err(|source| Error::File { path: path.clone(), source })?;
        browser.click_button("Add article").await?;
        browser.choose_file("dialog input[type=file]", &path).await?;
        let counted = format!("document.querySelector('aside h2 span').textContent === '{claims}'");
        browser.wait_until("the claims of the file", &counted).await?;
        browser.saved().await?;
        Ok(session)
    }
}

/// The export of a long article with a claim in each of its first `count` lines.
fn with_claims(export: &Export, text: &str, count: usize) -> String {
    let mut at = 0;
    let claims = text.lines().enumerate().filter_map(|(line, words)| {
        let number = words.find(" of the").map(|end| (at + "Line ".len(), at + end));
        at += words.len() + 1;
        let (start, end) = number?;
        Some(json!({
            "id": format!("claim-{line}"), "number": line,
            "quote": line.to_string(), "prefix": "Line ", "suffix": " of the ",
            "position": { "codePoint": [start, end], "utf16": [start, end], "utf8": [start, end] },
            "block": format!("b{}", line + 1), "tags": ["quantity"],
            "status": "to-check", "priority": null, "verdict": null, "claimant": null,
            "restated": "", "note": "", "correction": null, "evidence": [], "contact": null,
            "author": null, "created": "2026-11-22T10:00:00Z", "modified": "2026-11-22T10:00:00Z",
        }))
    });
    let claims: Vec<Value> = claims.take(count).collect();
    let mut value = export.value().clone();
    if let Some(members) = value.as_object_mut() {
        members.insert("claims".to_owned(), claims.into());
    }
    if let Some(id) = value.pointer_mut("/article/id") {
        *id = ID.into();
    }
    value.to_string()
}
