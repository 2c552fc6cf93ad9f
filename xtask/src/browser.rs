//! Chromium and its driver, which the tests in a browser need.

use crate::{Error, command, say};
use std::path::{Path, PathBuf};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];
const DRIVERS: &[&str] = &["chromedriver"];
/// Where macOS keeps Chrome, which is never on `PATH` there.
const MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

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
    let macos = || Some(PathBuf::from(MACOS)).filter(|path| command::is_program(path));
    let browser = command::on_path(BROWSERS).or_else(macos).ok_or_else(|| missing("Chromium"))?;
    let driver = command::on_path(DRIVERS).ok_or_else(|| missing("chromedriver"))?;
    Ok(Programs { browser, driver })
}

/// The browser of this machine, installed first where it is missing and that is possible: as root
/// on Debian and its kin.
pub(crate) fn ensure() -> Result<Programs, Error> {
    find().or_else(|why| {
        if !Path::new("/usr/bin/apt-get").exists() || !is_root() {
            return Err(why);
        }
        say("installing Chromium and its driver, which the tests in a browser need");
        // Where some source of packages cannot be reached, the others may still have them.
        if let Err(why) = command::run(command::program("apt-get").arg("update")) {
            say(&format!("going on with the known packages: {why}"));
        }
        let mut install = command::program("apt-get");
        install.args(["install", "-y", "--no-install-recommends"]).args(PACKAGES);
        command::run(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
        find()
    })
}

fn is_root() -> bool {
    command::answer(command::program("id").arg("-u")).is_some_and(|id| id == "0")
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
