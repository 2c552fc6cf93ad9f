//! A browser that nothing drives, and that can be killed.

use super::{devtools, mode::Mode};
use crate::{Profile, TestResult, browser::SWITCHES, problem::at, process_group};
use serde_json::json;
use std::{
    fmt, fs,
    path::Path,
    process::{Child, Command, Stdio},
};

/// A kind of browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        })
    }
}

/// Keeps Firefox from showing pages of its own, also after crashes, and from asking the network.
const FIREFOX: &str = r#"
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.startup.page", 0);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.disable_open_during_load", false);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#");
user_pref("startup.homepage_welcome_url", "");
user_pref("termsofuse.bypassNotification", true);
user_pref("toolkit.startup.max_resumed_crashes", -1);
user_pref("toolkit.telemetry.enabled", false);
"#;
/// Lets no page in Firefox store anything.
const FIREFOX_BLOCKED: &str = "user_pref(\"network.cookie.cookieBehavior\", 2);\n";

/// A running browser. It is killed when this is dropped.
#[derive(Debug)]
pub(super) struct Process(Child);

impl Process {
    /// Starts a browser at `address`.
    pub(super) fn start(
        kind: Kind,
        profile: &Profile,
        mode: Mode,
        address: &str,
    ) -> TestResult<Self> {
        let storage = profile.storage();
        fs::create_dir_all(&storage).map_err(at(&storage))?;
        let mut command = match kind {
            Kind::Chromium => chromium(&storage, mode)?,
            Kind::Firefox => firefox(&storage, mode)?,
        };
        command.arg(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        process_group::of_its_own(&mut command);
        let program = command.get_program().to_owned();
        Ok(Self(command.spawn().map_err(at(program))?))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        process_group::kill(&mut self.0);
    }
}

fn chromium(storage: &Path, mode: Mode) -> TestResult<Command> {
    if mode == Mode::Blocked {
        let blocked = json!({ "profile": { "default_content_setting_values": { "cookies": 2 } } });
        let folder = storage.join("Default");
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let path = folder.join("Preferences");
        fs::write(&path, blocked.to_string()).map_err(at(path))?;
    }
    let mut command = Command::new(xtask::browser::find()?.browser);
    command.args(SWITCHES).arg("--window-size=1000,400");
    command.arg(format!("--user-data-dir={}", storage.display()));
    if mode == Mode::Cleared {
        devtools::allow(&mut command, storage);
        command.arg("--disable-popup-blocking");
    }
    Ok(command)
}

fn firefox(storage: &Path, mode: Mode) -> TestResult<Command> {
    let blocked = if mode == Mode::Blocked { FIREFOX_BLOCKED } else { "" };
    let path = storage.join("user.js");
    // On a full disk nothing could be written, and it is there already.
    if !path.exists() {
        fs::write(&path, format!("{FIREFOX}{blocked}")).map_err(at(path))?;
    }
    let mut command = Command::new(xtask::browser::find_firefox()?);
    command.args(["--headless", "--no-remote", "--profile"]).arg(storage);
    // What it keeps beside the profile is not the person's either.
    command.env("HOME", storage);
    Ok(command)
}
