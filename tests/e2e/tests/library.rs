//! All articles: found, opened, archived, deleted and handed over; and what is known of one.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::Value;

const RENTS: &str = "Rents rise\nRents rose by 4 per cent in May.\nNobody knows why.";
const WAGES: &str = "Wages fall\nThe minister said that wages fell.";

async fn shows(browser: &Browser, words: &str) -> TestResult {
    let condition = format!("document.body.innerText.includes({})", Value::from(words));
    browser.wait_until(words, &condition).await
}

/// The titles in the library.
async fn lists(browser: &Browser, titles: &[&str]) -> TestResult {
    let condition = format!(
        "JSON.stringify([...document.querySelectorAll('.library button.row')]\
         .map(it => it.textContent)) === JSON.stringify({})",
        Value::from(titles)
    );
    browser.wait_until("the titles", &condition).await
}

/// A desk with two articles more, and the library open.
async fn library() -> TestResult<TestSession> {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.add_article(RENTS).await?;
    browser.add_article(WAGES).await?;
    browser.press("a").await?;
    browser.wait_for(".library input:focus").await?;
    Ok(session)
}

const SAMPLE: &str = "Russia launches military drills with Belarus as Ukraine tensions continue";

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_found_and_opened_by_keys_and_back_returns() -> TestResult {
    let session = library().await?;
    let browser = session.browser();
    lists(browser, &["Wages fall", "Rents rise", SAMPLE]).await?;
    browser.press("KNOWS why").await?;
    lists(browser, &["Rents rise"]).await?;
    browser.press(Key::Down).await?;
    browser.wait_for(".library button.row:focus").await?;
    browser.press(Key::Tab).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-block='2'][aria-current='true']").await?;
    shows(browser, "Nobody knows why.").await?;
    browser.saved().await?;
    browser.session().back().await?;
    let wages = "document.querySelector('[data-text]')?.textContent === 'Wages fall'";
    browser.wait_until("the article before", wages).await?;
    browser.session().forward().await?;
    browser.wait_until("the article after", &format!("!({wages})")).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_are_archived_deleted_and_brought_back() -> TestResult {
    let session = library().await?;
    let browser = session.browser();
    browser.click("[aria-label='Select Rents rise']").await?;
    browser.button_in(".library", "Archive").await?;
    lists(browser, &["Wages fall", SAMPLE]).await?;
    browser.click("[aria-label='Select Wages fall']").await?;
    browser.button_in(".library", "Delete").await?;
    lists(browser, &[SAMPLE]).await?;
    shows(browser, "1 article deleted.").await?;
    browser.wait_for(".library .articles:focus").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "!document.querySelector('dialog')").await?;
    browser.saved().await?;

    let session = session.kill_and_restart().await?;
    let browser = session.browser();
    browser.click_button("Undo").await?;
    let wages = "document.querySelector('[data-text]')?.textContent === 'Wages fall'";
    browser.wait_until("the deleted article", wages).await?;
    browser.click_button("Undo").await?;
    browser.press("a").await?;
    lists(browser, &["Rents rise", "Wages fall", SAMPLE]).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn all_articles_are_handed_over_as_one_file() -> TestResult {
    let session = library().await?;
    let browser = session.browser();
    browser.button_in(".library", "Select all").await?;
    browser.button_in(".library", "Export").await?;
    shows(browser, "Exported 3 articles to the file claimlight-").await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_of_an_article_is_saved_as_it_is_typed() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.add_article(WAGES).await?;
    browser.press("d").await?;
    browser.wait_for(".details input:focus").await?;
    browser.press(Key::End).await?;
    browser.press(" again").await?;
    browser.press(Key::Tab).await?;
    browser.press("By Ana Ruiz").await?;
    browser.wait_until("the title", "document.title.startsWith('Wages fall again')").await?;
    browser.press(Key::Escape).await?;
    browser.saved().await?;
    let session = session.kill_and_restart().await?;
    let browser = session.browser();
    let export = browser.export("wages-fall-again").await?;
    let article = &export.value()["article"];
    assert_eq!(article["title"], "Wages fall again");
    assert_eq!(article["byline"], "By Ana Ruiz");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_brings_a_text_once() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let go = "location.hash = '#/add?text=Taxes%20rise%0AThe+minister+said+so.&title=Taxes\
        &url=https%3A%2F%2Fexample.org%2Fa'";
    browser.script(go, vec![]).await?;
    browser
        .wait_until(
            "the text",
            "document.querySelector('dialog textarea')?.value.startsWith('Taxes rise')",
        )
        .await?;
    shows(browser, "https://example.org/a").await?;
    browser.button_in("dialog", "Add").await?;
    browser.wait_until("the title", "document.title.startsWith('Taxes ')").await?;
    browser.saved().await?;
    browser.session().back().await?;
    browser.wait_until("the sample", &format!("document.title.startsWith('{SAMPLE}')")).await?;
    let no_dialog = "!document.querySelector('dialog')";
    browser.wait_until("no dialog", no_dialog).await?;
    session.end().await
}
