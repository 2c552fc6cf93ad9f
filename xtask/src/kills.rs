//! Browsers killed while the page annotates, to see whether what was said to be saved is.

use crate::{Error, browser, command, log, page, setup};

/// Installs what is missing, builds the page unless another built page is named, and kills; `words`
/// are the counts and modes that `tests/e2e/src/bin/kills.rs` knows.
pub(crate) fn run(words: &[&str]) -> Result<(), Error> {
    browser::ensure()?;
    let mut counts = words.iter().filter(|word| !word.starts_with("--"));
    // Where no Firefox can be had the others are killed all the same, and it counts as a failure.
    if counts.nth(1) != Some(&"0")
        && let Err(why) = browser::ensure_firefox()
    {
        log(&format!("going on without Firefox: {why}"));
    }
    if !words.iter().any(|word| word.starts_with("--page=")) {
        page::build(&setup::page_tools()?)?;
    }
    let mut kills = command::cargo();
    kills.args(["run", "--locked", "--package", "e2e", "--bin", "kills", "--"]).args(words);
    command::run(&mut kills)
}
