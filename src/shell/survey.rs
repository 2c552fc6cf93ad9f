//! What the browser says of its stores.

use js_sys::JsString;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::{app::Survey, saved::Key};

use super::{disk, js};

/// Looks at the stores; what a browser does not tell is left out.
pub(super) async fn survey(local: Option<&Storage>) -> Survey {
    let mut survey = Survey::default();
    if let Some(local) = local {
        let keys = (0..local.length().unwrap_or(0)).filter_map(|at| local.key(at).ok().flatten());
        let mut records = 0;
        for key in keys {
            let value = local.get_item(&key).ok().flatten().unwrap_or_default();
            let units = [&key, &value].map(|it| JsString::from(it.as_str()).length() as usize);
            survey.units += units.iter().sum::<usize>();
            records += usize::from(Key::is_ours(&key));
        }
        survey.records = Some(records);
    }
    if let Ok(estimate) = asked("estimate").await {
        survey.bytes = number(&estimate, "usage");
        survey.quota = number(&estimate, "quota");
    }
    survey.is_kept = asked("persisted").await.is_ok_and(|it| it.is_truthy());
    survey.can_keep_file = disk::can_choose();
    survey
}

/// Asks the browser to keep what is stored; most decide by themselves, some ask the person.
pub(super) async fn ask_to_keep() {
    if asked("persist").await.is_err() {
        gloo::console::warn!("this browser cannot be asked to keep what is stored");
    }
}

/// What a function of `navigator.storage` answers.
async fn asked(name: &str) -> Result<JsValue, JsValue> {
    js::ask(&js::of_navigator("storage")?, name, &[]).await
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of bytes is whole, not negative and far below 2^53"
)]
fn number(estimate: &JsValue, name: &str) -> Option<u64> {
    Some(js::member(estimate, name).ok()?.as_f64()? as u64)
}
