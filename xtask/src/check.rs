//! Checks everything that must hold for a change, in stages, and prints the time of each.
//!
//! `--quick` runs the stages to run before every commit: format, one lint over the whole workspace,
//! and the host tests. They need no browser and no page.

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

/// The programs that some stages need.
struct Tools {
    page: PageTools,
    browser: Programs,
}

/// What a stage runs, and which check has it.
enum Run {
    /// Part of `--quick`; needs nothing but Cargo.
    Quick(fn() -> Result<(), Error>),
    /// Left to the whole check.
    Full(fn(&Tools) -> Result<(), Error>),
}

/// All stages by name, the quick ones first, so that they report a slip early.
const STAGES: &[(&str, Run)] = &[
    ("format", Run::Quick(|| cargo(&["fmt", "--all", "--check"]))),
    ("lint", Run::Quick(|| lint(&["--workspace", "--all-targets"]))),
    ("tests on the host", Run::Quick(|| test(&["--package", "claimlight", "--package", "xtask"]))),
    ("lint, core alone", Run::Full(|_| lint(&["--lib", "--no-default-features"]))),
    (
        "lint, WebAssembly",
        Run::Full(|_| lint(&["--target", WASM, "--lib", "--bins", "--test", "browser"])),
    ),
    (
        "lint, switch for panics",
        Run::Full(|_| lint(&["--target", WASM, "--lib", "--bins", "--features", "panic-switch"])),
    ),
    ("documentation", Run::Full(|_| documentation())),
    ("tests in a browser", Run::Full(tests_in_a_browser)),
    ("page", Run::Full(|tools| page::build(&tools.page))),
    ("page that panics", Run::Full(|tools| page::build_with_panics(&tools.page))),
    ("size", Run::Full(|tools| size::check(&tools.page))),
    ("tests of the page", Run::Full(|_| test(&["--package", "e2e"]))),
];

/// Runs the stages that `words` ask for (`--quick`, or none for all) and stops at the first that
/// fails.
pub(crate) fn run(words: &[&str]) -> Result<(), Error> {
    let mut times = Vec::new();
    let tools = match words {
        [] => Some(timed("installation", &mut times, install)?),
        ["--quick"] => {
            timed("installation", &mut times, setup::lint_tools)?;
            None
        }
        _ => return Err(Error::Usage("  cargo xtask test [--quick]".to_owned())),
    };
    for (name, stage) in STAGES {
        match (stage, &tools) {
            (Run::Quick(run), _) => timed(name, &mut times, run)?,
            (Run::Full(run), Some(tools)) => timed(name, &mut times, || run(tools))?,
            (Run::Full(_), None) => {}
        }
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
