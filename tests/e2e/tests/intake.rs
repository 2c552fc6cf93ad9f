//! Articles that come in: pasted pages, dropped files, encodings.

use e2e::{Browser, Key, TestResult, TestSession, Window};
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

async fn drop_files(browser: &Browser, files: Value) -> TestResult {
    browser.script(DROP, vec![files]).await?;
    Ok(())
}

async fn shows(browser: &Browser, words: &str) -> TestResult {
    let condition = format!("document.body.textContent.includes({})", Value::from(words));
    browser.wait_until(words, &condition).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_page_is_shown_and_added_and_nothing_in_it_runs() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.paste_page("Rents rise again", PAGE).await?;
    shows(browser, "Read as a web page: 1 headline, 3 paragraphs, 1 promo").await?;
    browser.click("details.done summary").await?;
    browser.button_in("details.done li", "Restore").await?;
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
    browser.click_button("Undo").await?;
    browser.wait_until("the sample", &format!("!({texts})")).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_that_are_dropped_become_two_articles() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    drop_files(
        browser,
        json!([["a.txt", b"First\nSome words."], ["b.txt", b"Caf\xe9s\nMore words."]]),
    )
    .await?;
    shows(browser, "2 files opened").await?;
    let text = "document.querySelector('[data-text]')?.textContent === 'Caf\u{e9}s'";
    browser.wait_until("the last one", text).await?;
    browser.saved().await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_e_mail_is_read_as_what_it_says() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let mail = "From: =?utf-8?Q?J=C3=BCrgen?= Weber <press@example.org>\r\nSubject: Mieten\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\nDie Mieten in M=FCnchen stiegen.\r\n";
    session.choose_file("release.eml", mail).await?;
    shows(browser, "Read as a message: 1 paragraph").await?;
    shows(browser, "Jürgen Weber").await?;
    browser.button_in("dialog", "Add").await?;
    let shown = "document.querySelector('[data-text]')?.textContent === \
        'Die Mieten in München stiegen.'";
    browser.wait_until("the mail", shown).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guessed_encoding_is_said_and_can_be_changed() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    drop_files(browser, json!([["c.txt", b"caf\xe9\nWords a."]])).await?;
    shows(browser, "windows-1252, which is a guess").await?;
    let choose = "const field = document.querySelector('.encoding select');
        field.value = 'koi8-r';
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.script(choose, vec![]).await?;
    shows(browser, "caf\u{418}").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await?;
    session.end().await
}

/// Pastes a page into the field of the dialog, as a person does who has its caret or selection there.
const PASTE_INTO_FIELD: &str = "const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    data.setData('text/html', arguments[1]);
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    const event = new ClipboardEvent('paste', options);
    document.querySelector('dialog textarea').dispatchEvent(event);
    return event.defaultPrevented;";

#[tokio::test(flavor = "multi_thread")]
async fn a_page_pasted_over_a_whole_text_is_read_as_a_page() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.click_button("Add article").await?;
    browser.type_into("dialog textarea", "Half typed words").await?;
    shows(browser, "Read as plain text").await?;
    let page = vec![Value::from("Rents rise again"), Value::from(PAGE)];
    let taken = browser.script(PASTE_INTO_FIELD, page.clone()).await?;
    assert_eq!(taken, Value::Bool(false), "within a text it is pasted as the browser does");
    browser.press_holding(Key::Control, "a").await?;
    let taken = browser.script(PASTE_INTO_FIELD, page).await?;
    assert_eq!(taken, Value::Bool(true));
    shows(browser, "Read as a web page: 1 headline, 3 paragraphs, 1 promo").await?;
    shows(browser, "Previous text: “Half typed words”").await?;
    browser.press(Key::Escape).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_by_keys_keeps_the_focus_and_is_not_forgotten() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    browser.paste_page("Rents rise again", PAGE).await?;
    browser.click("details.done summary").await?;
    browser.press(Key::Tab).await?;
    let on_button = "document.activeElement.textContent === 'Restore'";
    browser.wait_until("the focus on the button", on_button).await?;
    browser.press(Key::Enter).await?;
    shows(browser, "Read as a web page: 1 headline, 4 paragraphs").await?;
    let near = "document.activeElement.closest('.recognised') !== null";
    browser.wait_until("the focus near the button that is gone", near).await?;
    for (way, said) in
        [("1", "Read as plain text"), ("0", "Read as a web page: 1 headline, 4 para")]
    {
        let choose = "document.querySelectorAll('.choices input')[Number(arguments[0])].click()";
        browser.script(choose, vec![way.into()]).await?;
        shows(browser, said).await?;
    }
    browser.press(Key::Escape).await?;
    session.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn how_each_of_two_files_was_read_is_found_in_its_details() -> TestResult {
    let session = TestSession::open(Window::DESKTOP).await?;
    let browser = session.browser();
    let broken = b"Caf\xc3\xa9s \xe2\x80\x9copen\xe2\x80\x9d again\nMore \xff words.";
    drop_files(browser, json!([["a.txt", b"First\nSome words."], ["b.txt", broken.to_vec()]]))
        .await?;
    shows(browser, "2 files opened").await?;
    browser.click_button("Close").await?;
    browser.press("d").await?;
    browser.button_in("dialog", "Import details").await?;
    shows(browser, "1 byte could not be read").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no window", "document.querySelector('dialog') === null").await?;
    browser.saved().await?;
    session.end().await
}
