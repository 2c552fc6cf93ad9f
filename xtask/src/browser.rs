//! The browsers that the tests need: Chromium with its driver, and Firefox.

use crate::{Error, command, log};
use std::path::{Path, PathBuf};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVERS: &[&str] = &["chromedriver"];
/// Where macOS keeps Chrome, which is never on `PATH` there.
const MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
/// Where macOS keeps Firefox.
const MACOS_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];
const FIREFOX_PACKAGE: &str = "firefox-esr";

/// The programs of a browser; both must be of one version.
#[derive(Debug, Clone)]
pub struct Programs {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// The driver that test programs speak to.
    pub driver: PathBuf,
}

/// The browser of this machine.
///
/// # Errors
/// When it or its driver is missing; the message names the command that installs them.
pub fn find() -> Result<Programs, Error> {
    let browser = program(BROWSERS, MACOS).ok_or_else(|| missing("Chromium"))?;
    let driver = command::which(DRIVERS).ok_or_else(|| missing("chromedriver"))?;
    Ok(Programs { browser, driver })
}

/// Firefox on this machine, which only the kills need.
///
/// # Errors
/// When it is missing; the message names the command that installs it.
pub fn find_firefox() -> Result<PathBuf, Error> {
    program(FIREFOX, MACOS_FIREFOX).ok_or_else(|| Error::Missing {
        what: "Firefox".to_owned(),
        remedy: format!("on Debian run: sudo apt-get install {FIREFOX_PACKAGE}"),
    })
}

/// The browser of this machine, installed first where it is missing and that is possible.
pub(crate) fn ensure() -> Result<Programs, Error> {
    find().or_else(|why| {
        install(&PACKAGES, "Chromium and its driver, which the tests in a browser need", why)?;
        find()
    })
}

/// Firefox on this machine, installed first where it is missing and that is possible.
pub(crate) fn ensure_firefox() -> Result<PathBuf, Error> {
    find_firefox().or_else(|why| {
        install(&[FIREFOX_PACKAGE], "Firefox, which is killed too", why)?;
        find_firefox()
    })
}

/// Installs `packages`, as root on Debian and its kin; elsewhere the answer is `why`.
fn install(packages: &[&str], purpose: &str, why: Error) -> Result<(), Error> {
    if !Path::new("/usr/bin/apt-get").exists() || !is_root() {
        return Err(why);
    }
    log(&format!("installing {purpose}"));
    // Where some source of packages cannot be reached, the others may still have them.
    if let Err(why) = command::run(command::program("apt-get").arg("update")) {
        log(&format!("going on with the known packages: {why}"));
    }
    let mut install = command::program("apt-get");
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    command::run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The first program on `PATH` that has one of `names`, or the one at `place`.
fn program(names: &[&str], place: &str) -> Option<PathBuf> {
    let at_place = || Some(PathBuf::from(place)).filter(|path| command::is_program(path));
    command::which(names).or_else(at_place)
}

fn is_root() -> bool {
    command::stdout_of(command::program("id").arg("-u")).is_some_and(|id| id == "0")
}

fn missing(what: &str) -> Error {
    Error::Missing {
        what: what.to_owned(),
        remedy: format!(
            "on Debian run: sudo apt-get install {}; elsewhere install Chromium or Chrome and the \
             chromedriver of the same version so that both are on PATH",
            PACKAGES.join(" ")
        ),
    }
}
