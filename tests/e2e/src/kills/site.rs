//! The built page with scripts of ours in it.

use super::{mode::Mode, report_server::ReportServer};
use crate::{Error, TestResult, problem::at};
use std::{fs, path::Path, sync::Arc};
use tempfile::TempDir;
use xtask::server::{Port, Server, Site};

/// What is served beside the page: names and texts.
const BESIDE: &[(&str, &str)] = &[
    ("kills-harness.js", include_str!("harness.js")),
    ("kills-changes.js", include_str!("changes.js")),
    ("kills-unsaved.js", include_str!("unsaved.js")),
    ("kills-other-tab.js", include_str!("other_tab.js")),
    ("kills-gestures.js", include_str!("gestures.js")),
    ("kills-clear.html", include_str!("clear.html")),
    ("kills-clear.js", include_str!("clear.js")),
];
/// What runs before the page's own scripts, in this order.
const FIRST: [&str; 2] = ["kills-mode.js", "kills-gestures.js"];

/// The built page, served with scripts of ours that run before its own.
#[derive(Debug)]
pub(super) struct InstrumentedSite {
    server: Server,
    _folder: TempDir,
}

impl InstrumentedSite {
    /// Serves a copy of the built page in `page`, whose scripts talk to `ear`.
    pub(super) fn serve(
        page: &Path,
        mode: Mode,
        report_server: &Arc<ReportServer>,
    ) -> TestResult<Self> {
        let folder = copy(page)?;
        let button = include_str!("../browser/button.js");
        let page = include_str!("page.js");
        let page = format!("const button = function () {{\n{button}\n}};\n\n{page}");
        let drawn =
            [("kills-mode.js", mode.script().unwrap_or_default()), ("kills-page.js", &page)];
        for (name, text) in drawn.iter().chain(BESIDE) {
            let path = folder.path().join(name);
            fs::write(&path, text).map_err(at(path))?;
        }
        insert(&folder.path().join("index.html"), &FIRST)?;
        let site = Site { folder: folder.path().to_owned(), base: "/".to_owned() };
        let report_server = Arc::clone(report_server);
        let hear = move |path: &str, body: &str| report_server.handle_post(path, body);
        Ok(Self {
            server: Server::start_with_post_handler(site, Port::Any, hear)?,
            _folder: folder,
        })
    }

    /// The address to open.
    pub(super) fn address(&self) -> String {
        self.server.address()
    }
}

fn not_built(folder: &Path) -> Error {
    Error::NotBuilt { folder: folder.to_owned(), command: "build" }
}

fn copy(from: &Path) -> TestResult<TempDir> {
    if !from.join("index.html").is_file() {
        return Err(not_built(from));
    }
    let folder = tempfile::tempdir().map_err(at(std::env::temp_dir()))?;
    for entry in fs::read_dir(from).map_err(at(from))?.flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.path().join(entry.file_name()))
                .map_err(at(entry.path()))?;
        }
    }
    Ok(folder)
}

/// Puts the scripts called `names` before the page's own; as modules they run in this order.
fn insert(page: &Path, names: &[&str]) -> TestResult {
    let html = fs::read_to_string(page).map_err(at(page))?;
    let own = html.find("<script").ok_or_else(|| not_built(page))?;
    let (before, after) = html.split_at(own);
    let tags = names.iter().map(|name| format!("<script src=./{name} type=module></script>"));
    let tags = tags.collect::<Vec<_>>().concat();
    fs::write(page, format!("{before}{tags}{after}")).map_err(at(page))
}
