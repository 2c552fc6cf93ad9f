//! Marks that overlap, and what a click on them means.

use e2e::{Browser, TestResult, TestSession, Window};
use serde_json::json;

/// Four claims, each inside the one before; the last is the smallest.
const NESTED: [(&str, &str); 4] = [
    ("⟦massing approximately 100,000 troops around the borders of Ukraine⟧ for", "2"),
    ("massing ⟦approximately 100,000 troops around the borders⟧ of", "1"),
    ("massing ⟦approximately 100,000 troops⟧ around", "3"),
    ("approximately ⟦100,000 troops⟧ around", "4"),
];

async fn nested(browser: &Browser) -> TestResult {
    for (marked, key) in NESTED {
        // Where something is marked, a drag begins on a mark as it does anywhere else.
        browser.mark(marked, key).await?;
    }
    browser.press_escape_until_idle().await
}

fn words(marked: &str) -> &str {
    marked.split(['⟦', '⟧']).nth(1).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn four_overlapping_marks_have_four_lanes() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    nested(browser).await?;
    let runs = json!([
        ["massing ", 1],
        ["approximately ", 3],
        ["100,000 troops", 4],
        [" around the borders", 2],
        [" of Ukraine", 1],
    ]);
    assert_eq!(browser.marks(6).await?, runs);
    let lanes = "const { laneA, laneB, laneC, laneD, fill } =
            [...document.querySelectorAll('mark')].find(it => it.textContent === '100,000 troops').dataset;
        return [laneA, laneB, laneC, laneD, fill]";
    let expected = ["blue", "amber", "teal", "violet", "violet"];
    assert_eq!(browser.strings(lanes).await?, expected);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_takes_the_smallest_claim_and_c_goes_outwards() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    nested(browser).await?;
    browser.click_words("approximately ⟦100,000⟧ troops").await?;
    for (marked, _) in NESTED.iter().rev() {
        browser.working_on(words(marked)).await?;
        browser.press("c").await?;
    }
    browser.working_on("100,000 troops").await?;
    browser.click_words("troops ⟦around⟧ the").await?;
    browser.working_on(words(NESTED[1].0)).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_marks_of_the_open_claim_stand_out() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    nested(browser).await?;
    let selected = "return [...document.querySelectorAll('mark[data-selected=true]')]
        .map(it => it.textContent)";
    assert!(browser.strings(selected).await?.is_empty());
    browser.click_words("troops ⟦around⟧ the").await?;
    browser.working_on(words(NESTED[1].0)).await?;
    let expected = ["approximately ", "100,000 troops", " around the borders"];
    assert_eq!(browser.strings(selected).await?, expected);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_picked_brings_its_mark_into_view() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("or face ⟦\"massive consequences\"⟧ from", "1").await?;
    browser.press_escape_until_idle().await?;
    browser.script("scrollTo(0, 0)", vec![]).await?;
    let seen = "(() => {
        const box = document.querySelector('mark').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
    })()";
    browser.wait_until("the mark to be out of view", &format!("!{seen}")).await?;
    browser.click("[data-claim] .quote").await?;
    browser.wait_until("the mark in view", seen).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_that_is_clicked_brings_its_card_into_view() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let paragraphs = browser.texts().await?;
    for text in paragraphs.iter().take(14).filter(|text| text.len() > 60) {
        let (first, rest) = text.split_once(' ').unwrap();
        browser.mark(&format!("⟦{first}⟧ {rest}"), "1").await?;
    }
    browser.press_escape_until_idle().await?;
    browser.script("document.querySelector('[data-scrolls]').scrollTop = 0", vec![]).await?;
    browser.click_words("⟦Britain⟧ has meanwhile").await?;
    browser.working_on("Britain").await?;
    let seen = "(() => {
        const box = document.querySelector('[data-claim][aria-current=true] .quote').getBoundingClientRect();
        const at = document.elementFromPoint(box.left + 20, box.top + 10);
        return at?.closest('[aria-current=true] > .quote') != null;
    })()";
    browser.wait_until("the card in view", seen).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn n_and_m_go_through_the_claims_in_text_order() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("Kremlin has ⟦insisted⟧", "1").await?;
    browser.mark("⟦Russia launches⟧ military", "1").await?;
    browser.mark("scheduled to ⟦continue⟧ until", "1").await?;
    browser.press_escape_until_idle().await?;
    for (key, quote) in [
        ("n", "Russia launches"),
        ("n", "continue"),
        ("n", "insisted"),
        ("m", "continue"),
        ("m", "Russia launches"),
    ] {
        browser.press(key).await?;
        browser.working_on(quote).await?;
    }
    session.end().await
}
