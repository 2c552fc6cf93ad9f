//! Adding articles, and going from one to another.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use serde_json::json;

const TAXES: &str = "Taxes fell in spring\nThey fell by 5 per cent.";

async fn shows(browser: &Browser, blocks: usize) -> TestResult {
    let condition = format!("document.querySelectorAll('[data-block]').length === {blocks}");
    browser.wait_until(&format!("an article of {blocks} blocks"), &condition).await
}

async fn address(browser: &Browser) -> TestResult<String> {
    Ok(browser.strings("return [location.hash]").await?.concat())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_text_becomes_an_article_at_an_address_of_its_own() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let first = address(browser).await?;
    browser.click_button("Add article").await?;
    let focused = "document.activeElement === document.querySelector('dialog textarea')";
    browser.wait_until("the field Text to have the focus", focused).await?;
    let label = "return [document.querySelector('dialog textarea').labels[0].textContent.trim()]";
    assert_eq!(browser.strings(label).await?, ["Text"]);
    browser.fill("dialog textarea", TAXES).await?;
    browser.button_in("dialog", "Add").await?;
    shows(browser, 2).await?;
    assert_eq!(browser.texts().await?.join("\n"), TAXES);
    let second = address(browser).await?;
    assert!(second.starts_with("#/article/") && second != first, "{second}");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_switches_between_articles_and_back_returns() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let sample = address(browser).await?;
    browser.add_article(TAXES).await?;
    let taxes = address(browser).await?;
    browser.mark("They ⟦fell by 5 per cent⟧.", "1").await?;
    browser.click_button("Articles: Taxes fell in spring").await?;
    browser.click("[role=menu] [aria-checked=false]").await?;
    shows(browser, 20).await?;
    browser.claims(0).await?;
    assert_eq!(address(browser).await?, sample);
    browser.session().back().await?;
    shows(browser, 2).await?;
    browser.claims(1).await?;
    assert!(address(browser).await?.starts_with(&taxes));
    browser.session().back().await?;
    shows(browser, 20).await?;
    browser.session().forward().await?;
    shows(browser, 2).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_of_a_claim_opens_the_claim() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("or face ⟦\"massive consequences\"⟧ from", "1").await?;
    let claim = address(browser).await?;
    assert!(claim.contains("/claim/"), "{claim}");
    browser.add_article(TAXES).await?;
    browser.session().goto(format!("{}{claim}", session.page().address())).await?;
    browser.ready().await?;
    browser.working_on("\"massive consequences\"").await?;
    let seen = "(() => {
        const box = document.querySelector('mark').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
    })()";
    browser.wait_until("the mark in view", seen).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_pasted_on_the_page_is_confirmed_first() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let (start, _) = browser.span("The ⟦exercises⟧, scheduled").await?;
    let (_, end) = browser.span("They would ⟦centre⟧ around").await?;
    browser.drag_text(start, end).await?;
    browser.press_holding(Key::Control, "c").await?;
    browser.press_escape_until_idle().await?;
    browser.press_holding(Key::Control, "v").await?;
    browser.wait_for("dialog textarea").await?;
    browser.button_in("dialog", "Add").await?;
    shows(browser, 2).await?;
    let expected = [
        "exercises, scheduled to continue until February 20 in Belarus, began on Thursday.",
        "They would centre",
    ];
    assert_eq!(browser.texts().await?, expected);
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_pasted_into_a_field_stays_there() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text("The ⟦exercises⟧, scheduled").await?;
    browser.press_holding(Key::Control, "c").await?;
    browser.press("1").await?;
    browser.claims(1).await?;
    browser.click("[data-claim] textarea").await?;
    browser.press_holding(Key::Control, "v").await?;
    let pasted = "document.querySelector('[data-claim] textarea').value === 'exercises'";
    browser.wait_until("the word in the note", pasted).await?;
    assert_eq!(
        browser.strings("return [...document.querySelectorAll('dialog')].map(String)").await?,
        [""; 0]
    );
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_without_words_is_refused_in_the_dialog() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.click_button("Add article").await?;
    browser.fill("dialog textarea", " \n\n ").await?;
    browser.button_in("dialog", "Add").await?;
    browser.wait_for("dialog [role=alert]").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no dialog", "document.querySelector('dialog') === null").await?;
    shows(browser, 20).await?;
    let focused = "document.activeElement.textContent.trim() === 'Add article'";
    browser.wait_until("the focus where it was", focused).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_looks_like_markup_stays_a_text() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let text = "<h1 onclick=\"window.hit = 1\">Taxes</h1>\n<img src=x onerror=\"window.hit = 1\"> fell &amp; rose.";
    browser.add_article(text).await?;
    assert_eq!(browser.texts().await?.join("\n"), text);
    let harmless = "window.hit === undefined && document.querySelector('article img') === null";
    browser.wait_until("that nothing ran", harmless).await?;
    session.end().await
}

/// Marks the words between `⟦` and `⟧` as the only claim of an article of their own.
async fn check_mark(browser: &Browser, slug: &str, marked: &str) -> TestResult {
    let text = marked.replace(['⟦', '⟧'], "");
    browser.add_article(&text).await?;
    browser.mark(marked, "1").await?;
    let quote = marked.split(['⟦', '⟧']).nth(1).unwrap_or_default();
    assert_eq!(browser.texts().await?.join("\n"), text);
    let line = text.lines().position(|line| line.contains(quote)).unwrap_or(0);
    assert_eq!(browser.marks(line).await?, json!([[quote, 1]]));
    let export = browser.export(slug).await?;
    assert_eq!(export.quotes(), [quote]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_any_script_are_marked_and_exported() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    for (slug, marked) in [
        ("emoji", "Emoji\nThe 👩‍👩‍👧 family ⟦paid 5 🙂 per cent⟧ less."),
        ("accents", "Accents\nThe cafe\u{301} ⟦in Orle\u{301}ans paid⟧ 5 per cent less."),
        ("arabic", "Arabic\nانخفضت ⟦الضرائب بنسبة 5⟧ في المئة."),
        ("hebrew", "Hebrew\nהמסים ⟦ירדו ב-5 אחוזים⟧ באביב."),
        ("chinese", "Chinese\n税收在春天⟦下降了百分之五⟧。"),
        ("devanagari", "Devanagari\nवसंत में ⟦कर पाँच प्रतिशत⟧ घटे।"),
    ] {
        check_mark(browser, slug, marked).await?;
    }
    session.end().await
}
