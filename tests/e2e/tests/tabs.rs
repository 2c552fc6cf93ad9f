//! Two tabs at one article, and what is kept over a reload besides the work.

use e2e::{Browser, Key, TestResult, TestSession, Window};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const NOTE: &str = "[data-claim][aria-current=true] textarea";
const TAGGED_TWICE: &str = "document.querySelectorAll('[data-claim] .tag').length === 2";
const TAG: &str = "[data-claim][aria-current=true] .tag-field input";

/// Types notes and names tags in the card of the open claim, as fast as the page takes it, and says
/// so in the title of the page's root; `arguments` are the tab's letter, notes and tags.
const WORK: &str = "
const [letter, notes, tags] = arguments;
const next = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
});
const type = (css, kind, value) => {
    const field = document.querySelector(css);
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field;
};
(async () => {
    for (let at = 0; at < notes; at++) {
        type('[data-claim][aria-current=true] textarea', HTMLTextAreaElement, `${letter} ${at}`);
        await next();
        if (at % Math.floor(notes / tags) === 0) {
            const css = '[data-claim][aria-current=true] .tag-field input';
            const field = type(css, HTMLInputElement, `${letter}${at}`);
            await next(); await next();
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
            await next();
        }
    }
    window.worked = true;
})();";

/// Writes a note whenever the other tab asks for it; `arguments` is the tab's letter. `writeBoth`
/// writes one here and asks the other for one, at the same moment.
const WRITE_TOGETHER: &str = "
const [letter] = arguments;
const channel = new BroadcastChannel('test');
let count = 0;
const write = () => {
    count += 1;
    const field = document.querySelector('[data-claim][aria-current=true] textarea');
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    set.call(field, `${letter} ${count}`);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
channel.onmessage = write;
let last = -Infinity;
window.writeBoth = () => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    channel.postMessage('');
    write();
};
return null;";

/// A second tab at the same address; the first one, by name, and the second.
async fn second(session: &TestSession) -> TestResult<[thirtyfour::WindowHandle; 2]> {
    let driver = session.browser().session();
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    session.browser().open(session.page()).await?;
    session.browser().ready().await?;
    Ok([first, second])
}

