//! Articles that come in: pasted pages, dropped files, encodings.

use e2e::{Browser, Desk, Key, Outcome, Window};
use serde_json::{Value, json};

/// Drops files on the page: names, and the bytes of each.
const DROP: &str = "const data = new DataTransfer();
    for (const [name, bytes] of arguments[0]) {
        data.items.add(new File([new Uint8Array(bytes)], name));
    }
    const options = { dataTransfer: data, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragover', options));
    document.body.dispatchEvent(new DragEvent('drop', options));";

/// Text that would show if any of it ran.
const PAGE: &str = "<nav>Home</nav><article><h1>Rents rise again</h1><p>Rents rose by 4%.</p>\
    <p onclick=\"window.ran=1\">Wages <b>fell</b>.<img src=x onerror=\"window.ran=1\"></p>\
    <p>Read more: Why rents rise</p><script>window.ran=1</script>\
    <p>The rest of the article is long enough to be one, and it goes on for a while, so that what \
    stands around it can be told from it by anybody who reads the page.</p></article>";

async fn drop_files(browser: &Browser, files: Value) -> Outcome {
    browser.script(DROP, vec![files]).await?;
    Ok(())
}

async fn shows(browser: &Browser, words: &str) -> Outcome {
    let condition = format!("document.body.textContent.includes({})", Value::from(words));
    browser.wait_until(words, &condition).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_page_is_shown_and_added_and_nothing_in_it_runs() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
    browser.paste_page("Rents rise again", PAGE).await?;
    shows(browser, "Read as a web page: 1 headline, 3 paragraphs, 1 promo").await?;
    browser.click("details.done summary").await?;
    browser.button_in("details.done li", "Take back").await?;
    shows(browser, "Read as a web page: 1 headline, 4 paragraphs").await?;
    browser.button_in("dialog", "Add").await?;
    let texts = "document.querySelector('[data-text]')?.textContent === 'Rents rise again'";
    browser.wait_until("the article", texts).await?;
    browser.saved().await?;
    let kinds = browser
        .strings("return [...document.querySelectorAll('[data-block]')].map(it => it.dataset.kind)")
        .await?;
    assert_eq!(kinds, ["headline", "paragraph", "paragraph", "paragraph", "paragraph"]);
    let ran = browser.script("return window.ran ?? null", vec![]).await?;
    assert_eq!(ran, Value::Null);
    browser.button("Undo").await?;
    browser.wait_until("the sample", &format!("!({texts})")).await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_that_are_dropped_become_two_articles() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
    drop_files(
        browser,
        json!([["a.txt", b"First\nSome words."], ["b.txt", b"Caf\xe9s\nMore words."]]),
    )
    .await?;
    shows(browser, "2 files opened").await?;
    let text = "document.querySelector('[data-text]')?.textContent === 'Caf\u{e9}s'";
    browser.wait_until("the last one", text).await?;
    browser.saved().await?;
    desk.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guessed_encoding_is_said_and_can_be_changed() -> Outcome {
    let desk = Desk::open(Window::DESK).await?;
    let browser = desk.browser();
    drop_files(browser, json!([["c.txt", b"\xf2\xc9\xd3\xcb\nWords a."]])).await?;
    shows(browser, "windows-1252, which is a guess").await?;
    let choose = "const field = document.querySelector('.encoding select');
        field.value = 'koi8-r';
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.script(choose, vec![]).await?;
    shows(browser, "\u{420}\u{438}\u{441}\u{43a}").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await?;
    desk.end().await
}
