//! The sheet of the windows, which is loaded with their code.

/// Where the build puts it, beside the page.
const SHEET: &str = "windows.css";

/// Loads the sheet of the windows, unless it is there.
pub fn load_sheet_of_windows() {
    let document = gloo::utils::document();
    let is_there = document.query_selector(&format!("link[href=\"{SHEET}\"]"));
    if is_there.is_ok_and(|it| it.is_some()) {
        return;
    }
    let link = document.create_element("link").and_then(|link| {
        link.set_attribute("rel", "stylesheet")?;
        link.set_attribute("href", SHEET)?;
        Ok(link)
    });
    let shown = link.and_then(|link| gloo::utils::head().append_child(&link));
    if shown.is_err() {
        gloo::console::warn!("the sheet of the windows could not be loaded");
    }
}
