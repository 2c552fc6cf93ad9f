//! Splitting and correcting a paragraph, by keys alone.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::Value;

/// The words of all claims in the list.
const QUOTES: &str =
    "return [...document.querySelectorAll('[data-claim] .quote')].map(it => it.textContent)";

async fn shows(browser: &Browser, texts: &[&str]) -> TestResult {
    let condition = format!(
        "JSON.stringify([...document.querySelectorAll('[data-text]')].map(it => it.textContent)) \
         === JSON.stringify({})",
        Value::from(texts)
    );
    browser.wait_until("the texts", &condition).await
}

/// Opens the menu of the current paragraph, and chooses what stands so many places from its end.
async fn choose(browser: &Browser, from_end: usize) -> TestResult {
    browser.press("b").await?;
    browser.wait_for("[role=menu] :focus").await?;
    browser.press(Key::End).await?;
    for _ in 0..from_end {
        browser.press(Key::Up).await?;
    }
    browser.press(Key::Enter).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paragraph_is_split_and_corrected_by_keys_and_claims_keep_their_words() -> TestResult {
    const START: [&str; 2] =
        ["Rents rose by 5 per cent. Taxes fel, they said.", "Wages stood still."];
    const SPLIT: [&str; 3] =
        ["Rents rose by 5 per cent.", "Taxes fel, they said.", "Wages stood still."];
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.add_article(&START.join("\n")).await?;
    browser.mark("by ⟦5 per cent⟧.", "1").await?;
    browser.mark("⟦Taxes fel⟧, they", "1").await?;
    for _ in 0..2 {
        browser.press(Key::Escape).await?;
    }
    browser.press("ss").await?;
    choose(browser, 2).await?;
    shows(browser, &SPLIT).await?;
    let focused = "document.activeElement?.closest('[data-block]')?.dataset.block === '0'";
    browser.wait_until("the focus at the paragraph", focused).await?;
    browser.press("j").await?;
    choose(browser, 0).await?;
    browser.wait_for("dialog textarea:focus").await?;
    browser.fill("dialog textarea", "Taxes fell, they said.").await?;
    browser.press(Key::Enter).await?;
    shows(browser, &[SPLIT[0], "Taxes fell, they said.", SPLIT[2]]).await?;
    let told =
        "document.querySelector('.claims')?.textContent.includes('“Taxes fel” → “Taxes fell”')";
    browser.wait_until("the claim says what its words were", told).await?;
    assert_eq!(browser.strings(QUOTES).await?, ["5 per cent", "Taxes fell"]);
    browser.saved().await?;
    browser.reload().await?;
    shows(browser, &[SPLIT[0], "Taxes fell, they said.", SPLIT[2]]).await?;
    browser.click_button("Undo").await?;
    shows(browser, &SPLIT).await?;
    browser.click_button("Undo").await?;
    shows(browser, &START).await?;
    assert_eq!(browser.strings(QUOTES).await?, ["5 per cent", "Taxes fel"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_the_last_paragraph_lies_under_nothing() -> TestResult {
    for window in [Window::DESKTOP, Window::PHONE] {
        let session = TestSession::open(window).await?;
        let browser = session.browser();
        browser.press("k").await?;
        browser.press("j".repeat(20)).await?;
        browser.press("b").await?;
        browser.wait_for("[role=menu] :focus").await?;
        let is_bare = "[...document.querySelectorAll('[role=menu] [role^=menuitem]')].every(it => {
            const box = it.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            return it.contains(document.elementFromPoint(x, y));
        })";
        browser.wait_until("each item to be bare", is_bare).await?;
        session.end().await?;
    }
    Ok(())
}
