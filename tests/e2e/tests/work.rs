//! A claim on its way from a mark to what was found, in the page.

use e2e::{Browser, Desk, Key, Outcome, Window};
use serde_json::json;

const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const SLUG: &str = "russia-launches-military-drills-with-belarus-as-ukraine";

/// Opens a part of the card that is folded away.
async fn unfold(browser: &Browser, name: &str) -> Outcome {
    let script = "const all = [...document.querySelectorAll('.work summary')];
        all.find(it => it.textContent === arguments[0]).click();";
    browser.wait_for(".work summary").await?;
    browser.script(script, vec![name.into()]).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_is_worked_on_and_all_of_it_outlasts_a_crash() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
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

    let desk = desk.crashed().await?;
    let browser = desk.browser();
    browser.wait_for("mark[data-signs='✎']").await?;
    let export = browser.export(SLUG).await?;
    let claim = &export.claims()[0];
    assert_eq!(claim["status"], "needs-correction");
    assert_eq!(claim["priority"], 1);
    assert_eq!(claim["claimant"], json!({ "name": "Kyiv", "role": null }));
    assert_eq!(claim["correction"], "about 90,000 troops");
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_a_claim_is_reached_by_tab() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(".work [data-choice]").await?;
    for name in ["Claimant", "Wording and correction", "Contact"] {
        unfold(browser, name).await?;
    }
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-claim] textarea:focus").await?;
    let fields = "return document.querySelectorAll('.work :is(input, textarea)').length";
    let count = browser.script(fields, vec![]).await?.as_u64().unwrap_or_default();
    assert_eq!(count, 9, "fields");
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
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_without_words_is_made_from_the_menu_of_its_paragraph() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
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
    desk.end().await
}
