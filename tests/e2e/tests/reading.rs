//! Working an article through, paragraph by paragraph: by keys alone, and by touch alone.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::Value;

/// How many blocks of the sample article are worked on.
const BLOCKS: usize = 20;
/// How many claims are marked in it.
const CLAIMS: usize = 12;
const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";

async fn is_current(browser: &Browser, position: usize) -> TestResult {
    browser.wait_for(&format!("[data-block='{position}'][aria-current=true]")).await
}

async fn is_looked_at(browser: &Browser, position: usize) -> TestResult {
    browser.wait_for(&format!("[data-block='{position}'] .look[aria-pressed=true]")).await
}

/// Which blocks are paragraphs with a number.
async fn paragraphs(browser: &Browser) -> TestResult<Vec<usize>> {
    let kinds = browser
        .strings("return [...document.querySelectorAll('[data-kind]')].map(it => it.dataset.kind)")
        .await?;
    let numbered = kinds.iter().enumerate().filter(|(_, kind)| *kind == "paragraph");
    Ok(numbered.map(|(at, _)| at).collect())
}

/// Whether the file holds the whole job.
fn check_job(export: &e2e::Export) {
    assert_eq!(export.claims().len(), CLAIMS);
    let tagged = export.each("tags");
    assert!(tagged.iter().all(|tags| tags.as_array().is_some_and(|tags| tags.len() == 1)));
    let ledger = export.value()["ledger"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(ledger.len(), BLOCKS);
    let done = ledger.iter().filter(|entry| entry["state"] == "done").count();
    assert_eq!(done, CLAIMS);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_is_done_by_keys_alone() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let paragraphs = paragraphs(browser).await?;
    assert_eq!(paragraphs.len(), 15);
    let mut marked = 0;
    for position in 0..BLOCKS {
        browser.press("j").await?;
        is_current(browser, position).await?;
        if paragraphs.contains(&position) && marked < CLAIMS {
            browser.press("s").await?;
            browser.wait_for("[role=toolbar]").await?;
            browser.press((marked % 8 + 1).to_string()).await?;
            marked += 1;
            browser.claims(marked).await?;
        }
        browser.press("r").await?;
        is_looked_at(browser, position).await?;
    }
    browser.wait_for(".progress[data-complete=true]").await?;
    browser.saved().await?;
    for _ in 0..80 {
        browser.press(Key::Tab).await?;
        let name = browser.strings("return [document.activeElement.textContent]").await?;
        if name == ["Export"] {
            break;
        }
    }
    browser.press(Key::Enter).await?;
    let file = browser.download(&format!("{SAMPLE}.claimlight.json")).await?;
    check_job(&e2e::Export::read(file)?);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_is_done_by_touch_alone() -> TestResult {
    let session = TestSession::open(Window::PHONE).await?;
    let browser = session.browser();
    let paragraphs = paragraphs(browser).await?;
    let tags = ["Quantity", "Quote", "Event", "Prediction"];
    let mut marked = 0;
    for position in 0..BLOCKS {
        browser.tap_button(".status-line", "Next paragraph").await?;
        is_current(browser, position).await?;
        if paragraphs.contains(&position) && marked < CLAIMS {
            if marked == 0 {
                browser.press_long((position, 2)).await?;
            } else {
                browser.tap_text((position, 2)).await?;
            }
            browser.tap_button("[role=toolbar]", tags[marked % tags.len()]).await?;
            marked += 1;
            browser.claims(marked).await?;
        }
        browser.tap_button(".status-line", "Reviewed").await?;
        is_looked_at(browser, position).await?;
    }
    browser.saved().await?;
    browser.tap_button(".header", "Export").await?;
    let file = browser.download(&format!("{SAMPLE}.claimlight.json")).await?;
    let export = e2e::Export::read(file)?;
    check_job(&export);
    let quotes = export.quotes();
    assert_eq!(quotes[0], "Russia", "a long press takes a word");
    assert!(quotes[1].ends_with("began on Thursday."), "a tap takes a sentence: {}", quotes[1]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_current_block_and_the_ledger_outlast_a_reload() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    for key in ["j", "j", "j", "r", "u"] {
        browser.press(key).await?;
    }
    is_current(browser, 3).await?;
    browser.press("k").await?;
    is_looked_at(browser, 2).await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    is_current(browser, 2).await?;
    is_looked_at(browser, 2).await?;
    browser.press("r").await?;
    browser.wait_for("[data-block='2'] .look[aria-pressed=false]").await?;
    browser.click_button("Undo").await?;
    browser.wait_for("[data-block='2'] .look[aria-pressed=true]").await?;
    is_looked_at(browser, 2).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_by_keys_is_the_pages_own() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let selected = async || -> TestResult<String> {
        Ok(browser.strings("return [document.getSelection().toString()]").await?.concat())
    };
    for key in ["j", "j", "j", "j", "s"] {
        browser.press(key).await?;
    }
    let sentence = "The exercises, scheduled to continue until February 20 in Belarus, \
                    began on Thursday.";
    assert_eq!(selected().await?, sentence);
    browser.press("l").await?;
    assert_eq!(selected().await?, "The exercises");
    browser.press("l").await?;
    assert_eq!(selected().await?, "scheduled to continue until February 20 in Belarus");
    browser.press(Key::Left).await?;
    assert_eq!(selected().await?, "scheduled to continue until February 20 in");
    browser.press("o").await?;
    browser.press(Key::Right).await?;
    assert_eq!(selected().await?, "to continue until February 20 in");
    browser.press("t").await?;
    browser.wait_for(".tag-bar input:focus").await?;
    browser.press("Needs source").await?;
    browser.press(Key::Enter).await?;
    browser.claims(1).await?;
    browser.press(Key::Escape).await?;
    browser.press("p").await?;
    browser.click_button("Next paragraph").await?;
    browser.wait_until("no selection", "document.getSelection().isCollapsed").await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.quotes(), ["to continue until February 20 in"]);
    assert_eq!(export.each("tags"), [&Value::from(vec!["needs-source"])]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hints_go_away_as_they_are_done_and_do_not_come_back() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let top = "document.querySelector('[data-block]').getBoundingClientRect().top";
    let before = browser.script(&format!("return {top}"), vec![]).await?;
    browser
        .wait_until("three hints", "document.querySelectorAll('.first-hints li').length === 3")
        .await?;
    browser.mark("that ⟦Moscow is plotting⟧ a", "4").await?;
    browser
        .wait_until(
            "one hint",
            "document.querySelectorAll('.first-hints li[data-done=false]').length === 1",
        )
        .await?;
    assert_eq!(browser.script(&format!("return {top} + scrollY"), vec![]).await?, before);
    browser.reload().await?;
    browser.ready().await?;
    browser
        .wait_until("one hint", "document.querySelectorAll('.first-hints li').length === 1")
        .await?;
    session.end().await
}
