//! Asks the browser how much it stores for this page, and whether it will keep that.
//!
//! A value that the browser does not tell stays empty in the report.

use js_sys::JsString;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::{app::StorageReport, storage::Key};

use super::{file_sync, untyped_js};

/// Returns a report on the stores, without the values that the browser does not give.
pub(super) async fn storage_report(local: Option<&Storage>) -> StorageReport {
    let mut storage_report = StorageReport::default();
    if let Some(local) = local {
        let keys = (0..local.length().unwrap_or(0)).filter_map(|at| local.key(at).ok().flatten());
        let mut records = 0;
        for key in keys {
            let value = local.get_item(&key).ok().flatten().unwrap_or_default();
            let units = [&key, &value].map(|it| JsString::from(it.as_str()).length() as usize);
            storage_report.units += units.iter().sum::<usize>();
            records += usize::from(Key::is_app_key(&key));
        }
        storage_report.records = Some(records);
    }
    if let Ok(estimate) = asked("estimate").await {
        storage_report.bytes = number(&estimate, "usage");
        storage_report.quota = number(&estimate, "quota");
    }
    storage_report.is_persisted = asked("persisted").await.is_ok_and(|it| it.is_truthy());
    storage_report.can_keep_file = file_sync::can_choose();
    storage_report
}

/// Asks the browser not to clear the stores by itself; most browsers decide alone, some ask the
/// user.
pub(super) async fn request_persistence() {
    if asked("persist").await.is_err() {
        gloo::console::warn!("this browser cannot be asked to keep what is stored");
    }
}

/// Calls a function of `navigator.storage` and returns its answer.
async fn asked(name: &str) -> Result<JsValue, JsValue> {
    untyped_js::call_async(&untyped_js::navigator_member("storage")?, name, &[]).await
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of bytes is whole, not negative and far below 2^53"
)]
fn number(estimate: &JsValue, name: &str) -> Option<u64> {
    Some(untyped_js::member(estimate, name).ok()?.as_f64()? as u64)
}
