//! The filter of the claims.

use e2e::{Key, TestResult, TestSession, Window};

#[tokio::test(flavor = "multi_thread")]
async fn claims_are_filtered_by_keys_also_after_a_crash() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.mark("that ⟦Moscow is plotting⟧ a", "4").await?;
    browser.mark("They ⟦would centre around⟧ \"supp", "1").await?;
    browser.claims(2).await?;
    browser.press_escape_until_idle().await?;
    browser.press("/").await?;
    browser.wait_for(".filter input:focus").await?;
    browser.press("MOSCOW").await?;
    browser.claims(1).await?;
    browser
        .wait_until("a count", "document.querySelector('.filter').textContent.includes('1 of 2')")
        .await?;
    browser.press(Key::Escape).await?;
    browser.press("n").await?;
    browser.working_on("Moscow is plotting").await?;
    browser.press("n").await?;
    browser.working_on("Moscow is plotting").await?;
    browser.saved().await?;

    let session = session.kill_and_restart().await?;
    let browser = session.browser();
    browser
        .wait_until("the filter", "document.querySelector('.filter input').value === 'MOSCOW'")
        .await?;
    browser.claims(1).await?;
    browser.click_button("Show all").await?;
    browser.claims(2).await?;
    session.end().await
}
