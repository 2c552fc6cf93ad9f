//! Exporting, and opening files.

use e2e::{Browser, TestResult, TestSession, Window};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TAXES: &str = "Taxes fell in spring\nA café 🙂 paid 5 per cent less, its owner said.\nNobody asked the ministry, which had promised to answer.";

/// Marks an article of few words, so that all that a file can hold of it is there.
async fn work_on_taxes(browser: &Browser) -> TestResult {
    browser.add_article(TAXES).await?;
    browser.mark("A café 🙂 paid ⟦5 per cent⟧ less", "1").await?;
    browser.mark("A ⟦café 🙂 paid 5 per cent less⟧, its", "2").await?;
    browser.mark("⟦Nobody asked⟧ the ministry", e2e::Key::Enter).await?;
    browser.type_into("[data-claim][aria-current=true] textarea", "Call *them*.").await?;
    browser.type_into("[aria-label='Add a tag']", "Omission").await?;
    browser.press(e2e::Key::Enter).await?;
    browser.wait_for("[aria-label='Remove tag Omission']").await?;
    browser.saved().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_says_what_was_marked_and_how() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    work_on_taxes(browser).await?;
    let export = browser.export("taxes-fell-in-spring").await?;
    let quotes = ["café 🙂 paid 5 per cent less", "5 per cent", "Nobody asked"];
    assert_eq!(export.quotes(), quotes);
    let value = export.value();
    assert_eq!((&value["format"], &value["version"]), (&"claimlight".into(), &1.into()));
    assert_eq!(value["article"]["text"], TAXES);
    let members: Vec<&String> = value.as_object().unwrap().keys().collect();
    let expected = [
        "format",
        "version",
        "exported",
        "generator",
        "article",
        "tags",
        "scale",
        "sources",
        "claims",
        "ledger",
    ];
    assert_eq!(members, expected);
    assert_eq!(value["claims"][1]["position"]["utf16"], serde_json::json!([36, 46]));
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_opened_elsewhere_exports_the_same() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    work_on_taxes(browser).await?;
    let export = browser.export("taxes-fell-in-spring").await?;
    session.clear_storage().await?;
    session.choose_file("work.claimlight.json", export.text()).await?;
    browser.claims(3).await?;
    browser.saved().await?;
    assert_eq!(browser.export("taxes-fell-in-spring").await?.work(), export.work());
    browser.reload().await?;
    browser.claims(3).await?;
    assert_eq!(browser.export("taxes-fell-in-spring").await?.work(), export.work());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn work_on_the_sample_takes_the_place_of_an_untouched_sample() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    let export = browser.export(SAMPLE).await?;
    session.clear_storage().await?;
    session.choose_file("work.claimlight.json", export.text()).await?;
    browser.claims(1).await?;
    browser.saved().await?;
    assert_eq!(browser.export(SAMPLE).await?.work(), export.work());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_here_already_replaces_nothing() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    work_on_taxes(browser).await?;
    let export = browser.export("taxes-fell-in-spring").await?;
    session.choose_file("same.json", export.text()).await?;
    browser.wait_for("[role=status]").await?;
    assert_eq!(browser.export("taxes-fell-in-spring").await?.work(), export.work());
    browser.mark("which had ⟦promised to answer⟧", "4").await?;
    let further = browser.export("taxes-fell-in-spring").await?;
    session.choose_file("older.json", export.text()).await?;
    browser.claims(3).await?;
    browser.click_button("Articles: Taxes fell in spring").await?;
    let titles = "return [...document.querySelectorAll('[role=menu] [role=menuitemradio]')]
        .map(it => it.textContent).slice(0, 2)";
    assert_eq!(browser.strings(titles).await?, ["Taxes fell in spring"; 2]);
    browser.click("[role=menu] [aria-checked=false]").await?;
    browser.claims(4).await?;
    assert_eq!(browser.export("taxes-fell-in-spring").await?.work(), further.work());
    session.end().await
}

/// Opens a file that has to be refused with a sentence that has all `words`.
async fn check_refusal(session: &TestSession, contents: &str, words: &[&str]) -> TestResult {
    let browser = session.browser();
    let seen = "return [document.querySelector('main').textContent, \
                document.querySelector('aside').textContent, location.hash]";
    let before = (browser.local_storage().await?, browser.strings(seen).await?);
    session.choose_file("work.claimlight.json", contents).await?;
    browser.wait_for("dialog [role=alert]").await?;
    let said = "return [document.querySelector('dialog [role=alert]').textContent]";
    let said = browser.strings(said).await?.concat();
    for word in words.iter().chain(&["work.claimlight.json", "nothing was changed"]) {
        assert!(said.contains(word), "{word} is not in: {said}");
    }
    browser.button_in("dialog", "Cancel").await?;
    browser.wait_until("no dialog", "document.querySelector('dialog') === null").await?;
    assert_eq!((browser.local_storage().await?, browser.strings(seen).await?), before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_refused_and_changes_nothing() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    work_on_taxes(browser).await?;
    let export = browser.export("taxes-fell-in-spring").await?;
    let file = export.text();
    let half: String = file.chars().take(file.chars().count() / 2).collect();
    let lines = half.lines().count();
    check_refusal(&session, &half, &["ends too early", &format!("line {lines}")]).await?;
    let newer = file.replace("\"version\": 1,", "\"version\": 2,");
    check_refusal(&session, &newer, &["newer version", "format 2"]).await?;
    let other = file.replace("paid 5 per cent less, its", "paid 6 per cent less, its");
    check_refusal(&session, &other, &["sha256"]).await?;
    let moved = file.replace("\"quote\": \"5 per cent\"", "\"quote\": \"6 per cent\"");
    check_refusal(&session, &moved, &["claims[1].quote", "not the text between the positions"])
        .await?;
    check_refusal(&session, "{\"name\": 1}", &["not an export from Claimlight"]).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_file_is_shown_before_it_is_added() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    session.choose_file("taxes.txt", &TAXES.replace('\n', "\r\n\r\n")).await?;
    browser.wait_for("dialog .recognised").await?;
    browser.button_in("dialog", "Add").await?;
    let shown = "document.querySelectorAll('[data-block]').length === 3";
    browser.wait_until("the article of the file", shown).await?;
    assert_eq!(browser.texts().await?.join("\n"), TAXES);
    session.end().await
}
