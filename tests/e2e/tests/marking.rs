//! Selecting words with the mouse, and marking them.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";

/// The quotes in the export after the key `1`, once the bar is there.
async fn quote_after(browser: &Browser) -> TestResult<Vec<String>> {
    browser.wait_for("[role=toolbar]").await?;
    browser.press("1").await?;
    browser.claims(1).await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    Ok(export.quotes().into_iter().map(str::to_owned).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn half_words_are_taken_whole_and_tagged_by_a_digit() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text("massing appro⟦ximately 100,000 tro⟧ops around").await?;
    assert_eq!(quote_after(browser).await?, ["approximately 100,000 troops"]);
    let id = browser.cards().await?.concat();
    assert_eq!(browser.marks(6).await?, json!([["approximately 100,000 troops", 1]]));
    let on_block =
        browser.strings("return [document.querySelector('[data-block=\"6\"]').dataset.claims]");
    assert_eq!(on_block.await?, std::slice::from_ref(&id));
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("id"), [&json!(id)]);
    assert_eq!(export.each("tags"), [&json!(["quantity"])]);
    assert_eq!(export.each("paragraph"), [&json!(5)]);
    assert_eq!(export.each("block"), [&json!("b7")]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_moves_nothing_in_the_text() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.span(TROOPS).await?;
    let places = "return [...document.querySelectorAll('[data-block], [data-text]')].map(it => {
        const box = it.getBoundingClientRect();
        return [box.x, box.y + scrollY, box.width, box.height].join();
    })";
    let before = browser.strings(places).await?;
    browser.select_text(TROOPS).await?;
    assert_eq!(browser.strings(places).await?, before);
    let bar = "const bar = document.querySelector('[role=toolbar]');
        const box = bar.getBoundingClientRect();
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return [bar.ariaLabel, String(bar.contains(over))]";
    assert_eq!(browser.strings(bar).await?, ["Tag the selection", "true"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_alt_a_selection_is_exact() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let (start, end) = browser.span("massing appro⟦ximately 100,000 tro⟧ops around").await?;
    browser.drag_text_holding(Key::Alt, start, end).await?;
    assert_eq!(quote_after(browser).await?, ["ximately 100,000 tro"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_in_the_bar_makes_selections_exact() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text(TROOPS).await?;
    browser.button_in("[role=toolbar]", "Exact").await?;
    browser.wait_for("[role=toolbar] [aria-pressed=true]").await?;
    browser.press_escape_until_idle().await?;
    browser.select_text("massing appro⟦ximately 100,000 tro⟧ops around").await?;
    assert_eq!(quote_after(browser).await?, ["ximately 100,000 tro"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_takes_a_word() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let (inside, _) = browser.span("massing appr⟦o⟧ximately").await?;
    browser.double_click_word(inside).await?;
    assert_eq!(quote_after(browser).await?, ["approximately"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drag_from_right_to_left_selects_the_same() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let (start, end) = browser.span("massing appro⟦ximately 100,000 tro⟧ops around").await?;
    browser.drag_text(end, start).await?;
    assert_eq!(quote_after(browser).await?, ["approximately 100,000 troops"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_may_reach_across_paragraphs() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let text = browser.texts().await?;
    let (start, _) = browser.span("until ⟦February⟧ 20 in Belarus").await?;
    let (_, end) = browser.span("Soldiers would ⟦practise⟧ beefing").await?;
    browser.drag_text(start, end).await?;
    let quote =
        format!("February 20 in Belarus, began on Thursday.\n{}\nSoldiers would practise", text[4]);
    assert_eq!(quote_after(browser).await?, [quote]);
    for (block, marked) in [
        (3, "February 20 in Belarus, began on Thursday."),
        (4, text[4].as_str()),
        (5, "Soldiers would practise"),
    ] {
        assert_eq!(browser.marks(block).await?, json!([[marked, 1]]));
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_of_the_bar_marks_with_its_tag() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text(TROOPS).await?;
    let names = "return [...document.querySelectorAll('[role=toolbar] button.tag')]
        .map(it => it.ariaLabel)";
    let names = browser.strings(names).await?;
    assert_eq!(names.first().map(String::as_str), Some("Quantity"));
    browser.button_in("[role=toolbar]", "Law or rule").await?;
    browser.claims(1).await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("tags"), [&json!(["law-rule"])]);
    assert_eq!(export.quotes(), ["approximately 100,000 troops"]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_marks_without_a_tag() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, Key::Enter).await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("tags"), [&json!([])]);
    assert_eq!(export.each("status"), [&json!("to-check")]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_closes_the_bar_first_and_then_the_selection() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let selected = |words: &str| format!("document.getSelection().toString() === '{words}'");
    let no_bar = "document.querySelector('[role=toolbar]') === null";
    browser.select_text(TROOPS).await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no bar", no_bar).await?;
    browser.wait_until("the selection", &selected("approximately 100,000 troops")).await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no selection", &selected("")).await?;
    assert!(browser.cards().await?.is_empty());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_elsewhere_takes_bar_and_selection_away() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text(TROOPS).await?;
    browser.click_words("The ⟦exercises⟧, scheduled").await?;
    let gone = "document.querySelector('[role=toolbar]') === null \
                && document.getSelection().isCollapsed";
    browser.wait_until("neither bar nor selection", gone).await?;
    browser.select_text(TROOPS).await?;
    assert_eq!(quote_after(browser).await?, ["approximately 100,000 troops"]);
    session.end().await
}
