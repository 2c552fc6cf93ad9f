//! A claim on its way from a mark to what was found, in the page.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const SLUG: &str = "russia-launches-military-drills-with-belarus-as-ukraine";

/// Opens a part of the card that is folded away.
async fn unfold(browser: &Browser, name: &str) -> TestResult {
    let script = "const all = [...document.querySelectorAll('.work summary')];
        all.find(it => it.textContent === arguments[0]).click();";
    browser.wait_for(".work summary").await?;
    browser.script(script, vec![name.into()]).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_is_worked_on_and_all_of_it_outlasts_a_crash() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(".work [data-choice]").await?;
    browser.click(".work [data-choice='status-needs-correction']").await?;
    browser.wait_for("mark[data-signs='✎']").await?;
    browser.click(".work [data-choice='priority-1']").await?;
    unfold(browser, "Claimant").await?;
    browser.type_into(".work [list]", "Kyiv").await?;
    unfold(browser, "Wording and correction").await?;
    browser.type_into(".work [data-field='correction']", "about 90,000 troops").await?;
    browser.wait_for(".redline ins").await?;
    browser.saved().await?;

    let session = session.kill_and_restart().await?;
    let browser = session.browser();
    browser.wait_for("mark[data-signs='✎']").await?;
    let export = browser.export(SLUG).await?;
    let claim = &export.claims()[0];
    assert_eq!(claim["status"], "needs-correction");
    assert_eq!(claim["priority"], 1);
    assert_eq!(claim["claimant"], json!({ "name": "Kyiv", "role": null }));
    assert_eq!(claim["correction"], "about 90,000 troops");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_a_claim_is_reached_by_tab() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(".work [data-choice]").await?;
    for name in ["Claimant", "Wording and correction", "Contact"] {
        unfold(browser, name).await?;
    }
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-claim] textarea:focus").await?;
    let fields = "return document.querySelectorAll('.work :is(input, textarea)').length";
    let count = browser.script(fields, vec![]).await?.as_u64().unwrap_or_default();
    assert_eq!(count, 10, "fields");
    let seen = "window.seen ??= new Set();
        const field = document.activeElement.closest('.work :is(input, textarea)');
        if (field) window.seen.add(field);
        return window.seen.size";
    let mut reached = 0;
    for _ in 0..40 {
        browser.press(Key::Tab).await?;
        reached = browser.script(seen, vec![]).await?.as_u64().unwrap_or_default();
        if reached == count {
            break;
        }
    }
    assert_eq!(reached, count, "fields that Tab reaches");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_without_words_is_made_from_the_menu_of_its_paragraph() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.press("jjb").await?;
    browser.wait_for("[role=menu] :focus").await?;
    browser.press(Key::End).await?;
    for _ in 0..3 {
        browser.press(Key::Up).await?;
    }
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-field='restated']:focus").await?;
    browser.press("The picture shows another exercise").await?;
    browser.saved().await?;
    let export = browser.export(SLUG).await?;
    let claim = &export.claims()[0];
    assert_eq!(claim["quote"], json!(null));
    assert_eq!(claim["restated"], "The picture shows another exercise");
    session.end().await
}

/// What a claim says whose words are marked, one for each paragraph of the sample.
const CLAIMS: usize = 20;
/// How many ratings the scale has.
const RATINGS: usize = 8;
/// How many ratings of it are asked for a reason.
const LOW: usize = 2;

/// Takes the next paragraph's first sentence from a mark to a verdict with evidence, by keys alone.
async fn check_by_keys(browser: &Browser, nth: usize) -> TestResult {
    browser.press("js").await?;
    browser.wait_for("[role=toolbar]").await?;
    browser.press((nth % RATINGS + 1).to_string()).await?;
    browser.claims(nth + 1).await?;
    browser.press("v").await?;
    browser.wait_for("[data-choice='rating-false']:focus").await?;
    for _ in 0..nth % RATINGS {
        browser.press(Key::Right).await?;
    }
    browser.press(Key::Space).await?;
    browser.wait_for("[data-choice^='rating'][aria-pressed=true]:focus").await?;
    if nth % RATINGS < LOW {
        browser.wait_for(".verdict .asked").await?;
        browser.press(Key::Tab).await?;
        browser.press(format!("The report says otherwise, page {nth}.")).await?;
        browser.press(Key::Escape).await?;
    }
    browser.press("e").await?;
    browser.wait_for("[data-claim] .add-source input:focus").await?;
    browser.press(format!("https://example.org/2026/03/{:02}/report", nth + 1)).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-claim] .evidence li").await?;
    browser.press(Key::Escape).await?;
    browser.press_holding(Key::Shift, "v").await?;
    browser.wait_for("[data-choice='status-verified'][aria-pressed=true]").await
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_claims_are_checked_by_keys_alone_and_survive_the_way_through_a_file() -> TestResult
{
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    for nth in 0..CLAIMS {
        check_by_keys(browser, nth).await?;
    }
    browser.saved().await?;
    let export = browser.export(SLUG).await?;
    let (claims, scale) = (export.claims(), &export.value()["scale"]["ratings"]);
    assert_eq!(claims.len(), CLAIMS);
    for (nth, claim) in claims.iter().enumerate() {
        assert_eq!(claim["status"], "verified", "{nth}");
        assert_eq!(claim["verdict"]["rating"], scale[nth % RATINGS]["id"], "{nth}");
        let has_reason = claim["verdict"]["summary"] != json!("");
        assert_eq!(has_reason, nth % RATINGS < LOW, "{nth}");
        assert_eq!(claim["evidence"].as_array().map(Vec::len), Some(1), "{nth}");
    }
    assert_eq!(export.value()["sources"].as_array().map(Vec::len), Some(CLAIMS));

    session.clear_storage().await?;
    session.choose_file("work.claimlight.json", export.text()).await?;
    browser.claims(CLAIMS).await?;
    browser.saved().await?;
    assert_eq!(browser.export(SLUG).await?.work(), export.work());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_claims_are_open_at_once_and_an_overdue_reply_is_listed() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(".work [data-choice]").await?;
    unfold(browser, "Contact").await?;
    browser.type_into(".work [placeholder='2026-11-24']", "2026-02-01").await?;
    browser.button_in("[data-claim]", "Keep open").await?;
    browser.mark("the ⟦United States⟧ has said", "2").await?;
    browser.wait_for(".kept .claim-work").await?;
    browser.type_into(".kept textarea", "Ask again").await?;
    browser.saved().await?;
    browser.script("document.querySelector('.claims').scrollTop = 0", vec![]).await?;
    browser.click_button("1 reply is overdue").await?;
    browser.click("dialog ul button").await?;
    browser.working_on("approximately 100,000 troops").await?;
    browser.wait_until("one open claim", "document.querySelector('.kept') === null").await?;
    let claims = browser.export(SLUG).await?;
    assert_eq!(claims.claims()[0]["note"], "Ask again");
    assert_eq!(claims.claims()[1]["note"], "");
    session.end().await
}
