//! That everybody can use the page, as far as a program can tell.

use e2e::{Browser, Error, Key, Scheme, TestResult, TestSession, Window};
use std::{fs, path::Path};

const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";

/// Everything that axe reports of the page as it is now.
async fn violations(browser: &Browser, axe: &Path) -> TestResult<Vec<String>> {
    let program = fs::read_to_string(axe)
        .map_err(|source| Error::File { path: axe.to_path_buf(), source })?;
    let run = "return window.axe.run(document, { resultTypes: ['violations'] }).then(found =>
        found.violations.flatMap(({ id, help, nodes }) => nodes.map(
            ({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`)))";
    browser.strings(&format!("if (!window.axe) {{ {program} }} {run}")).await
}

/// Checks a state of the page, on two screens and in two schemes of colours.
async fn check(reach: impl AsyncFn(&Browser) -> TestResult) -> TestResult {
    let Some(axe) = xtask::axe() else { return Ok(()) };
    let mut found = Vec::new();
    for (screen, window) in [("desk", Window::DESKTOP), ("phone", Window::PHONE)] {
        let session = TestSession::open(window).await?;
        let browser = session.browser();
        reach(browser).await?;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.prefer(scheme).await?;
            let here = violations(browser, &axe).await?;
            found.extend(here.iter().map(|it| format!("{screen}, {}: {it}", scheme.name())));
        }
        session.end().await?;
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_keeps_nobody_out() -> TestResult {
    check(async |browser| browser.saved().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bar_at_a_selection_keeps_nobody_out() -> TestResult {
    check(async |browser| browser.select_text(TROOPS).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_claim_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark("the ⟦United States⟧ has said", "8").await?;
        browser.mark(TROOPS, "1").await?;
        browser.mark("approximately ⟦100,000⟧ troops", "2").await?;
        browser
            .fill(
                "[data-claim][aria-current=true] textarea",
                "See *the* [report](https://example.org/) `n`.",
            )
            .await?;
        browser.wait_for(".markdown a").await?;
        browser.saved().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog_with_a_refusal_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.click_button("Add article").await?;
        browser.button_in("dialog", "Add").await?;
        browser.wait_for("dialog [role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recognised_in_a_page_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        let page = "<h1>Rents rise</h1><p>Rents rose.<p>Read more: Why<p hidden>Unseen</p>";
        browser.paste_page("Rents rise", page).await?;
        browser.click("details.done summary").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn filtered_claims_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.press_escape_until_idle().await?;
        browser.press("/").await?;
        browser.press("troops").await?;
        browser.wait_for(".filter button").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_menu_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.click_button("Paragraph 1: change kind").await?;
        browser.wait_for("[role=menu]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_articles_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.add_article("Taxes fell in spring\nThey fell by 5 per cent.").await?;
        browser.click_button("Articles: Taxes fell in spring").await?;
        browser.wait_for("[role=menu]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        let damage = "localStorage.setItem('claimlight/1/claim/a/b', '{')";
        browser.script(damage, vec![]).await?;
        browser.reload().await?;
        browser.wait_for("[role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rescue_page_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.saved().await?;
        // Local storage cannot be read, so that the page has something to tell.
        let blocked =
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });
            location.hash = '#/rescue';";
        browser.script(blocked, vec![]).await?;
        browser.wait_for(".rescue li").await
    })
    .await?;
    check(async |browser| {
        browser
            .script("import('./rescue.js').then(it => it.show(new Error('no'), 'work'))", vec![])
            .await?;
        browser.wait_for(".rescue details").await?;
        browser.click_button("Error details").await?;
        browser.wait_for(".rescue details[open]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_current_block_and_a_selection_by_keys_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.press("jjrjs").await?;
        browser.wait_for("[role=toolbar]").await?;
        browser.press("t").await?;
        browser.wait_for(".tag-bar input").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn focus_mode_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.press("rf").await?;
        browser.wait_for("[data-focus=on]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_of_keys_with_a_refusal_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.press("?").await?;
        browser.button_in("dialog", "Change the shortcut for Next paragraph").await?;
        browser.press("k").await?;
        browser.wait_for("dialog [role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guidelines_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.press("h").await?;
        browser.fill(".guidelines textarea", "See *the* [rules](https://example.org/).").await?;
        browser.wait_for(".guidelines .markdown a").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_of_tags_keeps_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.press("h").await?;
        browser.click_button("Edit tags").await?;
        browser.button_in("dialog", "Delete: Quantity").await?;
        browser.wait_for("dialog [role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_and_colours_and_the_menu_of_more_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.click_button("More").await?;
        browser.wait_for("[role=menu]").await
    })
    .await?;
    check(async |browser| {
        browser.click_button("More").await?;
        browser.click_button("Settings").await?;
        browser.wait_for("dialog select").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_and_its_scale_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.wait_for("[data-choice='rating-false']").await?;
        // The card is below a sheet on a narrow screen.
        let press = "document.querySelector(\"[data-choice='rating-false']\").click()";
        browser.script(press, vec![]).await?;
        browser.wait_for(".verdict .asked").await
    })
    .await?;
    check(async |browser| {
        browser.click_button("More").await?;
        browser.click_button("Rating scale").await?;
        browser.button_in("dialog", "Customize this scale").await?;
        browser.wait_for("dialog .rows").await
    })
    .await
}

/// Writes something in every field of the open claim but the reason, and unfolds all of them.
const FILL: &str = "document.querySelectorAll('.work details').forEach(it => it.open = true);
    for (const field of document.querySelectorAll(
        '[data-claim] .claim-work :is(textarea, .work input):not(.verdict textarea)')) {
        const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, '2026-02-01');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }";

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_with_every_field_filled_keeps_nobody_out() -> TestResult {
    let fill = async |browser: &Browser| -> TestResult {
        browser.mark(TROOPS, "1").await?;
        browser.wait_for("[data-choice='rating-false']").await?;
        let press = "document.querySelector(\"[data-choice='rating-false']\").click()";
        browser.script(press, vec![]).await?;
        for source in ["https://www.example.org/a", "javascript:alert(1)"] {
            browser.fill("[data-claim] .add-source input", source).await?;
            let add = "document.querySelector('[data-claim] .add-source button').click()";
            browser.script(add, vec![]).await?;
        }
        browser.wait_for("[data-claim] .evidence li + li").await?;
        browser.script(FILL, vec![]).await?;
        browser.wait_for(".verdict .asked").await?;
        let keep = "document.querySelector('.keep').click()";
        browser.script(keep, vec![]).await?;
        browser.wait_for(".keep[aria-pressed=true]").await
    };
    check(fill).await?;
    check(async |browser| {
        fill(browser).await?;
        browser.mark("the ⟦United States⟧ has said", "2").await?;
        browser.wait_for(".kept .claim-work").await
    })
    .await?;
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.wait_for(".work details").await?;
        browser.fill(".work [placeholder='2026-11-24']", "2026-02-01").await?;
        browser.wait_for(".overdue").await?;
        browser.click_button("More").await?;
        browser.click_button("Contacts").await?;
        browser.wait_for("dialog [data-overdue=true]").await
    })
    .await?;
    check(async |browser| {
        fill(browser).await?;
        browser.press_escape_until_idle().await?;
        browser.click_button("More").await?;
        browser.click_button("Sources").await?;
        browser.wait_for("dialog .source").await?;
        let ask = "document.querySelector('dialog .named .icon').click()";
        browser.script(ask, vec![]).await?;
        browser.wait_for("dialog [role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_and_where_the_work_is_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.mark(TROOPS, "1").await?;
        browser.press_escape_until_idle().await?;
        browser.click_button("More").await?;
        browser.click_button("History").await?;
        browser.wait_for("dialog li").await
    })
    .await?;
    check(async |browser| {
        browser.click_button("More").await?;
        browser.click_button("Storage").await?;
        browser.click_button("Delete this article").await?;
        browser.wait_for("dialog [role=alert]").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn all_articles_and_what_was_found_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.add_article("Rents rise\nRents rose by 4 per cent.\nNobody knows why.").await?;
        browser.press("a").await?;
        browser.wait_for(".library input:focus").await?;
        browser.press("rents").await?;
        browser.wait_for(".library .hits").await?;
        browser.click("[aria-label='Select Rents rise']").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_of_an_article_and_a_correction_keep_nobody_out() -> TestResult {
    check(async |browser| {
        browser.press("d").await?;
        browser.wait_for(".details input:focus").await
    })
    .await?;
    check(async |browser| {
        browser.press("jb").await?;
        browser.wait_for("[role=menu] :focus").await?;
        browser.press(Key::End).await?;
        browser.press(Key::Enter).await?;
        browser.wait_for("dialog textarea:focus").await
    })
    .await
}
