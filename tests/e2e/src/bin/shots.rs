//! Takes pictures of the states of the page, on two screens and in two schemes of colours, into the
//! folder `shots` of the project.

use e2e::{Browser, Page, Profile, Scheme, TestResult, Window};
use std::{pin::Pin, process::ExitCode};

/// How to bring the page into a state, once it has been opened.
type Reach = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = TestResult> + 'a>>;

/// Each state by the name of its pictures; a further one is a further line.
const STATES: &[(&str, Reach)] = &[
    ("start", |browser| Box::pin(browser.saved())),
    ("selecting", |browser| Box::pin(browser.select_text(TROOPS))),
    ("claim", |browser| Box::pin(open_claim(browser))),
    ("worked-through", |browser| Box::pin(worked_through(browser))),
    ("keys-selection", |browser| Box::pin(keys_selection(browser))),
    ("focus", |browser| Box::pin(focus_mode(browser))),
    ("keys", |browser| Box::pin(pressed(browser, "?"))),
    ("guidelines", |browser| Box::pin(pressed(browser, "h"))),
    ("tags", |browser| Box::pin(tags(browser))),
    ("scale", |browser| Box::pin(scale(browser))),
    ("view", |browser| Box::pin(view(browser))),
    ("more", |browser| Box::pin(open_menu(browser, "More"))),
    ("menu", |browser| Box::pin(open_menu(browser, "Paragraph 1: change kind"))),
    ("dialog", |browser| Box::pin(refused(browser))),
    ("articles", |browser| Box::pin(two_articles(browser))),
    ("notice", |browser| Box::pin(damaged(browser))),
    ("rescue", |browser| Box::pin(rescue(browser))),
];

const TROOPS: &str = "massing ⟦approximately 100,000 troops⟧ around";
/// Claims inside each other, with the keys of their tags.
const OVERLAPPING: [(&str, &str); 4] = [
    ("⟦massing approximately 100,000 troops around the borders of Ukraine⟧ for", "2"),
    ("massing ⟦approximately 100,000 troops around the borders⟧ of", "1"),
    (TROOPS, "3"),
    ("approximately ⟦100,000 troops⟧ around", "4"),
];
const NOTE: &str = "Two officials said **more than 100,000** in *January*; see \
                    [the briefing](https://example.org/briefing).";
const SECOND: &str = "Taxes fell in spring\nBakers paid 5 per cent less in May, the ministry said.\n\
                      Nobody asked the bakers.";

async fn open_claim(browser: &Browser) -> TestResult {
    for (marked, key) in OVERLAPPING {
        browser.mark(marked, key).await?;
    }
    browser.mark("dispatch ⟦30,000 troops personnel⟧ to", "1").await?;
    browser.click_words("approximately ⟦100,000⟧ troops").await?;
    browser.fill("[data-claim][aria-current=true] textarea", NOTE).await?;
    browser.wait_for(".markdown a").await?;
    browser.saved().await
}

async fn rescue(browser: &Browser) -> TestResult {
    browser.script("location.hash = '#/rescue'", vec![]).await?;
    browser.wait_until("the end of the look", "/record/.test(document.body.innerText)").await
}

async fn open_menu(browser: &Browser, name: &str) -> TestResult {
    browser.click_button(name).await?;
    browser.wait_for("[role=menu]").await
}

async fn pressed(browser: &Browser, keys: &str) -> TestResult {
    browser.press(keys).await?;
    browser.saved().await
}

/// Works the whole sample article through: 12 claims, and everything looked at.
async fn worked_through(browser: &Browser) -> TestResult {
    for position in 0..20 {
        pressed(browser, "j").await?;
        let claims = browser.cards().await?.len();
        if (2..18).contains(&position) && claims < 12 {
            pressed(browser, "s").await?;
            pressed(browser, &(claims % 8 + 1).to_string()).await?;
            browser.claims(claims + 1).await?;
        }
        pressed(browser, "r").await?;
    }
    browser.wait_for(".progress[data-complete=true]").await
}

async fn keys_selection(browser: &Browser) -> TestResult {
    pressed(browser, "jjrjrjs").await?;
    browser.wait_for("[role=toolbar]").await
}

async fn focus_mode(browser: &Browser) -> TestResult {
    browser.mark(TROOPS, "1").await?;
    pressed(browser, "rf").await
}

async fn tags(browser: &Browser) -> TestResult {
    browser.mark(TROOPS, "1").await?;
    browser.press("h").await?;
    browser.click_button("Edit tags").await?;
    browser.button_in("dialog", "Delete: Quantity").await?;
    browser.wait_for("dialog [role=alert]").await
}

async fn scale(browser: &Browser) -> TestResult {
    browser.mark(TROOPS, "1").await?;
    browser.wait_for("[data-choice='rating-false']").await?;
    // The card is below a sheet on a narrow screen.
    let press = "document.querySelector(\"[data-choice='rating-false']\").click()";
    browser.script(press, vec![]).await?;
    browser.click_button("Rating scale").await?;
    browser.button_in("dialog", "Customize this scale").await?;
    browser.wait_for("dialog .rows").await
}

async fn view(browser: &Browser) -> TestResult {
    browser.click_button("More").await?;
    browser.click_button("Settings").await?;
    browser.wait_for("dialog").await
}

async fn refused(browser: &Browser) -> TestResult {
    browser.click_button("Add article").await?;
    browser.button_in("dialog", "Add").await?;
    browser.wait_for("dialog [role=alert]").await
}

async fn two_articles(browser: &Browser) -> TestResult {
    browser.add_article(SECOND).await?;
    open_menu(browser, "Articles: Taxes fell in spring").await
}

/// Leaves behind a record that cannot be read.
async fn damaged(browser: &Browser) -> TestResult {
    let damage = "localStorage.setItem('claimlight/1/claim/lost/lost', '{')";
    browser.script(damage, vec![]).await?;
    browser.reload().await?;
    browser.wait_for("[role=alert]").await
}

const SCREENS: &[(&str, Window)] = &[("desk", Window::DESKTOP), ("phone", Window::PHONE)];
const SCHEMES: &[Scheme] = &[Scheme::Light, Scheme::Dark];

#[tokio::main]
async fn main() -> ExitCode {
    match take_all().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("shots: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn take_all() -> TestResult {
    let page = Page::built()?;
    for (state, reach) in STATES {
        for (screen, window) in SCREENS {
            for scheme in SCHEMES {
                let name = format!("{state}-{screen}-{}.png", scheme.name());
                take(&page, window.with(*scheme), *reach, &name).await?;
                println!("{name}");
            }
        }
    }
    Ok(())
}

/// Takes one picture, in a browser of its own, so that no state leaves anything to the next.
async fn take(page: &Page, window: Window, reach: Reach, name: &str) -> TestResult {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile, window).await?;
    browser.open(page).await?;
    browser.ready().await?;
    reach(&browser).await?;
    browser.screenshot(&xtask::project::root().join("shots").join(name)).await?;
    browser.quit().await
}
