//! When the program fails while a person works: nothing that was saved is lost, and all of it is
//! offered as a file.

use e2e::{Browser, Key, Page, TestResult, TestSession, Window};
use serde_json::{Value, json};
use std::{collections::BTreeMap, pin::Pin};

const SAMPLE: &str = "russia-launches-military-drills-with-belarus-as-ukraine";
const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
const OTHER: &str = "that ⟦Moscow is plotting⟧ a";
const LOOK: &str = "[data-block='3'] .look";
const DARK: &str = "const field = document.querySelector('dialog select');
    field.value = 'dark';
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// What a person does.
type Act = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = TestResult> + 'a>>;

/// What happened when the program fails, what was done and saved before, and the gesture by which
/// it comes to that.
const FAILURES: &[(&str, Act, Act)] = &[
    ("TextSelected", |_| none(), |it| Box::pin(drag(it))),
    ("TagChosen", |_| none(), |it| Box::pin(tag(it, "Prediction"))),
    ("CommandInvoked", |_| none(), |it| Box::pin(tag(it, "Mark without a tag"))),
    ("KeyPressed", |_| none(), |it| Box::pin(it.press("j"))),
    ("MarkClicked", |_| none(), |it| Box::pin(click_mark(it))),
    ("ClaimSelected", |_| none(), |it| Box::pin(pick(it))),
    ("NoteTyped", |it| Box::pin(open(it)), |it| Box::pin(it.type_into("textarea", "!"))),
    ("TagNamed", |it| Box::pin(open(it)), |it| Box::pin(name_tag(it))),
    ("TagRemoved", |it| Box::pin(open(it)), |it| Box::pin(it.click_button("Remove tag Quantity"))),
    ("ClaimDeleted", |it| Box::pin(open(it)), |it| Box::pin(it.click_button("Delete claim"))),
    ("BlockKindChanged", |_| none(), |it| Box::pin(choose_kind(it))),
    ("ReviewToggled", |_| none(), |it| Box::pin(it.click(LOOK))),
    ("CommandInvoked", |it| Box::pin(it.click(LOOK)), |it| Box::pin(it.click_button("Undo"))),
    ("CommandInvoked", |it| Box::pin(undo(it)), |it| Box::pin(it.click_button("Redo"))),
    ("AddArticleRequested", |_| none(), |it| Box::pin(it.click_button("Add article"))),
    ("Import(Typed", |_| none(), |it| Box::pin(draft(it))),
    ("Import(Read", |_| none(), |it| Box::pin(draft(it))),
    ("Import(Added", |_| none(), |it| Box::pin(add(it))),
    ("AddressChanged", |_| none(), |it| Box::pin(go(it, "#/article/none"))),
    ("Tags", |_| none(), |it| Box::pin(delete_tag(it))),
    ("Settings", |_| none(), |it| Box::pin(choose_dark(it))),
    ("Library(NoteTyped", |_| none(), |it| Box::pin(note(it))),
    ("CommandInvoked", |_| none(), |it| Box::pin(it.click_button("Export"))),
    ("Library", |_| none(), |it| Box::pin(search(it))),
    ("Repair", |_| none(), |it| Box::pin(correct(it))),
];

fn none() -> Pin<Box<dyn Future<Output = TestResult>>> {
    Box::pin(async { Ok(()) })
}

async fn search(browser: &Browser) -> TestResult {
    browser.press("a").await?;
    browser.wait_for(".library input:focus").await?;
    browser.press("x").await
}

async fn correct(browser: &Browser) -> TestResult {
    browser.press("jb").await?;
    browser.wait_for("[role=menu] :focus").await?;
    browser.press(Key::End).await?;
    browser.press(Key::Enter).await
}

async fn drag(browser: &Browser) -> TestResult {
    let (start, end) = browser.span(OTHER).await?;
    browser.drag_text(start, end).await
}

async fn tag(browser: &Browser, name: &str) -> TestResult {
    browser.select_text(OTHER).await?;
    browser.button_in("[role=toolbar]", name).await
}

async fn click_mark(browser: &Browser) -> TestResult {
    browser.click_words("approximately ⟦100,000⟧ troops").await
}

async fn pick(browser: &Browser) -> TestResult {
    browser.press_escape_until_idle().await?;
    browser.click("[data-claim] .quote").await
}

async fn open(browser: &Browser) -> TestResult {
    browser.press_escape_until_idle().await?;
    click_mark(browser).await?;
    browser.working_on("approximately 100,000 troops").await
}

async fn name_tag(browser: &Browser) -> TestResult {
    browser.type_into("[data-claim] input", "Doubtful").await?;
    browser.press(Key::Enter).await
}

async fn choose_kind(browser: &Browser) -> TestResult {
    browser.click_button("Paragraph 5: change kind").await?;
    browser.button_in("[role=menu]", "Quotation").await
}

async fn undo(browser: &Browser) -> TestResult {
    browser.click(LOOK).await?;
    browser.click_button("Undo").await
}

async fn draft(browser: &Browser) -> TestResult {
    browser.click_button("Add article").await?;
    browser.fill("dialog textarea", "Taxes fell.").await
}

async fn add(browser: &Browser) -> TestResult {
    draft(browser).await?;
    browser.button_in("dialog", "Add").await
}

async fn go(browser: &Browser, address: &str) -> TestResult {
    browser.script("location.hash = arguments[0]", vec![address.into()]).await?;
    Ok(())
}

async fn delete_tag(browser: &Browser) -> TestResult {
    browser.press("h").await?;
    browser.click_button("Edit tags").await?;
    browser.button_in("dialog", "Delete: Prediction").await
}

async fn choose_dark(browser: &Browser) -> TestResult {
    browser.click_button("More").await?;
    browser.click_button("Settings").await?;
    browser.wait_for("dialog select").await?;
    browser.script(DARK, vec![]).await?;
    Ok(())
}

async fn note(browser: &Browser) -> TestResult {
    browser.press("h").await?;
    browser.fill(".guidelines textarea", "Ask them.").await
}

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

async fn check_failures(moment: &str) -> TestResult {
    let session = TestSession::open_at(Page::with_panics()?, Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark(TROOPS, "1").await?;
    browser.type_into("[data-claim] textarea", "Ask the **ministry**.").await?;
    for (happened, prepare, act) in FAILURES {
        prepare(browser).await?;
        browser.saved().await?;
        let work = browser.export(SAMPLE).await?.work();
        let records = browser.claim_records().await?;
        let place = format!("{moment}:{happened}");
        browser.script("claimlightPanic = arguments[0]", vec![place.as_str().into()]).await?;
        act(browser).await?;
        browser.rescued("Claimlight has stopped").await?;
        browser.press("jkr?").await?;
        check_holds(&browser.rescue_file().await?, &records);
        let errors = browser.console_errors().await?;
        assert!(matches!(&errors[..], [error] if error.contains("panicked at")), "{errors:#?}");
        browser.click_button("Reload the page").await?;
        browser.ready().await?;
        assert_eq!(browser.export(SAMPLE).await?.work(), work, "{place}");
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_outlasts_a_panic_before_each_change() -> TestResult {
    check_failures("before").await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_outlasts_a_panic_after_each_change() -> TestResult {
    check_failures("after").await
}
