//! The time, random bits and timers of the browser.
//!
//! The core never reads them itself: each message comes with an event context from here.

use gloo::timers::callback::Timeout;

use crate::event_context::EventContext;

/// Returns the event context of an event that happens now: the time in milliseconds since 1970, and
/// random bits.
pub fn event_context() -> EventContext {
    EventContext { millis: millis(), entropy: seed() }
}

/// Returns how many minutes local time is ahead of UTC at this moment; 0 outside a browser.
#[expect(clippy::cast_possible_truncation, reason = "it is a whole number below 1000")]
pub fn utc_offset_minutes() -> i64 {
    if !cfg!(target_arch = "wasm32") {
        return 0;
    }
    -(js_sys::Date::new_0().get_timezone_offset() as i64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds since 1970 are whole, positive and far below 2^53"
)]
fn millis() -> u64 {
    js_sys::Date::now() as u64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is at least 0 and below 256"
)]
fn random_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}

/// Returns 128 random bits of the browser's cryptographic source. Where the browser has none, they
/// come from `Math.random`, which is enough to tell two claims apart.
fn seed() -> u128 {
    let mut bytes = [0; 16];
    let crypto = gloo::utils::window().crypto();
    let filled = crypto.and_then(|it| it.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        bytes.fill_with(random_byte);
    }
    u128::from_be_bytes(bytes)
}

/// Runs `action` after the browser has handled the input of the user that waits already.
pub fn set_timeout(action: impl FnOnce() + 'static) {
    Timeout::new(0, action).forget();
}
