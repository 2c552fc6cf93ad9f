//! What is kept when the page, the browser or one of its stores goes.

use std::collections::BTreeMap;

use e2e::{Browser, TestResult, TestSession, Window};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
/// Deletes our database, from an address where the page does not run.
const DROP_DATABASE: &str = "return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('claimlight');
    request.onsuccess = () => resolve([]);
    request.onerror = () => reject(request.error);
});";
/// Writes `arguments[1]` over the value of `arguments[0]` in the database.
const SPOIL_DATABASE: &str = "const [key, value] = arguments;
return new Promise((resolve, reject) => {
    const request = indexedDB.open('claimlight');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const transaction = request.result.transaction('records', 'readwrite');
        transaction.objectStore('records').put(value, key);
        transaction.oncomplete = () => { request.result.close(); resolve([]); };
        transaction.onabort = () => reject(transaction.error);
    };
});";
const GARBAGE: &str = "{\"v\":1,\"rev\":3,\"hl";

/// Fills the journal with 7,000 entries that are older than all others.
const FILL_JOURNAL: &str = "return new Promise((resolve, reject) => {
    const request = indexedDB.open('claimlight');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const transaction = request.result.transaction('journal', 'readwrite');
        for (let at = 0; at < 7000; at += 1) {
            transaction.objectStore('journal').put('{}', `0${String(at).padStart(12, '0')}`);
        }
        transaction.oncomplete = () => { request.result.close(); resolve([]); };
        transaction.onabort = () => reject(transaction.error);
    };
});";
/// Whether the journal has 5,000 entries.
const JOURNAL_IS_SHORT: &str = "new Promise((resolve, reject) => {
    const request = indexedDB.open('claimlight');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const count = request.result.transaction('journal').objectStore('journal').count();
        count.onsuccess = () => { request.result.close(); resolve(count.result === 5000); };
        count.onerror = () => reject(count.error);
    };
})";

/// A desk with two claims, one of them with a note, and what it exports.
async fn worked() -> TestResult<(TestSession, String)> {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
    browser.type_into("[data-claim][aria-current=true] textarea", "Ask the **ministry**.").await?;
    browser.saved().await?;
    let work = browser.export(SAMPLE).await?.work();
    Ok((session, work))
}

async fn check_all_is_there(browser: &Browser, work: &str) -> TestResult {
    browser.claims(2).await?;
    assert_eq!(browser.export(SAMPLE).await?.work(), work);
    let runs = browser.marks(6).await?;
    assert_eq!(runs.as_array().map(Vec::len), Some(3), "{runs}");
    Ok(())
}

/// The stored values, but for when the article was exported last: the journey exports it itself.
fn without_exports(mut stored: BTreeMap<String, String>) -> BTreeMap<String, String> {
    stored.retain(|key, _| !key.contains("/setting/export-"));
    stored
}

/// Goes through `change` beside the page, then opens the page again.
async fn reopened_after(session: &TestSession, change: &str, arguments: [&str; 2]) -> TestResult {
    let browser = session.browser();
    browser.open_beside(session.page()).await?;
    let arguments = arguments.into_iter().map(Into::into).collect();
    browser.script(change, arguments).await?;
    browser.open(session.page()).await?;
    browser.ready().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_brings_everything_back() -> TestResult {
    let (session, work) = worked().await?;
    session.browser().reload().await?;
    session.browser().ready().await?;
    check_all_is_there(session.browser(), &work).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_brings_everything_back_and_opens_the_last_article() -> TestResult {
    let (session, work) = worked().await?;
    session.browser().add_article("Another article\nTaxes fell by 5 per cent.").await?;
    session.browser().mark("Taxes ⟦fell by 5 per cent⟧.", "1").await?;
    let session = session.restarted().await?;
    let browser = session.browser();
    assert_eq!(browser.texts().await?, ["Another article", "Taxes fell by 5 per cent."]);
    browser.claims(1).await?;
    let article = "location.hash.startsWith('#/article/') \
                   && location.hash.includes(document.querySelector('[data-article]').dataset.article)";
    browser.wait_until("the address of the last article", article).await?;
    browser.click_button("Articles: Another article").await?;
    browser.click("[role=menu] [role=menuitemradio]:nth-last-child(2)").await?;
    check_all_is_there(browser, &work).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_right_after_saving_takes_nothing() -> TestResult {
    let (session, work) = worked().await?;
    let session = session.kill_and_restart().await?;
    check_all_is_there(session.browser(), &work).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_local_storage_everything_comes_from_the_database() -> TestResult {
    let (session, work) = worked().await?;
    let before = session.browser().local_storage().await?;
    reopened_after(&session, "localStorage.clear()", ["", ""]).await?;
    check_all_is_there(session.browser(), &work).await?;
    session.browser().saved().await?;
    let after = session.browser().local_storage().await?;
    assert_eq!(without_exports(after), without_exports(before));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_database_everything_comes_from_local_storage() -> TestResult {
    let (session, work) = worked().await?;
    reopened_after(&session, DROP_DATABASE, ["", ""]).await?;
    check_all_is_there(session.browser(), &work).await?;
    session.browser().saved().await?;
    reopened_after(&session, "localStorage.clear()", ["", ""]).await?;
    check_all_is_there(session.browser(), &work).await?;
    session.end().await
}

/// The key of the claim that was made last.
async fn key_of_last_claim(browser: &Browser) -> TestResult<String> {
    let keys = browser.local_storage().await?.into_keys();
    Ok(keys.filter(|key| key.starts_with("claimlight/1/claim/")).max().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_copy_gives_way_to_the_whole_one() -> TestResult {
    let (session, work) = worked().await?;
    let key = key_of_last_claim(session.browser()).await?;
    let change = "localStorage.setItem(...arguments)";
    reopened_after(&session, change, [&key, GARBAGE]).await?;
    check_all_is_there(session.browser(), &work).await?;
    reopened_after(&session, SPOIL_DATABASE, [&key, GARBAGE]).await?;
    check_all_is_there(session.browser(), &work).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_damaged_in_both_stores_is_told_and_handed_over() -> TestResult {
    let (session, _) = worked().await?;
    let browser = session.browser();
    let key = key_of_last_claim(browser).await?;
    browser.open_beside(session.page()).await?;
    browser.script(SPOIL_DATABASE, vec![key.as_str().into(), GARBAGE.into()]).await?;
    let change = "localStorage.setItem(...arguments)";
    reopened_after(&session, change, [&key, GARBAGE]).await?;
    browser.claims(1).await?;
    assert_eq!(browser.export(SAMPLE).await?.quotes(), ["approximately 100,000 troops"]);
    let told = "document.querySelector('[role=alert] p')?.textContent.includes('1 stored record')";
    browser.wait_until("a notice of what is damaged", told).await?;
    browser.click_button("Download a copy").await?;
    let found = browser.download("claimlight-unreadable.json").await?;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["key"], &found[0]["found"]), (&key.into(), &GARBAGE.into()));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_does_not_grow_for_ever_and_undo_reaches_back_as_before() -> TestResult {
    let (session, work) = worked().await?;
    reopened_after(&session, FILL_JOURNAL, ["", ""]).await?;
    let browser = session.browser();
    browser.wait_until("a short journal", JOURNAL_IS_SHORT).await?;
    check_all_is_there(browser, &work).await?;
    browser.click_button("Undo").await?;
    browser.wait_until("no note", "!document.querySelector('.markdown')").await?;
    browser.click_button("Undo").await?;
    browser.claims(1).await?;
    session.end().await
}
