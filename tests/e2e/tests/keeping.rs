//! What is kept when the page, the browser or one of its stores goes.

use std::collections::BTreeMap;

use e2e::{Browser, Desk, Outcome, Window};

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
async fn worked() -> Outcome<(Desk, String)> {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
    browser.type_into("[data-claim][aria-current=true] textarea", "Ask the **ministry**.").await?;
    browser.saved().await?;
    let work = browser.export(SAMPLE).await?.work();
    Ok((desk, work))
}

async fn check_all_is_there(browser: &Browser, work: &str) -> Outcome {
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
async fn reopened_after(desk: &Desk, change: &str, arguments: [&str; 2]) -> Outcome {
    let browser = desk.browser();
    browser.open_beside(desk.page()).await?;
    let arguments = arguments.into_iter().map(Into::into).collect();
    browser.script(change, arguments).await?;
    browser.open(desk.page()).await?;
    browser.ready().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_brings_everything_back() -> Outcome {
    let (desk, work) = worked().await?;
    desk.browser().reload().await?;
    desk.browser().ready().await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_brings_everything_back_and_opens_the_last_article() -> Outcome {
    let (desk, work) = worked().await?;
    desk.browser().add_article("Another article\nTaxes fell by 5 per cent.").await?;
    desk.browser().mark("Taxes ⟦fell by 5 per cent⟧.", "1").await?;
    let desk = desk.restarted().await?;
    let browser = desk.browser();
    assert_eq!(browser.texts().await?, ["Another article", "Taxes fell by 5 per cent."]);
    browser.claims(1).await?;
    let article = "location.hash.startsWith('#/article/') \
                   && location.hash.includes(document.querySelector('[data-article]').dataset.article)";
    browser.wait_until("the address of the last article", article).await?;
    browser.button("Articles: Another article").await?;
    browser.click("[role=menu] [role=menuitemradio]:nth-last-child(2)").await?;
    check_all_is_there(browser, &work).await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_right_after_saving_takes_nothing() -> Outcome {
    let (desk, work) = worked().await?;
    let desk = desk.crashed().await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_local_storage_everything_comes_from_the_database() -> Outcome {
    let (desk, work) = worked().await?;
    let before = desk.browser().local_storage().await?;
    reopened_after(&desk, "localStorage.clear()", ["", ""]).await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.browser().saved().await?;
    let after = desk.browser().local_storage().await?;
    assert_eq!(without_exports(after), without_exports(before));
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_database_everything_comes_from_local_storage() -> Outcome {
    let (desk, work) = worked().await?;
    reopened_after(&desk, DROP_DATABASE, ["", ""]).await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.browser().saved().await?;
    reopened_after(&desk, "localStorage.clear()", ["", ""]).await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.end().await
}

/// The key of the claim that was made last.
async fn key_of_last_claim(browser: &Browser) -> Outcome<String> {
    let keys = browser.local_storage().await?.into_keys();
    Ok(keys.filter(|key| key.starts_with("claimlight/1/claim/")).max().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_copy_gives_way_to_the_whole_one() -> Outcome {
    let (desk, work) = worked().await?;
    let key = key_of_last_claim(desk.browser()).await?;
    let change = "localStorage.setItem(...arguments)";
    reopened_after(&desk, change, [&key, GARBAGE]).await?;
    check_all_is_there(desk.browser(), &work).await?;
    reopened_after(&desk, SPOIL_DATABASE, [&key, GARBAGE]).await?;
    check_all_is_there(desk.browser(), &work).await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_damaged_in_both_stores_is_told_and_handed_over() -> Outcome {
    let (desk, _) = worked().await?;
    let browser = desk.browser();
    let key = key_of_last_claim(browser).await?;
    browser.open_beside(desk.page()).await?;
    browser.script(SPOIL_DATABASE, vec![key.as_str().into(), GARBAGE.into()]).await?;
    let change = "localStorage.setItem(...arguments)";
    reopened_after(&desk, change, [&key, GARBAGE]).await?;
    browser.claims(1).await?;
    assert_eq!(browser.export(SAMPLE).await?.quotes(), ["approximately 100,000 troops"]);
    let told = "document.querySelector('[role=alert] p')?.textContent.includes('1 stored record')";
    browser.wait_until("a notice of what is damaged", told).await?;
    browser.button("Download it as found").await?;
    let found = browser.download("claimlight-unreadable.json").await?;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["key"], &found[0]["found"]), (&key.into(), &GARBAGE.into()));
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_does_not_grow_for_ever_and_undo_reaches_back_as_before() -> Outcome {
    let (desk, work) = worked().await?;
    reopened_after(&desk, FILL_JOURNAL, ["", ""]).await?;
    let browser = desk.browser();
    browser.wait_until("a short journal", JOURNAL_IS_SHORT).await?;
    check_all_is_there(browser, &work).await?;
    browser.button("Undo").await?;
    browser.wait_until("no note", "!document.querySelector('.markdown')").await?;
    browser.button("Undo").await?;
    browser.claims(1).await?;
    desk.end().await
}
