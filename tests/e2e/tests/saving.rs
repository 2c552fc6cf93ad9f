//! When the page says that the work is saved.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

/// Holds back the end of each transaction that writes, until `window.letGo()`, and notes its
/// durability, and in each frame the number of cards beside what is said of saving.
const HOLD: &str = "
window.held = [];
window.durability = [];
window.frames = [];
window.letGo = () => { for (const end of window.held.splice(0)) end(); };
const make = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...asked) {
    const made = make.apply(this, asked);
    if (asked[1] !== 'readwrite') return made;
    window.durability.push(made.durability);
    Object.defineProperty(made, 'oncomplete', {
        set: (told) => made.addEventListener('complete', (event) => window.held.push(() => told(event))),
    });
    return made;
};
const look = () => {
    const state = document.querySelector('[data-save-state]').dataset.saveState;
    window.frames.push(`${document.querySelectorAll('[data-claim]').length} ${state}`);
};
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });";

async fn held() -> TestResult<TestSession> {
    let session = TestSession::open(Window::DESKTOP).await?;
    session.browser().saved().await?;
    session.browser().script(HOLD, vec![]).await?;
    Ok(session)
}

async fn is_saving(browser: &Browser) -> TestResult {
    browser.wait_for("[data-save-state=saving]").await?;
    browser.wait_until("a transaction to be held back", "window.held.length > 0").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_and_its_state_of_saving_change_together() -> TestResult {
    let session = held().await?;
    let browser = session.browser();
    browser.select_text("massing ⟦approximately 100,000 troops⟧ around").await?;
    browser.press("1").await?;
    browser.claims(1).await?;
    is_saving(browser).await?;
    let seen = "return [...new Set(window.frames)]";
    assert_eq!(browser.strings(seen).await?, ["0 saved", "1 saving"]);
    // First comes the place where the person is, which is no work; then the claim.
    browser.script("letGo()", vec![]).await?;
    is_saving(browser).await?;
    browser.script("letGo()", vec![]).await?;
    browser.saved().await?;
    assert_eq!(browser.strings(seen).await?, ["0 saved", "1 saving", "1 saved"]);
    let durability = browser.script("return window.durability", vec![]).await?;
    assert_eq!(durability, json!(["strict", "strict"]));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn saved_is_said_when_the_last_change_has_arrived() -> TestResult {
    let session = held().await?;
    let browser = session.browser();
    browser.select_text("massing ⟦approximately 100,000 troops⟧ around").await?;
    browser.press("1").await?;
    is_saving(browser).await?;
    browser.press("2").await?;
    browser.wait_for("[aria-label='Remove tag Quote']").await?;
    browser.script("letGo()", vec![]).await?;
    is_saving(browser).await?;
    browser.script("letGo()", vec![]).await?;
    browser.saved().await?;
    browser.press(Key::Delete).await?;
    browser.claims(0).await?;
    is_saving(browser).await?;
    let seen = "return window.frames.filter((it, at, all) => it !== all[at - 1])";
    let expected = ["0 saved", "1 saving", "1 saved", "0 saving"];
    assert_eq!(browser.strings(seen).await?, expected);
    browser.script("letGo()", vec![]).await?;
    browser.saved().await?;
    assert_eq!(
        browser.script("return window.durability", vec![]).await?,
        json!(["strict", "strict", "strict"])
    );
    session.end().await
}

/// Lets nothing be written to the database until `allow()` is called.
const REFUSE: &str = "const put = IDBObjectStore.prototype.put;
    window.allow = () => { IDBObjectStore.prototype.put = put; };
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";

/// What of the line at the foot is cut off.
const CUT_OFF: &str = "const foot = document.querySelector('.status-line').getBoundingClientRect();
    const shown = [...document.querySelectorAll('.status-line > *')].filter((it) => it.offsetHeight);
    const isCut = (it, { top, bottom }) =>
        top < foot.top || bottom > foot.bottom || it.scrollHeight > it.clientHeight;
    return shown.filter((it) => isCut(it, it.getBoundingClientRect())).map((it) => it.textContent);";

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_shows_all_of_what_is_said_of_a_change_that_cannot_be_saved() -> TestResult {
    let session = TestSession::open(Window::PHONE).await?;
    let browser = session.browser();
    browser.saved().await?;
    browser.script(REFUSE, vec![]).await?;
    for key in ["j", "s", "1"] {
        browser.press(key).await?;
    }
    browser.wait_for("[data-save-state=unsaved]").await?;
    assert_eq!(browser.script(CUT_OFF, vec![]).await?, json!([]));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_cannot_be_saved_is_told_and_saved_with_the_next() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.saved().await?;
    browser.script(REFUSE, vec![]).await?;
    browser.select_text("massing ⟦approximately 100,000 troops⟧ around").await?;
    browser.press("1").await?;
    browser.claims(1).await?;
    browser.wait_for("[data-save-state=unsaved]").await?;
    let says = "document.querySelector('[data-save-state]').textContent.includes('disk is full')";
    browser.wait_until("the reason", says).await?;
    assert_eq!(browser.script(CUT_OFF, vec![]).await?, json!([]));
    browser.click_button("Export now").await?;
    let name = "russia-launches-military-drills-with-belarus-as-ukraine.claimlight.json";
    assert!(browser.download(name).await?.contains("approximately 100,000 troops"));
    browser.script("allow()", vec![]).await?;
    browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
    browser.saved().await?;
    browser.open_beside(session.page()).await?;
    browser.script("localStorage.clear()", vec![]).await?;
    browser.open(session.page()).await?;
    browser.claims(2).await?;
    session.end().await
}
