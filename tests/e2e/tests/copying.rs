//! What marks leave alone: the text, and what is copied.

use e2e::{Browser, TestResult, TestSession, Window};

async fn marked(browser: &Browser) -> TestResult {
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
    browser.mark("President ⟦Volodymyr Zelenskyy on Wednesday⟧ called", "3").await?;
    browser.press_escape_until_idle().await
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_leave_the_text_as_it_is() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let before = browser.texts().await?;
    marked(browser).await?;
    assert_eq!(browser.texts().await?, before);
    browser.reload().await?;
    browser.ready().await?;
    browser.claims(3).await?;
    assert_eq!(browser.texts().await?, before);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_across_blocks_has_the_words_and_nothing_else() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    marked(browser).await?;
    let (start, _) = browser.span("The ⟦games⟧ have").await?;
    let (_, end) = browser.span("Today we ⟦have⟧ enough").await?;
    browser.drag_text(start, end).await?;
    browser.wait_for("[role=toolbar]").await?;
    let selected = browser.strings("return [document.getSelection().toString()]").await?.concat();
    let texts = browser.texts().await?;
    let lines: Vec<&str> = selected.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, [texts[6].trim_start_matches("The "), &texts[7], "“Today we have"]);
    session.end().await
}
