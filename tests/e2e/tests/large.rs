//! A long article, and many claims.

use e2e::{Browser, Report, TestResult, TestSession, Window};
use serde_json::{Value, json};

const SLUG: &str = "a-long-report";
/// An article of about 100,000 words.
const REPORT: Report = Report { lines: 1500, words: 67 };

/// Waits until the block at `position` is in view, with its marks.
async fn brought_into_view(browser: &Browser, position: usize) -> TestResult {
    let script = "document.querySelector(`[data-block=\"${arguments[0]}\"]`)
        .scrollIntoView({ block: 'center', behavior: 'instant' })";
    browser.script(script, vec![position.into()]).await?;
    browser.wait_for(&format!("[data-block=\"{position}\"] mark")).await
}

async fn scrolled(browser: &Browser, by: i64) -> TestResult {
    let wheel = json!({ "type": "mouseWheel", "x": 400, "y": 400, "deltaX": 0, "deltaY": by });
    browser.cdp("Input.dispatchMouseEvent", wheel).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_of_100_000_words_is_worked_on_like_any_other() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let text = REPORT.text();
    browser.add_article(&text).await?;
    browser.wait_until("the whole article", "document.querySelector('.undrawn') === null").await?;
    assert_eq!(browser.texts().await?.join("\n"), text);
    browser.mark("Line 1490 of ⟦the report⟧:", "1").await?;
    assert_eq!(browser.marks(1490).await?, json!([["the report", 1]]));
    let local = browser.local_storage().await?;
    assert!(local.keys().any(|key| key.starts_with("claimlight/1/claim/")), "{:?}", local.keys());
    let longest = local.values().map(String::len).max().unwrap_or_default();
    assert!(longest < 100_000, "a value of {longest} bytes");
    browser.reload().await?;
    browser.claims(1).await?;
    let seen = "(() => {
        const box = document.querySelector('[data-block=\"1490\"]')?.getBoundingClientRect();
        return box?.top >= 0 && box.bottom <= innerHeight;
    })()";
    browser.wait_until("the claim that was worked on, far down", seen).await?;
    brought_into_view(browser, 1490).await?;
    assert_eq!(browser.marks(1490).await?, json!([["the report", 1]]));
    let export = browser.export(SLUG).await?;
    assert_eq!(export.quotes(), ["the report"]);
    assert_eq!(export.value()["article"]["text"], text);
    session.end().await
}

/// A desk at a long article with `count` claims, which came in a file.
async fn with_many_claims(count: usize) -> TestResult<TestSession> {
    REPORT.on_desk(count).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_600_claims_those_near_the_view_are_in_the_page() -> TestResult {
    let session = with_many_claims(600).await?;
    let browser = session.browser();
    browser.wait_for("[data-claim=claim-1][aria-setsize='600'][aria-posinset='1']").await?;
    let cards = browser.cards().await?.len();
    assert!(cards < 600, "{cards} cards");
    let to_end =
        "const list = document.querySelector('[data-scrolls]'); list.scrollTop = list.scrollHeight";
    browser.script(to_end, vec![]).await?;
    browser.wait_for("[data-claim=claim-600][aria-posinset='600']").await?;
    assert_eq!(browser.marks(590).await?, json!([]));
    brought_into_view(browser, 590).await?;
    assert_eq!(browser.marks(590).await?, json!([["590", 1]]));
    let on_blocks =
        "return [...document.querySelectorAll('[data-block][data-claims^=claim]')].length";
    assert_eq!(browser.script(on_blocks, vec![]).await?, json!(600));
    let export = browser.export(SLUG).await?;
    assert_eq!(export.claims().len(), 600);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_500_claims_all_are_in_the_list() -> TestResult {
    let session = with_many_claims(500).await?;
    session.browser().claims(500).await?;
    assert_eq!(
        session.browser().script("return document.querySelector('[aria-setsize]')", vec![]).await?,
        Value::Null
    );
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_picked_far_away_brings_its_mark_into_view() -> TestResult {
    let session = with_many_claims(500).await?;
    let browser = session.browser();
    browser.click("[data-claim=claim-450] .quote").await?;
    browser.wait_for("[data-block='450'] mark[data-selected=true]").await?;
    let seen = "(() => {
        const box = document.querySelector('mark[data-selected]').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
    })()";
    browser.wait_until("the mark in view", seen).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_outlives_marks_that_come_and_go() -> TestResult {
    let session = with_many_claims(300).await?;
    let browser = session.browser();
    let (start, end) = browser.span("Line 1 of the ⟦report: ministry said⟧ that").await?;
    browser.drag_text(start, end).await?;
    let selected = "document.getSelection().toString() === 'report: ministry said'";
    browser.wait_until("the selection", selected).await?;
    let gone = "document.querySelector('[data-block=\"1\"] mark') === null";
    let mut turns = 0;
    while browser.script(&format!("return {gone}"), vec![]).await? == json!(false) {
        scrolled(browser, 2000).await?;
        turns += 1;
        assert!(turns < 100, "the marks of the first lines stay");
    }
    browser.wait_until("the selection while it is far", selected).await?;
    let there = "document.querySelector('[data-block=\"1\"] mark') !== null && scrollY === 0";
    while browser.script(&format!("return {there}"), vec![]).await? == json!(false) {
        scrolled(browser, -2000).await?;
        turns += 1;
        assert!(turns < 300, "the marks of the first lines do not come back");
    }
    browser.wait_until("the selection after all", selected).await?;
    browser.press("2").await?;
    browser
        .wait_until("the mark", "document.querySelectorAll('[data-block=\"1\"] mark').length === 2")
        .await?;
    session.end().await
}
