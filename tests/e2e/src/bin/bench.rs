//! Measures what one change costs among 10,000 claims, as a ratio to what it costs among 10, in the
//! built page: from the key until the second frame after it, and until the page says "saved".
//!
//! Both pages are open at once and take turns, so that what else the machine does meets both.

use e2e::{Browser, Report, TestResult};
use std::process::ExitCode;

/// How many claims there are in the first page, and in the second.
const CLAIMS: [usize; 2] = [10, 10_000];
const REPORT: Report = Report { lines: 10_000, words: 10 };
/// How often each page has its turn, and how many changes it makes in one.
const TURNS: usize = 8;
const CHANGES: usize = 10;
/// The highest ratio.
const LIMIT: f64 = 1.2;

/// Listens for keys, and notes for each when the page had answered.
const LISTEN: &str = "window.costs = [];
const frame = () => new Promise(requestAnimationFrame);
const state = document.querySelector('[data-save-state]');
addEventListener('keydown', async () => {
    const start = performance.now();
    const cost = {};
    new MutationObserver((_, observer) => {
        if (state.dataset.saveState === 'saved') {
            cost.saved = performance.now() - start;
            observer.disconnect();
            costs.push(cost);
        }
    }).observe(state, { attributeFilter: ['data-save-state'] });
    await frame();
    await frame();
    cost.drawn = performance.now() - start;
}, { capture: true });
return null;";

/// What changes cost in a page, in milliseconds.
#[derive(Default)]
struct Costs {
    drawn: Vec<f64>,
    saved: Vec<f64>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("bench: a change costs more than {LIMIT} times as much");
            ExitCode::FAILURE
        }
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> TestResult<bool> {
    let [few, many] = CLAIMS;
    let desks = [REPORT.on_desk(few).await?, REPORT.on_desk(many).await?];
    let mut costs = [Costs::default(), Costs::default()];
    for session in &desks {
        session.browser().click("[data-claim=claim-5] .quote").await?;
        session.browser().script(LISTEN, vec![]).await?;
        // The first change pays for what all of them share.
        turn(session.browser()).await?;
    }
    for _ in 0..TURNS {
        for (session, costs) in desks.iter().zip(&mut costs) {
            let further = turn(session.browser()).await?;
            costs.drawn.extend(further.drawn);
            costs.saved.extend(further.saved);
        }
    }
    for session in desks {
        session.end().await?;
    }
    let [few, many] = costs;
    let drawn = report("until the second frame", few.drawn, many.drawn);
    let saved = report("until \"saved\"", few.saved, many.saved);
    Ok(drawn <= LIMIT && saved <= LIMIT)
}

/// Gives the claim a tag, and takes it away, a few times.
async fn turn(browser: &Browser) -> TestResult<Costs> {
    browser.script("costs.length = 0; return null", vec![]).await?;
    for change in 1..=CHANGES {
        browser.press("2").await?;
        let told = format!("costs.length === {change} && costs.at(-1).drawn > 0");
        browser.wait_until("the change to be drawn and saved", &told).await?;
    }
    let told = browser.script("return costs.map(it => [it.drawn, it.saved])", vec![]).await?;
    let told: Vec<[f64; 2]> = serde_json::from_value(told).unwrap_or_default();
    Ok(Costs {
        drawn: told.iter().map(|[drawn, _]| *drawn).collect(),
        saved: told.iter().map(|[_, saved]| *saved).collect(),
    })
}

/// Prints two medians and their ratio, and returns that.
fn report(what: &str, few: Vec<f64>, many: Vec<f64>) -> f64 {
    let count = few.len();
    let [few, many] = [few, many].map(median);
    let ratio = many / few;
    let [low, high] = CLAIMS;
    println!(
        "{what}: {few:.1} ms among {low} claims, {many:.1} ms among {high}; ratio {ratio:.2}, \
         medians of {count} changes each"
    );
    ratio
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
