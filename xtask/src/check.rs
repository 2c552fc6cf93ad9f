//! Everything that has to hold for a change, in stages; each prints its time at the end.

use crate::{
    Error,
    browser::{self, Programs},
    command, log, page,
    setup::{self, PageTools},
    size,
};
use std::time::{Duration, Instant};

const WASM: &str = "wasm32-unknown-unknown";
/// How many seconds the tests in a browser may take.
const BROWSER_TEST_SECONDS: &str = "300";

/// What the stages need.
struct Tools {
    page: PageTools,
    browser: Programs,
}

/// A stage: its name and what it runs.
type Stage = (&'static str, fn(&Tools) -> Result<(), Error>);

/// From quick to slow, so that a slip is reported early.
const STAGES: &[Stage] = &[
    ("format", |_| cargo(&["fmt", "--all", "--check"])),
    ("lint", |_| lint(&["--workspace", "--all-targets"])),
    ("lint, core alone", |_| lint(&["--lib", "--no-default-features"])),
    ("lint, WebAssembly", |_| lint(&["--target", WASM, "--lib", "--bins", "--test", "browser"])),
    ("lint, switch for panics", |_| {
        lint(&["--target", WASM, "--lib", "--bins", "--features", "panic-switch"])
    }),
    ("documentation", |_| documentation()),
    ("tests on the host", |_| test(&["--package", "claimlight", "--package", "xtask"])),
    ("tests in a browser", tests_in_a_browser),
    ("page", |tools| page::build(&tools.page)),
    ("page that panics", |tools| page::build_with_panics(&tools.page)),
    ("size", |tools| size::check(&tools.page)),
    ("tests of the page", |_| test(&["--package", "e2e"])),
];

/// Runs all stages and stops at the first that fails.
pub(crate) fn run() -> Result<(), Error> {
    let mut times = Vec::new();
    let tools = timed("installation", &mut times, install)?;
    for (name, stage) in STAGES {
        timed(name, &mut times, || stage(&tools))?;
    }
    println!("\nAll stages passed.");
    for (name, time) in &times {
        println!("{:>6.0} s  {name}", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:>6.0} s  together", total.as_secs_f64());
    Ok(())
}

fn timed<T>(
    name: &'static str,
    times: &mut Vec<(&'static str, Duration)>,
    stage: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    log(&format!("stage: {name}"));
    let start = Instant::now();
    let outcome = stage();
    times.push((name, start.elapsed()));
    outcome.map_err(|source| Error::Stage { name, source: Box::new(source) })
}

fn install() -> Result<Tools, Error> {
    setup::lint_tools()?;
    let browser = browser::ensure()?;
    setup::axe();
    Ok(Tools { page: setup::page_tools()?, browser })
}

fn cargo(words: &[&str]) -> Result<(), Error> {
    command::run(command::cargo().args(words))
}

fn lint(words: &[&str]) -> Result<(), Error> {
    let mut clippy = command::cargo();
    clippy.args(["clippy", "--locked"]).args(words).args(["--", "-D", "warnings"]);
    command::run(&mut clippy)
}

fn documentation() -> Result<(), Error> {
    let mut doc = command::cargo();
    doc.args(["doc", "--locked", "--no-deps", "--workspace", "--lib"]);
    command::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn test(words: &[&str]) -> Result<(), Error> {
    command::run(command::cargo().args(["test", "--locked"]).args(words))
}

fn tests_in_a_browser(tools: &Tools) -> Result<(), Error> {
    let mut test = command::cargo();
    test.args(["test", "--locked", "--target", WASM, "--test", "browser"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.page.test_runner())
        .env("CHROMEDRIVER", &tools.browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TEST_SECONDS);
    command::run(&mut test)
}
