//! A verdict on a claim: given, asked for a reason, kept when the scale becomes another one.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const SCALE: &str = "Rating scale";

async fn says(browser: &Browser, css: &str, text: &str) -> TestResult {
    let (selector, said) = (json!(css), json!(text));
    let condition = format!("document.querySelector({selector})?.textContent.includes({said})");
    browser.wait_until(&format!("{text} in {css}"), &format!("({condition}) === true")).await
}

async fn chosen(browser: &Browser, rating: &str) -> TestResult {
    browser.wait_for(&format!("[data-choice='rating-{rating}'][aria-pressed=true]")).await
}

/// Chooses a scale by its name in the window, which is open.
async fn choose_scale(browser: &Browser, name: &str) -> TestResult {
    browser.wait_for("dialog select").await?;
    let script = "const field = document.querySelector('dialog select');
        field.value = [...field.options].find(it => it.textContent === arguments[0]).value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.script(script, vec![name.into()]).await?;
    let shown = "document.querySelector('dialog select').selectedOptions[0].textContent";
    browser.wait_until(name, &format!("{shown} === {}", json!(name))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_is_given_with_its_reason_and_stands_when_the_scale_becomes_another() -> TestResult
{
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.click("[data-choice='rating-mostly-false']").await?;
    chosen(browser, "mostly-false").await?;
    says(browser, ".verdict .asked", "Add a reason for this verdict").await?;
    browser.press(Key::Escape).await?;
    says(browser, "[data-claim] .facts", "no reason yet").await?;
    browser.click_words(TROOPS).await?;
    browser.type_into(".verdict textarea", "Others counted 130,000.").await?;
    let gone = "document.querySelector('.verdict .asked') === null";
    browser.wait_until("nothing is asked for", gone).await?;
    browser.click_button(SCALE).await?;
    choose_scale(browser, "In the style of PolitiFact").await?;
    browser.press(Key::Escape).await?;
    says(browser, ".verdict .other", "“Mostly false” is from the scale “Five points”").await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser.click_words(TROOPS).await?;
    says(browser, ".verdict .other", "“Mostly false”").await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.value()["scale"]["id"], json!("politifact"));
    let verdict = export.each("verdict")[0];
    assert_eq!(
        (&verdict["scale"], &verdict["value"], &verdict["summary"]),
        (&json!("five-point"), &json!(2), &json!("Others counted 130,000."))
    );
    browser.click_button("Clear verdict").await?;
    browser
        .wait_until("no verdict", "document.querySelector('.verdict textarea') === null")
        .await?;
    let focus = "document.activeElement?.matches('.verdict [data-choice]') === true";
    browser.wait_until("the focus at the ratings", focus).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_scale_is_made_and_verdicts_are_taken_from_it() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.click_button(SCALE).await?;
    browser.button_in("dialog", "Customize this scale").await?;
    browser.fill("dialog [data-rating='satire'] .label", "A joke").await?;
    browser.type_into("dialog [aria-label='Add a rating']", "Made up").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("dialog [data-rating='made-up']").await?;
    browser.type_into("dialog [data-rating='made-up'] .number", "0.5").await?;
    browser.click("dialog [data-rating='made-up'] .icon").await?;
    let focus = "document.activeElement?.matches('dialog :nth-child(8 of [data-rating]) .icon')";
    browser.wait_until("the focus at its new place", &format!("{focus} === true")).await?;
    browser.fill("dialog [data-rating='made-up'] .number", "0.5x").await?;
    browser.wait_for("dialog [data-rating='made-up'] .number[aria-invalid=true]").await?;
    browser.press(Key::Escape).await?;
    browser.click("[data-claim] [data-choice='rating-made-up']").await?;
    chosen(browser, "made-up").await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    let verdict = export.each("verdict")[0];
    assert_eq!(
        (&verdict["label"], &verdict["value"], &verdict["best"], &verdict["worst"]),
        (&json!("Made up"), &json!(0.5), &json!(5), &json!(0.5))
    );
    assert_eq!(export.value()["scale"]["ratings"][8]["label"], json!("A joke"));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_rates_in_words_writes_a_sentence() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.click_button(SCALE).await?;
    choose_scale(browser, "A plain sentence").await?;
    browser.press(Key::Escape).await?;
    browser.type_into(".verdict textarea", "Nobody has counted them.").await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    let verdict = export.each("verdict")[0];
    assert_eq!(
        (&verdict["label"], &verdict["rating"]),
        (&json!("Nobody has counted them."), &json!(null))
    );
    browser.press(Key::Escape).await?;
    browser.press(Key::Escape).await?;
    says(browser, "[data-claim] .facts", "Nobody has counted them.").await?;
    session.end().await
}
