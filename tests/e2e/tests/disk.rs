//! A file on disk that is kept up to date.
//!
//! No driver can use the browser's own dialog for files to be written; so the page is given a file of
//! the browser's private disk, which is written and remembered in the same way.

use e2e::{Browser, Export, TestResult, TestSession, Window};

const CHOOSES: &str = "window.showSaveFilePicker = async ({ suggestedName }) => {
    const disk = await navigator.storage.getDirectory();
    return disk.getFileHandle(suggestedName, { create: true });
};
return [];";
/// The texts of all files there.
const READ: &str = "const texts = [];
for await (const handle of (await navigator.storage.getDirectory()).values()) {
    texts.push(await (await handle.getFile()).text());
}
return texts;";
const SPOIL: &str =
    "for await (const handle of (await navigator.storage.getDirectory()).values()) {
    const file = await handle.createWritable();
    await file.write('of something else');
    await file.close();
}
return [];";
const REMOVE: &str = "const disk = await navigator.storage.getDirectory();
for await (const name of disk.keys()) await disk.removeEntry(name);
return [];";

async fn on_disk(browser: &Browser, script: &str) -> TestResult<Vec<String>> {
    browser.strings(&format!("return (async () => {{ {script} }})();")).await
}

/// Waits until the one file has so many claims, and returns its text.
async fn file_with(browser: &Browser, claims: usize) -> TestResult<String> {
    let condition = format!(
        "(async () => {{
            const texts = await (async () => {{ {READ} }})();
            try {{ return JSON.parse(texts[0]).claims.length === {claims}; }} catch {{ return false; }}
        }})()"
    );
    browser.wait_until(&format!("a file with {claims} claims"), &condition).await?;
    Ok(on_disk(browser, READ).await?.remove(0))
}

async fn choose(browser: &Browser) -> TestResult {
    browser.script(CHOOSES, Vec::new()).await?;
    browser.click_button("More").await?;
    browser.click_button("Storage").await?;
    browser.click_button("Auto-save to a file…").await?;
    browser.wait_for(".status-line .file").await?;
    browser.button_in("dialog", "Close").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_follows_the_work_also_after_a_restart() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    choose(browser).await?;
    file_with(browser, 0).await?;
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    let text = file_with(browser, 1).await?;
    assert!(text.contains("approximately 100,000 troops"));
    browser.reload().await?;
    browser.ready().await?;
    browser.mark("dispatch ⟦30,000 troops⟧ personnel", "1").await?;
    let text = file_with(browser, 2).await?;
    browser.wait_until("nothing is missing in it", "!document.querySelector('.unsent')").await?;
    let slug = "russia-launches-military-drills-with-belarus-as-ukraine";
    let exported = browser.export(slug).await?;
    let file = Export::read(text)?;
    assert_eq!(file.work(), exported.work(), "it is what an export is");
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_something_else_wrote_is_asked_about_and_a_lost_file_is_told() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    choose(browser).await?;
    file_with(browser, 0).await?;
    on_disk(browser, SPOIL).await?;
    browser.mark("massing ⟦approximately 100,000 troops⟧ around", "1").await?;
    browser
        .wait_until(
            "it is told",
            "document.body.textContent.includes('something else has changed it')",
        )
        .await?;
    assert_eq!(on_disk(browser, READ).await?, ["of something else"], "it is left alone");
    browser.click_button("Overwrite").await?;
    file_with(browser, 1).await?;
    browser
        .wait_until("no word of it", "!document.body.textContent.includes('something else')")
        .await?;
    on_disk(browser, REMOVE).await?;
    browser.mark("dispatch ⟦30,000 troops⟧ personnel", "1").await?;
    browser
        .wait_until("it is told", "document.body.textContent.includes('no longer exists')")
        .await?;
    browser.click_button("Stop auto-saving").await?;
    browser.wait_until("no word of it", "!document.querySelector('.notice')").await?;
    session.end().await
}
