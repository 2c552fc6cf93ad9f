//! The page without a mouse.

use e2e::{Browser, Key, TestResult, TestSession, Window};
use std::collections::BTreeSet;

/// Names what has the focus.
const FOCUSED: &str = "const it = document.activeElement;
    const name = it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent;
    const inside = it.closest('[data-claim], [data-block]');
    return [`${it.localName} ${name.trim()} ${inside?.dataset.claim ?? inside?.dataset.block ?? ''}`]";
/// Names all that should be reached by Tab.
const REACHABLE: &str = "return [...document.querySelectorAll('button, input, textarea, a[href]')]
    .filter(it => !it.disabled && it.tabIndex >= 0 && it.checkVisibility())
    .map(it => {
        const name = it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent;
        const inside = it.closest('[data-claim], [data-block]');
        return `${it.localName} ${name.trim()} ${inside?.dataset.claim ?? inside?.dataset.block ?? ''}`;
    })";

async fn focused(browser: &Browser) -> TestResult<String> {
    Ok(browser.strings(FOCUSED).await?.concat())
}

async fn check_tab(browser: &Browser) -> TestResult {
    let wanted: BTreeSet<String> = browser.strings(REACHABLE).await?.into_iter().collect();
    assert!(wanted.len() > 3, "{wanted:?}");
    let mut reached = BTreeSet::new();
    for _ in 0..wanted.len() + 8 {
        browser.press(Key::Tab).await?;
        reached.insert(focused(browser).await?);
    }
    let missed: Vec<_> = wanted.difference(&reached).collect();
    assert!(missed.is_empty(), "{missed:?} in {reached:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_reaches_everything_on_the_page() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
    check_tab(browser).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_reaches_everything_in_the_dialog_and_stays_in_it() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.click_button("Add article").await?;
    browser.wait_for("dialog").await?;
    for name in ["input File ", "button Cancel ", "button Add "] {
        browser.press(Key::Tab).await?;
        assert_eq!(focused(browser).await?, name);
    }
    for _ in 0..6 {
        browser.press(Key::Tab).await?;
        // The turn through the window's own bars shows as the page's body.
        let inside = "document.activeElement.closest('dialog') !== null \
                      || document.activeElement === document.body";
        browser.wait_until("the focus in the dialog", inside).await?;
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_reaches_the_bar_at_a_selection() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.select_text("massing ⟦approximately 100,000 troops⟧ around").await?;
    let mut reached = BTreeSet::new();
    for _ in 0..60 {
        browser.press(Key::Tab).await?;
        reached.insert(focused(browser).await?);
    }
    assert!(reached.contains("button Quantity "), "{reached:?}");
    assert!(reached.contains("button Exact "), "{reached:?}");
    browser.wait_for("[role=toolbar]").await?;
    session.end().await
}

/// Opens the menu of the button `name` by Enter, walks it by arrows, and leaves it by Escape.
async fn check_menu(browser: &Browser, css: &str, items: &[&str], checked: &str) -> TestResult {
    let focus = format!("document.querySelector({}).focus()", serde_json::Value::from(css));
    browser.script(&focus, vec![]).await?;
    let button = focused(browser).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[role=menu] :focus").await?;
    let item = async || -> TestResult<String> {
        Ok(browser.strings("return [document.activeElement.textContent]").await?.concat())
    };
    assert_eq!(item().await?, checked);
    browser.press(Key::Home).await?;
    for expected in items.iter().chain(items.first()) {
        assert_eq!(item().await?, *expected);
        browser.press(Key::Down).await?;
    }
    browser.press(Key::End).await?;
    for expected in items.iter().rev() {
        assert_eq!(item().await?, *expected);
        browser.press(Key::Up).await?;
    }
    browser.press(Key::Escape).await?;
    browser.wait_until("no menu", "document.querySelector('[role=menu]') === null").await?;
    assert_eq!(focused(browser).await?, button);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_kinds_works_by_keys() -> TestResult {
    const KINDS: [&str; 14] = [
        "Headline",
        "Standfirst",
        "Byline",
        "Subheading",
        "Paragraph",
        "Quotation",
        "List item",
        "Caption",
        "Promo",
        "Other",
        "Claim not in the text",
        "Split before the selection",
        "Join with the next paragraph",
        "Correct the text…",
    ];
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    check_menu(browser, "[data-block='2'] .kind", &KINDS, "Paragraph").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[role=menu] :focus").await?;
    browser.press(Key::Down).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[data-block='2'][data-kind=quotation]").await?;
    assert_eq!(focused(browser).await?, "button Quotation 1: change kind 2");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_articles_works_by_keys() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.add_article("Taxes fell in spring\nThey fell by 5 per cent.").await?;
    let titles = [
        "Taxes fell in spring",
        "Russia launches military drills with Belarus as Ukraine tensions continue",
        "Library…",
    ];
    check_menu(browser, ".articles button", &titles, titles[0]).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("[role=menu] :focus").await?;
    browser.press(Key::Down).await?;
    browser.press(Key::Enter).await?;
    let shown = "document.querySelectorAll('[data-block]').length === 20";
    browser.wait_until("the sample", shown).await?;
    session.end().await
}
