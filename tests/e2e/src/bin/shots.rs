//! Takes pictures of the states of the page, on two screens and in two schemes of colours, into the
//! folder `shots` of the project.

use e2e::{Browser, Outcome, Page, Profile, Scheme, Window};
use std::{pin::Pin, process::ExitCode};

/// How to bring the page into a state, once it has been opened.
type Reach = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// Each state by the name of its pictures; a further one is a further line.
const STATES: &[(&str, Reach)] = &[("start", |browser| Box::pin(browser.ready()))];

const SCREENS: &[(&str, Window)] = &[("desk", Window::DESK), ("phone", Window::PHONE)];
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

async fn take_all() -> Outcome {
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
async fn take(page: &Page, window: Window, reach: Reach, name: &str) -> Outcome {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile, window).await?;
    browser.open(page).await?;
    reach(&browser).await?;
    browser.screenshot(&xtask::project::root().join("shots").join(name)).await?;
    browser.quit().await
}
