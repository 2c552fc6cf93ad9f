//! The developer tools of a running Chromium that nothing else drives.

use crate::{Error, TestResult, driver::Driver};
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::runtime::Runtime;

/// Where Chromium writes the port at which its tools listen.
const PORT_FILE: &str = "DevToolsActivePort";

/// Makes a Chromium with this profile listen for its tools.
pub(super) fn allow(command: &mut Command, storage: &Path) {
    command.arg("--remote-debugging-port=0");
    // A killed browser leaves its port behind.
    drop(fs::remove_file(storage.join(PORT_FILE)));
}

/// Clears all that the browser with this profile has stored for the page at `address`.
///
/// # Errors
/// When the browser does not listen, or refuses it.
pub(super) fn clear(storage: &Path, address: &str) -> TestResult {
    let listens = fs::read_to_string(storage.join(PORT_FILE)).ok();
    let port = listens.as_ref().and_then(|text| text.lines().next());
    let port = port.ok_or_else(|| Error::Annotating("no developer tools".to_owned()))?;
    let origin = address.trim_end_matches('/');
    let parameters = json!({ "origin": origin, "storageTypes": "all" });
    Runtime::new().map_err(crate::problem::at("the runtime"))?.block_on(run(
        port,
        "Storage.clearDataForOrigin",
        parameters,
    ))
}

/// Runs one command, through a chromedriver that joins the running browser.
async fn run(port: &str, command: &str, parameters: Value) -> TestResult {
    let driver = Driver::start(&xtask::browser::find()?.driver)?;
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_debugger_address(&format!("127.0.0.1:{port}"))?;
    let session = WebDriver::new(driver.address(), capabilities).await?;
    let outcome = session.cdp().send_raw(command, parameters).await;
    // The browser goes on, and the driver ends with the group that it leads.
    drop(session.leak());
    outcome?;
    Ok(())
}
