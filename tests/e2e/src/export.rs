//! An export, checked.

use crate::{Error, TestResult};
use serde_json::Value;

/// An export in Claimlight JSON, of which everything has been checked that can be checked in the
/// file alone.
#[derive(Debug, Clone)]
pub struct Export {
    text: String,
    value: Value,
}

impl Export {
    /// Reads and checks an export.
    ///
    /// # Errors
    /// When it is laid out in another way, or a quote is not the text between its positions.
    pub fn read(text: String) -> TestResult<Self> {
        let value: Value = serde_json::from_str(&text)
            .map_err(|why| Error::Export(format!("it is not JSON: {why}")))?;
        if format!("{value:#}\n") != text {
            return Err(Error::Export("it is not laid out as it should be".to_owned()));
        }
        let export = Self { text, value };
        export.claims().iter().try_for_each(|claim| export.check(claim))?;
        Ok(export)
    }

    /// The file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the file says.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The file without the line that says when it was written.
    pub fn work(&self) -> String {
        let lines = self.text.lines().filter(|line| !line.starts_with("  \"exported\": "));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The claims.
    pub fn claims(&self) -> &[Value] {
        self.value.get("claims").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The quotes of the claims, in the order of the file.
    pub fn quotes(&self) -> Vec<&str> {
        self.claims().iter().filter_map(|claim| claim.get("quote")?.as_str()).collect()
    }

    /// What `member` is in each claim, in the order of the file.
    pub fn each(&self, member: &str) -> Vec<&Value> {
        self.claims().iter().filter_map(|claim| claim.get(member)).collect()
    }

    fn check(&self, claim: &Value) -> TestResult {
        let text = self.value.pointer("/article/text").and_then(Value::as_str).unwrap_or_default();
        let quote = claim.get("quote").and_then(Value::as_str);
        let by_chars = range(claim, "codePoint")
            .map(|(start, end)| text.chars().skip(start).take(end - start).collect());
        let by_units = range(claim, "utf16").and_then(|(start, end)| {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(units.get(start..end)?).ok()
        });
        let by_bytes = range(claim, "utf8").and_then(|it| text.get(it.0..it.1).map(str::to_owned));
        let found: [Option<String>; 3] = [by_chars, by_units, by_bytes];
        // A claim without words says in its own what it is about.
        let is_without_words = claim.get("quote").is_some_and(Value::is_null)
            && claim.get("position").is_some_and(Value::is_null);
        let is_its = |words: &Option<String>| words.as_deref() == quote && quote.is_some();
        if is_without_words || found.iter().all(is_its) {
            return Ok(());
        }
        Err(Error::Export(format!("the quote {quote:?} is {found:?} in the text")))
    }
}

fn range(claim: &Value, unit: &str) -> Option<(usize, usize)> {
    serde_json::from_value(claim.get("position")?.get(unit)?.clone()).ok()
}
