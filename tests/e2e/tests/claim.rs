//! The life of a claim: its note, its tags, its end.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";

async fn with_claim() -> TestResult<TestSession> {
    let session = TestSession::open(Window::DESKTOP).await?;
    session.browser().mark(TROOPS, "1").await?;
    Ok(session)
}

async fn shown(browser: &Browser, css: &str, text: &str) -> TestResult {
    let (css, text) = (json!(format!(".markdown {css}")), json!(text));
    let condition = format!("document.querySelector({css})?.textContent === {text}");
    browser.wait_until(&format!("{text} in {css}"), &condition).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_shown_as_markdown_and_kept_as_typed() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    let note = "The *US* said **so** in [a report](https://example.org/report).";
    browser.type_into("[data-claim] textarea", note).await?;
    shown(browser, "em", "US").await?;
    shown(browser, "strong", "so").await?;
    shown(browser, "a[href='https://example.org/report']", "a report").await?;
    browser.saved().await?;
    assert_eq!(browser.export(SAMPLE).await?.each("note"), [&json!(note)]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_typed_while_its_reader_starts_is_shown_whole() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    let note = "The *US* has said in a report that Russia was planning to send 30,000 **more**.";
    let hold = "const listen = Worker.prototype.addEventListener;
        let held = [];
        window.letGo = () => { const all = held; held = null; for (const tell of all) tell(); };
        Worker.prototype.addEventListener = function (type, told, ...rest) {
            listen.call(this, type, (event) => {
                const tell = () => told.call(this, event);
                if (held) held.push(tell); else tell();
            }, ...rest);
        };";
    browser.script(hold, vec![]).await?;
    // Each letter in a frame of its own, so that each is a note to be read.
    let letters = "const field = document.querySelector('[data-claim] textarea');
        const type = async () => {
            for (const letter of arguments[0]) {
                field.value += letter;
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await new Promise(requestAnimationFrame);
            }
        };
        return type().then(letGo);";
    browser.script(letters, vec![note.into()]).await?;
    shown(browser, "p", &note.replace('*', "")).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_a_note_is_text() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    let note = "<img src=x onerror=\"window.hit=1\"><b>bold</b> [run](javascript:window.hit=1) end";
    browser.type_into("[data-claim] textarea", note).await?;
    let harmless = "(() => {
        const shown = document.querySelector('.markdown');
        return shown.textContent.includes('<b>bold</b>') && shown.textContent.endsWith('end')
            && shown.querySelector('img, b, a[href^=\"javascript\"]') === null
            && window.hit === undefined;
    })()";
    browser.wait_until("the markup as text", harmless).await?;
    browser.saved().await?;
    assert_eq!(browser.export(SAMPLE).await?.each("note"), [&json!(note)]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_no_tag_has_makes_a_new_tag() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    browser.type_into("[aria-label='Add a tag']", "Troop count").await?;
    browser.press(Key::Enter).await?;
    let has_tags = "document.querySelectorAll('[data-claim] .tags li').length === 2";
    browser.wait_until("two tags", has_tags).await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("tags"), [&json!(["quantity", "troop-count"])]);
    let new = export.value().pointer("/tags/8").unwrap();
    assert_eq!((&new["label"], &new["key"]), (&json!("Troop count"), &json!("9")));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_of_a_known_tag_gives_that_tag() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    browser.type_into("[aria-label='Add a tag']", "prediction").await?;
    browser.button_in("[data-claim] .tag-field", "Add").await?;
    let has_tags = "document.querySelectorAll('[data-claim] .tags li').length === 2";
    browser.wait_until("two tags", has_tags).await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("tags"), [&json!(["quantity", "prediction"])]);
    assert_eq!(export.value()["tags"].as_array().map(Vec::len), Some(8));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_are_turned_on_and_off() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    let tags = async |expected: serde_json::Value| {
        browser.saved().await?;
        assert_eq!(browser.export(SAMPLE).await?.each("tags"), [&expected]);
        TestResult::Ok(())
    };
    browser.press("2").await?;
    browser.wait_for("[data-claim] [aria-label='Remove tag Quote']").await?;
    tags(json!(["quantity", "quote-attribution"])).await?;
    browser.click_button("Remove tag Quantity").await?;
    let gone = "document.querySelector('[aria-label=\"Remove tag Quantity\"]') === null";
    browser.wait_until("one tag less", gone).await?;
    tags(json!(["quote-attribution"])).await?;
    assert_eq!(
        browser.strings("return [document.querySelector('mark').dataset.fill]").await?,
        ["blue"]
    );
    browser.press("2").await?;
    browser.wait_until("no tag", "document.querySelector('.tags li') === null").await?;
    tags(json!([])).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_pressed_in_a_note_are_the_notes() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    browser.type_into("[data-claim] textarea", "1 2 n c").await?;
    browser.press(Key::Delete).await?;
    browser.press(Key::Escape).await?;
    browser.press("2").await?;
    browser.wait_for("[data-claim] [aria-label='Remove tag Quote']").await?;
    browser.saved().await?;
    let export = browser.export(SAMPLE).await?;
    assert_eq!(export.each("note"), [&json!("1 2 n c")]);
    assert_eq!(export.each("tags"), [&json!(["quantity", "quote-attribution"])]);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_is_deleted_by_its_button_and_by_a_key() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    browser.mark("the ⟦United States⟧ has said", "2").await?;
    browser.press(Key::Delete).await?;
    browser.claims(1).await?;
    browser.click_words(TROOPS).await?;
    browser.working_on("approximately 100,000 troops").await?;
    browser.click_button("Delete claim").await?;
    browser.claims(0).await?;
    browser.saved().await?;
    assert!(browser.export(SAMPLE).await?.claims().is_empty());
    browser
        .wait_until(
            "no mark",
            "document.querySelector('[data-claims]:not([data-claims=\"\"])') === null",
        )
        .await?;
    browser.reload().await?;
    browser.ready().await?;
    assert!(browser.cards().await?.is_empty());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_a_deleted_claim_is_not_given_again() -> TestResult {
    let session = with_claim().await?;
    let browser = session.browser();
    browser.press(Key::Delete).await?;
    browser.claims(0).await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser.mark(TROOPS, "1").await?;
    assert_eq!(browser.export(SAMPLE).await?.each("number"), [&json!(2)]);
    session.end().await
}
