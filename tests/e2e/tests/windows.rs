//! The windows: keys, tags, text and colours.

use e2e::{Browser, Key, TestResult, TestSession, Window};

async fn closed(browser: &Browser) -> TestResult {
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_changed_and_a_clash_is_refused() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.press("?").await?;
    browser.button_in("dialog", "Change the shortcut for Next paragraph").await?;
    browser.press("k").await?;
    browser.wait_for("dialog [role=alert]").await?;
    browser.press("q").await?;
    browser
        .wait_until("no alert", "document.querySelector('dialog [role=alert]') === null")
        .await?;
    closed(browser).await?;
    browser.press("q").await?;
    browser.wait_for("[data-block='0'][aria-current=true]").await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser.press("j").await?;
    browser.press("q").await?;
    browser.wait_for("[data-block='1'][aria-current=true]").await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_from_the_menu_gives_the_focus_back_to_its_button() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    for name in ["Settings", "About the article"] {
        browser.click_button("More").await?;
        browser.button_in("[role=menu]", name).await?;
        browser.wait_for("dialog[open]").await?;
        closed(browser).await?;
        let is_back = "document.activeElement?.getAttribute('aria-label') === 'More'";
        browser.wait_until("the focus on the button", is_back).await?;
    }
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn single_keys_can_be_switched_off() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.press("?").await?;
    browser.click("dialog input[type=checkbox]").await?;
    closed(browser).await?;
    browser.press("j").await?;
    browser.click_button("Next paragraph").await?;
    browser.wait_for("[data-block='0'][aria-current=true]").await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_are_edited_and_every_step_is_taken_back() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("that ⟦Moscow is plotting⟧ a", "4").await?;
    browser.press("h").await?;
    browser.click_button("Edit tags").await?;
    browser.type_into("dialog li:nth-child(4) .label", "s").await?;
    browser.press(Key::Tab).await?;
    browser.wait_for(".guidelines").await?;
    browser.button_in("dialog", "Delete: Predictions").await?;
    browser.button_in("dialog .deleting", "Delete").await?;
    let gone = "document.querySelectorAll('dialog .rows > li').length === 7";
    browser.wait_until("seven tags", gone).await?;
    closed(browser).await?;
    browser.wait_for("mark[data-fill=grey]").await?;
    browser.click_button("Undo").await?;
    browser.wait_for("mark[data-fill=violet]").await?;
    let label = "document.querySelector('.guidelines li:nth-child(4) .tag').textContent";
    browser.wait_until("the name", &format!("{label}.startsWith('Predictions')")).await?;
    browser.click_button("Undo").await?;
    browser.wait_until("the old name", &format!("{label}.startsWith('Prediction4')")).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_and_size_are_chosen_and_kept() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.click_button("More").await?;
    browser.click_button("Settings").await?;
    for (at, choice, attribute) in [(0, "dark", "theme"), (1, "largest", "size")] {
        let choose = "const field = document.querySelectorAll('dialog select')[arguments[0]];
            field.value = arguments[1];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        browser.script(choose, vec![at.into(), choice.into()]).await?;
        browser.wait_for(&format!("html[data-{attribute}={choice}]")).await?;
    }
    let looks = "getComputedStyle(document.body).colorScheme === 'dark' \
        && getComputedStyle(document.querySelector('[data-kind=paragraph] [data-text]')).fontSize \
            === '40px'";
    browser.wait_until("dark and large", looks).await?;
    closed(browser).await?;
    browser.saved().await?;
    browser.reload().await?;
    browser.ready().await?;
    browser.wait_until("dark and large", looks).await?;
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    browser.wait_until("nothing to be cut off", fits).await?;
    session.end().await
}
