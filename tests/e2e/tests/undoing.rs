//! Taking back, and doing again.

use e2e::{Browser, Key, TestResult, TestSession, Window};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";

/// What the person has made, as the file says, without the times at which it was made.
async fn work(browser: &Browser) -> TestResult<String> {
    browser.saved().await?;
    let work = browser.export(SAMPLE).await?.work();
    let lines = work.lines().filter(|line| !line.contains("\"modified\": "));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

async fn waits(browser: &Browser, css: &str, count: usize) -> TestResult {
    let condition = format!("document.querySelectorAll(\"{css}\").length === {count}");
    browser.wait_until(&format!("{count} of {css}"), &condition).await
}

/// A step that can be undone: what it does, and what can be seen of it.
enum Step {
    Mark,
    TagOn,
    TagOff,
    NewTag,
    Note,
    Kind,
    Delete,
}

impl Step {
    const ALL: [Self; 7] =
        [Self::Mark, Self::TagOn, Self::TagOff, Self::NewTag, Self::Note, Self::Kind, Self::Delete];

    async fn take(&self, browser: &Browser) -> TestResult {
        match self {
            Self::Mark => browser.mark(TROOPS, "1").await,
            Self::TagOn => {
                browser.press("2").await?;
                waits(browser, "[data-claim] .tags li", 2).await
            }
            Self::TagOff => {
                browser.click_button("Remove tag Quantity").await?;
                waits(browser, "[data-claim] .tags li", 1).await
            }
            Self::NewTag => {
                browser.type_into("[aria-label='Add a tag']", "Troop count").await?;
                browser.press(Key::Enter).await?;
                waits(browser, "[data-claim] .tags li", 2).await
            }
            Self::Note => {
                browser.type_into("[data-claim] textarea", "Ask.").await?;
                waits(browser, ".markdown p", 1).await
            }
            Self::Kind => {
                browser.click_button("Paragraph 5: change kind").await?;
                browser.button_in("[role=menu]", "Quotation").await?;
                waits(browser, "[data-kind=quotation]", 1).await
            }
            Self::Delete => {
                browser.click_button("Delete claim").await?;
                browser.claims(0).await
            }
        }
    }
}

/// Takes all steps, then goes back and forth by `undo` and `redo`.
async fn check(
    undo: impl AsyncFn(&Browser) -> TestResult,
    redo: impl AsyncFn(&Browser) -> TestResult,
) -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let mut states = vec![work(browser).await?];
    for step in Step::ALL {
        step.take(browser).await?;
        states.push(work(browser).await?);
    }
    for state in states.iter().rev().skip(1) {
        undo(browser).await?;
        assert_eq!(work(browser).await?, *state);
    }
    for state in states.iter().skip(1) {
        redo(browser).await?;
        assert_eq!(work(browser).await?, *state);
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_step_is_undone_and_redone_by_buttons() -> TestResult {
    check(
        async |browser| browser.click_button("Undo").await,
        async |browser| browser.click_button("Redo").await,
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_step_is_undone_and_redone_by_keys() -> TestResult {
    let undo = async |browser: &Browser| browser.press_holding(Key::Control, "z").await;
    let redo = async |browser: &Browser| browser.press_holding(Key::Control, "y").await;
    check(undo, redo).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_undone_stays_undone_after_a_reload() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let before = work(browser).await?;
    browser.mark(TROOPS, "1").await?;
    browser.click_button("Undo").await?;
    browser.claims(0).await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    assert_eq!(work(browser).await?, before);
    assert!(browser.cards().await?.is_empty());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_that_was_added_is_undone_and_redone() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let sample = browser.texts().await?;
    browser.add_article("Another article\nTaxes fell by 5 per cent.").await?;
    let added = browser.texts().await?;
    let shows =
        |count: usize| format!("document.querySelectorAll('[data-block]').length === {count}");
    for _ in 0..2 {
        browser.click_button("Undo").await?;
        browser.wait_until("the sample", &shows(20)).await?;
        assert_eq!(browser.texts().await?, sample);
        browser.click_button("Redo").await?;
        browser.wait_until("the other article", &shows(2)).await?;
        assert_eq!(browser.texts().await?, added);
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn inside_a_field_undo_is_the_fields_own() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.type_into("[data-claim] textarea", "Ask.").await?;
    browser.press_holding(Key::Control, "z").await?;
    browser.wait_until("an empty note", "document.querySelector('textarea').value === ''").await?;
    browser.claims(1).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_and_redo_can_be_pressed_only_while_they_mean_something() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let able = "return ['Undo', 'Redo'].map(name =>
        String(!document.querySelector(`button[aria-label=\"${name}\"]`).disabled))";
    assert_eq!(browser.strings(able).await?, ["false", "false"]);
    browser.mark(TROOPS, "1").await?;
    assert_eq!(browser.strings(able).await?, ["true", "false"]);
    browser.click_button("Undo").await?;
    browser.claims(0).await?;
    assert_eq!(browser.strings(able).await?, ["false", "true"]);
    session.end().await
}
