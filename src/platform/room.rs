//! Checks whether the disk has room for opening the database, which writes.
//!
//! Opening the database on a full disk can destroy it in Chromium: see `docs/storage.md`.

use super::untyped_js;

/// The function of the boot file that checks for room. It is there because the first check starts
/// before the application is loaded.
const HAS_ROOM: &str = "claimlightHasRoom";

/// Returns whether the disk has room for some megabytes; `true` where the browser cannot tell.
pub(super) async fn has_room() -> bool {
    let answer = untyped_js::call_async(&js_sys::global(), HAS_ROOM, &[]).await;
    answer.map_or(true, |answer| answer.is_truthy())
}
