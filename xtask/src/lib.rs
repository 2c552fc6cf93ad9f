//! The commands of the project, run as `cargo xtask <command>`.
//!
//! Each command first makes sure that the programs it needs are there, says what it installs and
//! why, and is quick the second time. [`server`] and [`browser`] are also used by the end-to-end
//! tests.

pub mod browser;
mod bundle_css;
mod check;
mod command;
mod error;
mod kills;
mod page;
pub mod project;
pub mod server;
mod setup;
mod size;

pub use error::Error;
pub use setup::axe;

/// One command: its name, what it does, and the function that does it.
struct Command {
    name: &'static str,
    summary: &'static str,
    run: Run,
}

/// The function of a command.
enum Run {
    /// Needs no more than the command's name.
    NoArgs(fn() -> Result<(), Error>),
    /// Takes the words after it.
    Args(fn(&[&str]) -> Result<(), Error>),
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        summary: "build the page and serve it on this machine",
        run: Run::NoArgs(serve),
    },
    Command {
        name: "build",
        summary: "build the page into dist/, ready for any host",
        run: Run::NoArgs(build),
    },
    Command {
        name: "test",
        summary: "run everything that must hold for a change: [--quick]",
        run: Run::Args(check::run),
    },
    Command {
        name: "size",
        summary: "measure the first load of the built page",
        run: Run::NoArgs(measure),
    },
    Command {
        name: "shots",
        summary: "take pictures of the page into shots/",
        run: Run::NoArgs(shots),
    },
    Command {
        name: "bench",
        summary: "measure what a change costs among 10,000 claims, as a ratio to 10",
        run: Run::NoArgs(bench),
    },
    Command {
        name: "kills",
        summary: "kill browsers while the page annotates: [chromium-count] [firefox-count] \
               [--full-disk | --cleared | …]",
        run: Run::Args(kills::run),
    },
    Command {
        name: "panics",
        summary: "build the page that panics, for its tests",
        run: Run::NoArgs(panics),
    },
    Command {
        name: "setup",
        summary: "install what the other commands need",
        run: Run::NoArgs(install),
    },
];

/// Runs the command that `words` name: what was typed after `cargo xtask`.
///
/// # Errors
/// When the command is unknown or could not do its work; the message says what to do next.
pub fn run(words: &[&str]) -> Result<(), Error> {
    let (name, rest) = words.split_first().ok_or_else(usage)?;
    let command = COMMANDS.iter().find(|command| command.name == *name).ok_or_else(usage)?;
    match command.run {
        Run::NoArgs(run) if rest.is_empty() => run(),
        Run::NoArgs(_) => Err(usage()),
        Run::Args(run) => run(rest),
    }
}

fn usage() -> Error {
    let lines: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!("  cargo xtask {:<6} {}", command.name, command.summary))
        .collect();
    Error::Usage(lines.join("\n"))
}

fn build() -> Result<(), Error> {
    page::build(&setup::page_tools()?)
}

fn panics() -> Result<(), Error> {
    page::build_with_panics(&setup::page_tools()?)
}

fn serve() -> Result<(), Error> {
    build()?;
    let site = server::Site { folder: project::dist(), base: "/".to_owned() };
    let server = server::Server::start(site, server::Port::FirstFreeFrom(8080))?;
    println!("Claimlight is at {} (stop with Ctrl+C)", server.address());
    server.wait();
    Ok(())
}

fn measure() -> Result<(), Error> {
    let tools = setup::page_tools()?;
    if !project::dist().join("index.html").is_file() {
        page::build(&tools)?;
    }
    size::check(&tools)
}

fn shots() -> Result<(), Error> {
    browser::ensure()?;
    build()?;
    command::run(command::cargo().args(["run", "--locked", "--package", "e2e", "--bin", "shots"]))?;
    log(&format!("the pictures are in {}", project::root().join("shots").display()));
    Ok(())
}

fn bench() -> Result<(), Error> {
    browser::ensure()?;
    build()?;
    command::run(command::cargo().args(["run", "--locked", "--package", "e2e", "--bin", "bench"]))
}

fn install() -> Result<(), Error> {
    setup::page_tools()?;
    setup::lint_tools()?;
    browser::ensure()?;
    axe();
    log("everything is installed");
    Ok(())
}

/// Tells the person at the terminal what happens.
fn log(sentence: &str) {
    eprintln!("xtask: {sentence}");
}