async fn note(browser: &Browser, note: &str) -> TestResult {
    let condition = format!("document.querySelector('{NOTE}')?.value === {note:?}");
    browser.wait_until("the note of the other tab", &condition).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_show_each_others_changes() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.saved().await?;
    let [first, second] = second(&session).await?;
    browser.mark(TROOPS, "1").await?;
    browser.type_into(NOTE, "Ask the ministry.").await?;
    browser.saved().await?;
    browser.session().switch_to_window(first.clone()).await?;
    browser.claims(1).await?;
    browser.click("[data-claim] .quote").await?;
    note(browser, "Ask the ministry.").await?;
    browser.press("2").await?;
    browser.saved().await?;
    browser.session().switch_to_window(second).await?;
    browser.wait_for("[aria-label='Remove tag Quote']").await?;
    note(browser, "Ask the ministry.").await?;
    browser.click_button("Delete claim").await?;
    browser.saved().await?;
    browser.session().switch_to_window(first).await?;
    browser.claims(0).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_changes_of_one_claim_by_two_tabs_lose_nothing() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.saved().await?;
    let [first, second] = second(&session).await?;
    browser.click("[data-claim] .quote").await?;
    browser.wait_for(TAG).await?;
    browser.script(WORK, vec!["B".into(), 450.into(), 50.into()]).await?;
    browser.session().switch_to_window(first.clone()).await?;
    browser.script(WORK, vec!["A".into(), 450.into(), 50.into()]).await?;
    for tab in [&first, &second] {
        browser.session().switch_to_window(tab.clone()).await?;
        browser.wait_until("the end of the work", "window.worked").await?;
        browser.saved().await?;
    }
    let all = "document.querySelectorAll('[data-claim] .tags li').length === 101";
    let mut works = Vec::new();
    for tab in [&first, &second] {
        browser.session().switch_to_window(tab.clone()).await?;
        browser.wait_until("the tags of both tabs", all).await?;
        let shown = "return document.querySelector('[data-claim] textarea').value";
        works.push(browser.script(shown, vec![]).await?);
    }
    assert_eq!(works[0], works[1], "both tabs show the same note");
    browser.reload().await?;
    browser.ready().await?;
    browser.wait_until("the tags of both tabs", all).await?;
    let shown = "return document.querySelector('[data-claim] textarea').value";
    assert_eq!(browser.script(shown, vec![]).await?, works[0], "and so does the next start");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_notes_written_at_once_the_other_is_one_click_away() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.saved().await?;
    let [first, second] = second(&session).await?;
    browser.click("[data-claim] .quote").await?;
    browser.wait_for(NOTE).await?;
    browser.script(WRITE_TOGETHER, vec!["B".into()]).await?;
    browser.session().switch_to_window(first.clone()).await?;
    browser.script(WRITE_TOGETHER, vec!["A".into()]).await?;
    // Now and then one tab hears of the other's note before it writes its own.
    let both = "document.querySelector('.notice q') !== null || writeBoth()";
    browser.wait_until("notes that meet", both).await?;
    browser.saved().await?;
    let other = "return document.querySelector('.notice q').textContent";
    let other = browser.script(other, vec![]).await?.as_str().unwrap_or_default().to_owned();
    let shown = format!("return document.querySelector('{NOTE}').value");
    let shown = browser.script(&shown, vec![]).await?.as_str().unwrap_or_default().to_owned();
    assert_ne!(shown, other);
    browser.click_button("Use other version").await?;
    let exchanged = format!("document.querySelector('.notice q')?.textContent === {shown:?}");
    for tab in [&first, &second] {
        browser.session().switch_to_window(tab.clone()).await?;
        note(browser, &other).await?;
        browser.wait_until("what was shown is a click away", &exchanged).await?;
    }
    browser.click_button("Keep this version").await?;
    for tab in [second, first] {
        browser.session().switch_to_window(tab).await?;
        browser.wait_until("no word of it", "!document.querySelector('.notice')").await?;
        note(browser, &other).await?;
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_left_and_is_shown_again_starts_anew() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.saved().await?;
    browser.open_beside(session.page()).await?;
    browser.open(session.page()).await?;
    browser.ready().await?;
    browser.wait_for("[aria-label=Undo]:not(:disabled)").await?;
    browser.click("[data-claim] .quote").await?;
    browser.press("3").await?;
    browser.wait_until("two tags", TAGGED_TWICE).await?;
    browser.saved().await?;
    browser.session().back().await?;
    browser.session().back().await?;
    browser.ready().await?;
    browser.wait_until("two tags", TAGGED_TWICE).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_and_redo_reach_back_over_a_reload() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.press("2").await?;
    browser.wait_for("[aria-label='Remove tag Quote']").await?;
    browser.saved().await?;
    let file = browser.export(SAMPLE).await?;
    browser.reload().await?;
    browser.ready().await?;
    browser
        .wait_for("button[aria-label^='Undo']:not(:disabled), button:not(:disabled)[title^='Undo']")
        .await?;
    browser.click_button("Undo").await?;
    let one = "document.querySelectorAll('[data-claim] .tags li').length === 1";
    browser.wait_until("one tag", one).await?;
    browser.click_button("Undo").await?;
    browser.claims(0).await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser
        .wait_for("button[aria-label^='Redo']:not(:disabled), button:not(:disabled)[title^='Redo']")
        .await?;
    browser.click_button("Redo").await?;
    browser.claims(1).await?;
    browser.click_button("Redo").await?;
    browser
        .wait_until("two tags", "document.querySelectorAll('[data-claim] .tags li').length === 2")
        .await?;
    browser.saved().await?;
    assert_eq!(browser.export(SAMPLE).await?.quotes(), file.quotes());
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_and_not_taken_survives_a_reload() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.type_into(TAG, "Troop co").await?;
    browser.click_button("Add article").await?;
    browser.type_into("dialog textarea", "Half an article").await?;
    browser
        .wait_until(
            "the text in local storage",
            "Object.entries(localStorage).some(([key, value]) => key.includes('/pending/') \
         && value.includes('Half an article'))",
        )
        .await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    let typed = format!("document.querySelector('{TAG}')?.value === 'Troop co'");
    browser.wait_until("the half-typed name", &typed).await?;
    browser.press(Key::Escape).await?;
    browser.click_button("Add article").await?;
    browser
        .wait_until(
            "the half-typed article",
            "document.querySelector('dialog textarea')?.value === 'Half an article'",
        )
        .await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_many_changes_that_no_file_has_the_person_is_reminded() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    for _ in 0..12 {
        browser.press("2").await?;
        browser.wait_for("[aria-label='Remove tag Quote']").await?;
        browser.press("2").await?;
        let gone = "!document.querySelector(\"[aria-label='Remove tag Quote']\")";
        browser.wait_until("the tag to go", gone).await?;
    }
    browser.click_button("25 changes not exported yet: export").await?;
    assert!(browser.download(&format!("{SAMPLE}.claimlight.json")).await?.contains("100,000"));
    browser.wait_until("no reminder", "!document.querySelector('.unsent')").await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_goes_back_and_an_article_is_deleted_and_brought_back() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.type_into(NOTE, "Ask.").await?;
    browser.saved().await?;
    browser.click_button("More").await?;
    browser.click_button("History").await?;
    browser.wait_until("two acts", "document.querySelectorAll('dialog li').length === 2").await?;
    browser.click_button("Restore the original").await?;
    browser.claims(0).await?;
    browser.click_button("Undo").await?;
    browser.claims(1).await?;
    browser.saved().await?;
    browser.click_button("More").await?;
    browser.click_button("Storage").await?;
    browser.click_button("Delete this article").await?;
    browser
        .wait_until(
            "what would go",
            "document.querySelector('dialog [role=alert]')?.textContent.includes('with 1 claim')",
        )
        .await?;
    browser.button_in("dialog", "Delete").await?;
    browser.wait_for(".no-article").await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser.wait_for("[aria-label=Undo]:not(:disabled)").await?;
    browser.click_button("Undo").await?;
    browser.claims(1).await?;
    session.end().await
}
