//! Whether the disk has room for what opening the database writes.

use super::untyped_js;

/// The function that the boot file has made. It is there rather than here because the first answer
/// is under way before the application is loaded.
const HAS_ROOM: &str = "claimlightHasRoom";

/// Whether the disk takes some megabytes; where that cannot be found out, it counts as a yes.
pub(super) async fn has_room() -> bool {
    let answer = untyped_js::call_async(&js_sys::global(), HAS_ROOM, &[]).await;
    answer.map_or(true, |answer| answer.is_truthy())
}
