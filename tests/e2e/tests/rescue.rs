//! The page that offers all data as a file where the application cannot run.

use e2e::{Browser, Key, Page, Profile, TestResult, TestSession, Window};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs};
use xtask::project;

const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";

/// Whether both stores of the file have the one claim that is there, and everything could be read.
fn check_holds(file: &Value, records: &BTreeMap<String, String>) {
    assert_eq!(records.len(), 1);
    for (key, value) in records {
        let local = file.get("localStorage").and_then(|it| it.get(key));
        assert_eq!(local, Some(&json!(value)));
        let rows = file.pointer("/indexedDB/records").and_then(Value::as_array);
        assert!(rows.is_some_and(|it| it.contains(&json!([key, value]))), "{key}");
    }
    assert_eq!(file.get("problems"), Some(&json!([])));
}

async fn go(browser: &Browser, address: &str) -> TestResult {
    browser.script("location.hash = arguments[0]", vec![address.into()]).await?;
    Ok(())
}

/// A desk with a claim, at the page that people get.
async fn worked() -> TestResult<TestSession> {
    let session = TestSession::open(Window::DESKTOP).await?;
    session.browser().mark(TROOPS, "1").await?;
    Ok(session)
}

/// Runs `script` in each page that is opened from now on, before its own scripts.
async fn before_pages(browser: &Browser, script: &str) -> TestResult {
    browser.cdp("Page.enable", json!({})).await?;
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
}

async fn says(browser: &Browser, words: &str) -> TestResult {
    let condition = format!("document.body.innerText.includes({})", Value::from(words));
    browser.wait_until(&format!("the words \"{words}\""), &condition).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_all_that_is_stored_is_offered() -> TestResult {
    let session = worked().await?;
    let browser = session.browser();
    let records = browser.claim_records().await?;
    before_pages(browser, "delete globalThis.WebAssembly").await?;
    browser.reload().await?;
    browser.rescued("Claimlight could not start").await?;
    check_holds(&browser.rescue_file().await?, &records);
    browser.click_button("Error details").await?;
    says(browser, "WebAssembly is not defined").await?;
    assert_eq!(browser.console_errors().await?.len(), 1);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_at_the_start_is_told_and_nothing_is_offered_where_nothing_is() -> TestResult {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile, Window::PHONE).await?;
    before_pages(&browser, "globalThis.claimlightPanic = 'before:Started'").await?;
    browser.open(&Page::with_panics()?).await?;
    browser.rescued("Claimlight could not start").await?;
    says(&browser, "Nothing is stored here.").await?;
    let offered =
        "return [...document.querySelectorAll('button:not([hidden])')].map(it => it.textContent)";
    assert_eq!(browser.strings(offered).await?, ["Reload the page"]);
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_not_found_is_told_and_no_database_is_made() -> TestResult {
    let (profile, folder) = (Profile::new()?, tempfile::tempdir().unwrap());
    for entry in fs::read_dir(project::dist()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it != "wasm") {
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let browser = Browser::start(&profile, Window::DESKTOP).await?;
    browser.open(&Page::of(folder.path().to_owned(), "/")?).await?;
    browser.rescued("Claimlight could not start").await?;
    says(&browser, "Nothing is stored here.").await?;
    let databases = "return indexedDB.databases().then(all => all.map(it => it.name))";
    assert!(browser.strings(databases).await?.is_empty());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_shows_the_rescue_page_at_any_time() -> TestResult {
    let session = worked().await?;
    let browser = session.browser();
    let records = browser.claim_records().await?;
    go(browser, "#/rescue").await?;
    browser.rescued("Save all your data").await?;
    // The application is still there, and would delete the claim.
    browser.press(Key::Delete).await?;
    check_holds(&browser.rescue_file().await?, &records);
    browser.reload().await?;
    browser.rescued("Save all your data").await?;
    check_holds(&browser.rescue_file().await?, &records);
    browser.click_button("Reload the page").await?;
    browser.ready().await?;
    browser.claims(1).await?;
    go(browser, "#/rescue").await?;
    browser.rescued("Save all your data").await?;
    browser.session().back().await?;
    browser.ready().await?;
    browser.claims(1).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn stores_that_throw_or_stay_silent_are_told() -> TestResult {
    let session = worked().await?;
    let browser = session.browser();
    let silent = "IDBFactory.prototype.open = () => ({});";
    before_pages(browser, silent).await?;
    go(browser, "#/rescue").await?;
    browser.reload().await?;
    says(browser, "it did not answer for 5 seconds").await?;
    let half = browser.rescue_file().await?;
    assert!(half.to_string().contains("approximately 100,000 troops"));
    assert_eq!(half.get("indexedDB"), Some(&json!({})));
    assert_eq!(half.get("problems").and_then(Value::as_array).map(Vec::len), Some(1));
    let blocked = "const no = () => { throw new DOMException('denied', 'SecurityError'); };
        IDBFactory.prototype.open = no;
        Object.defineProperty(globalThis, 'localStorage', { get: no });";
    before_pages(browser, blocked).await?;
    browser.reload().await?;
    says(browser, "Nothing could be read.").await?;
    says(browser, "Local storage could not be read: SecurityError: denied").await?;
    says(browser, "The database could not be opened: SecurityError: denied").await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rescue_page_is_no_part_of_the_first_load_and_is_there_without_a_network() -> TestResult
{
    let profile = Profile::new()?;
    let browser = Browser::start(&profile, Window::DESKTOP).await?;
    let watch = "new MutationObserver(() => {
        if (window.early || !document.documentElement.dataset.ready) return;
        window.early = performance.getEntriesByType('resource').map(it => it.name);
    }).observe(document, { subtree: true, attributes: true });";
    before_pages(&browser, watch).await?;
    browser.open(&Page::with_panics()?).await?;
    browser.ready().await?;
    let names = browser.strings("return window.early").await?;
    assert!(names.iter().any(|it| it.contains("_bg.wasm")), "{names:?}");
    assert!(!names.iter().any(|it| it.ends_with("rescue.js")), "{names:?}");
    let loaded = "performance.getEntriesByType('resource')
        .some(it => it.name.endsWith('rescue.js') && it.responseEnd > 0)";
    browser.wait_until("the rescue page to be loaded", loaded).await?;
    browser.mark(TROOPS, "1").await?;
    let records = browser.claim_records().await?;
    let gone =
        json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.emulateNetworkConditions", gone).await?;
    browser.script("claimlightPanic = 'before:KeyPressed'", vec![]).await?;
    browser.press("j").await?;
    browser.rescued("Claimlight has stopped").await?;
    check_holds(&browser.rescue_file().await?, &records);
    browser.quit().await
}
