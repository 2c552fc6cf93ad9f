//! Journeys through the built page.

use e2e::{Browser, Page, Profile, TestResult, Window};

#[tokio::test(flavor = "multi_thread")]
async fn the_page_starts_without_an_error() -> TestResult {
    starts(&Page::built()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_starts_under_any_path() -> TestResult {
    starts(&Page::built_at("/news/desk/")?).await
}

async fn starts(page: &Page) -> TestResult {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile, Window::DESKTOP).await?;
    browser.open(page).await?;
    browser.ready().await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_of_the_page_lets_nothing_out() -> TestResult {
    let (profile, page) = (Profile::new()?, Page::built()?);
    let browser = Browser::start(&profile, Window::DESKTOP).await?;
    browser.open(&page).await?;
    let breach = "document.addEventListener('securitypolicyviolation', \
                  (event) => { window.refused = event.effectiveDirective; }); \
                  new Image().src = 'http://127.0.0.1:9/picture.png';";
    browser.script(breach, vec![]).await?;
    browser.wait_until("a refusal of the picture", "window.refused === 'img-src'").await?;
    assert_eq!(browser.console_errors().await?.len(), 1);
    browser.quit().await
}
