//! Evidence: sources are named once, used for claims, and listed with their uses.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::{Value, json};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const STATES: &str = "the ⟦United States⟧ has said";
const FIELD: &str = "[data-claim] .add-source input";
const PAGE: &str = "https://www.example.org/2026/03/10/troops";

/// Chooses the first source of the list, as a key would.
const CHOOSE: &str = "const field = document.querySelector('[data-claim] .again > select');
    field.selectedIndex = 1;
    field.dispatchEvent(new Event('change', { bubbles: true }));";

async fn uses(browser: &Browser, count: usize) -> TestResult {
    let condition =
        format!("document.querySelectorAll('[data-claim] .evidence > ul > li').length === {count}");
    browser.wait_until(&format!("{count} uses"), &condition).await
}

async fn work(browser: &Browser) -> TestResult<Value> {
    browser.saved().await?;
    Ok(browser.export(SAMPLE).await?.value().clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_becomes_evidence_with_its_words_and_its_links() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(FIELD).await?;
    browser.type_into(FIELD, &format!("{PAGE}#:~:text=about%20100%2C000")).await?;
    browser.press(Key::Enter).await?;
    uses(browser, 1).await?;
    let links = "return [...document.querySelectorAll('[data-claim] .evidence a')]
        .map((it) => [it.href, it.target, it.rel, it.textContent].join(' '))";
    assert_eq!(
        browser.strings(links).await?,
        [
            format!("{PAGE} _blank noopener noreferrer example.org/2026/03/10/troops"),
            format!(
                "https://web.archive.org/web/2*/{PAGE} _blank noopener noreferrer \
                 Open in a web archive"
            ),
        ]
    );
    browser.button_in("[data-claim] .evidence", "Contradicts").await?;
    browser.wait_for("[data-choice=stance-contradicts][aria-pressed=true]").await?;
    let work = work(browser).await?;
    let source = &work["sources"][0];
    assert_eq!((&source["url"], &source["date"]), (&json!(PAGE), &json!("2026-03-10")));
    let evidence = &work["claims"][0]["evidence"][0];
    assert_eq!(evidence["source"], source["id"]);
    assert_eq!(evidence["stance"], json!("contradicts"));
    assert_eq!(evidence["passage"], json!("about 100,000"));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_address_is_text_and_survives_a_reload_before_it_is_added() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(FIELD).await?;
    browser.type_into(FIELD, "javascript:window.hit=1").await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    let kept = format!("document.querySelector('{FIELD}')?.value === 'javascript:window.hit=1'");
    browser.wait_until("what was typed", &kept).await?;
    browser.button_in("[data-claim] .add-source", "Add").await?;
    uses(browser, 1).await?;
    let harmless = "document.querySelector('[data-claim] .evidence a') === null
        && document.querySelector('[data-claim] .source').textContent === 'javascript:window.hit=1'
        && window.hit === undefined";
    browser.wait_until("only text", harmless).await?;
    session.end().await
}

/// Deletes the only source in the list; a second press on the sign deletes nothing.
async fn delete_source(browser: &Browser) -> TestResult {
    let delete = "Delete: Telephone call with the ministry";
    browser.button_in("dialog", delete).await?;
    browser.wait_for("dialog .deleting").await?;
    browser.press(Key::Enter).await?;
    let kept = "document.querySelector('dialog .deleting') === null
        && document.activeElement?.matches('dialog .rows .icon') === true";
    browser.wait_until("nothing is asked, and the focus stays", kept).await?;
    browser.button_in("dialog", delete).await?;
    browser.button_in("dialog .deleting", "Delete").await?;
    let gone = "document.querySelector('dialog .rows > li') === null";
    browser.wait_until("no source", gone).await?;
    let focus = "document.activeElement?.matches('dialog .primary') === true";
    browser.wait_until("the focus in the window", focus).await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_source_serves_two_claims_and_the_list_leads_to_both() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.wait_for(FIELD).await?;
    browser.type_into(FIELD, "Telephone call with the ministry").await?;
    browser.press(Key::Enter).await?;
    uses(browser, 1).await?;
    browser.mark(STATES, "2").await?;
    browser.working_on("United States").await?;
    browser.script(CHOOSE, vec![]).await?;
    uses(browser, 0).await?;
    browser.button_in("[data-claim] .again", "Use").await?;
    uses(browser, 1).await?;
    let stays = "document.activeElement?.matches('.again > button') === true
        && document.querySelector('.again > select').value === ''";
    browser.wait_until("the focus stays, and nothing is chosen", stays).await?;
    browser.click_button("More").await?;
    browser.click_button("Sources").await?;
    let listed = "document.querySelectorAll('dialog .rows > li').length === 1
        && document.querySelectorAll('dialog .uses > li').length === 2";
    browser.wait_until("one source with two uses", listed).await?;
    browser.click("dialog .uses > li:first-child > button").await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await?;
    browser.working_on("approximately 100,000 troops").await?;
    browser.click_button("More").await?;
    browser.click_button("Sources").await?;
    delete_source(browser).await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await?;
    browser.click_button("Undo").await?;
    browser.click_words(STATES).await?;
    browser.working_on("United States").await?;
    uses(browser, 1).await?;
    let work = work(browser).await?;
    assert_eq!(work["sources"].as_array().map(Vec::len), Some(1));
    session.end().await
}
