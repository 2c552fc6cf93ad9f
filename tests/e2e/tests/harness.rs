//! What journeys are made of, tried on a page that says what happened to it.

use e2e::{Browser, Error, Key, Page, Place, Profile, Scheme, TestResult, Window};
use std::{fs, path::Path};
use xtask::project;

fn fixture() -> TestResult<Page> {
    Page::of(project::root().join("tests/e2e/fixtures"), "/")
}

async fn opened(profile: &Profile, window: Window) -> TestResult<(Browser, Page)> {
    let page = fixture()?;
    let browser = Browser::start(profile, window).await?;
    browser.open(&page).await?;
    Ok((browser, page))
}

async fn logged(browser: &Browser, text: &str) -> TestResult {
    let text = serde_json::Value::from(text);
    let condition = format!("document.querySelector('[data-log]').textContent === {text}");
    browser.wait_until(&format!("the log {text}"), &condition).await
}

async fn check_drag(
    browser: &Browser,
    from: (usize, usize),
    to: (usize, usize),
    quote: &str,
) -> TestResult {
    browser.drag_text(from, to).await?;
    logged(browser, &format!("selected {quote}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drag_selects_the_very_text_that_was_asked_for() -> TestResult {
    let profile = Profile::new()?;
    let (browser, _page) = opened(&profile, Window::DESKTOP).await?;
    check_drag(&browser, (0, 6), (0, 24), "fell by 5 per cent").await?;
    check_drag(&browser, (0, 24), (0, 6), "fell by 5 per cent").await?;
    check_drag(&browser, (0, 26), (0, 72), "the ministry said in a long sentence that wrap")
        .await?;
    check_drag(&browser, (1, 0), (1, 8), "Cafe\u{301} 🙂").await?;
    check_drag(&browser, (2, 7), (2, 14), "الضرائب").await?;
    check_drag(&browser, (1, 6), (1, 24), "🙂 owners 👩‍👩‍👧").await?;
    check_drag(&browser, (3, 0), (3, 9), "Far below").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drag_may_hold_a_key_and_a_double_click_takes_a_word() -> TestResult {
    let profile = Profile::new()?;
    let (browser, _page) = opened(&profile, Window::DESKTOP).await?;
    browser.drag_text_holding(Key::Alt, (0, 0), (0, 5)).await?;
    logged(&browser, "alt selected Taxes").await?;
    browser.double_click_word((0, 7)).await?;
    logged(&browser, "selected fell").await?;
    let nowhere = browser.drag_text(Place::from(("[data-block=\"0\"]", 0)), (0, 900)).await;
    assert!(matches!(nowhere, Err(Error::Browser(_))), "{nowhere:?}");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_files_buttons_and_downloads_reach_the_page() -> TestResult {
    let profile = Profile::new()?;
    let (browser, _page) = opened(&profile, Window::DESKTOP).await?;
    browser.press("j").await?;
    logged(&browser, "key j").await?;
    browser.press_holding(Key::Control, "e").await?;
    logged(&browser, "key control e").await?;
    browser.type_into("#field", "Über").await?;
    logged(&browser, "typed Über").await?;
    let file = profile.downloads().join("chosen.txt");
    fs::write(&file, "five").map_err(|source| Error::File { path: file.clone(), source })?;
    browser.choose_file("#file", &file).await?;
    logged(&browser, "file chosen.txt five").await?;
    browser.click_button("Save").await?;
    assert_eq!(browser.download("article.txt").await?, "Taxes fell.");
    browser.click_button("Close").await?;
    logged(&browser, "closed").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_outlives_its_browser() -> TestResult {
    let (profile, page) = (Profile::new()?, fixture()?);
    for times in ["1", "2"] {
        let browser = Browser::start(&profile, Window::DESKTOP).await?;
        browser.open(&page).await?;
        let stored = browser.local_storage().await?;
        assert_eq!(stored.get("opened").map(String::as_str), Some(times));
        browser.quit().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_leaves_a_profile_that_can_be_used() -> TestResult {
    let (profile, page) = (Profile::new()?, fixture()?);
    for _ in 0..2 {
        let browser = Browser::start(&profile, Window::DESKTOP).await?;
        browser.open(&page).await?;
        browser.kill();
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_sees_the_window_it_is_given() -> TestResult {
    let profile = Profile::new()?;
    let (browser, _page) = opened(&profile, Window::PHONE.with(Scheme::Dark)).await?;
    let sees = "[innerWidth, innerHeight, navigator.maxTouchPoints].join() === '390,844,5' \
                && matchMedia('(prefers-color-scheme: dark)').matches \
                && matchMedia('(pointer: coarse)').matches";
    browser.wait_until("a dark telephone", sees).await?;
    let picture = profile.downloads().join("picture.png");
    browser.screenshot(&picture).await?;
    assert!(Path::new(&picture).is_file());
    browser.quit().await
}
