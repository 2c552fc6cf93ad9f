//! A switch by which a test makes the program fail; never in the page that people get.

use js_sys::Reflect;

use crate::app::Msg;

/// The variable of the page that says when to fail: `before:` or `after:` and how a message begins
/// as Rust writes it.
const SWITCH: &str = "claimlightPanic";

/// A message that is being worked on, and may be the one to fail at.
pub struct PanicInjection {
    told: String,
}

impl PanicInjection {
    /// Fails where the model has not been changed yet.
    pub fn before(msg: &Msg) -> Self {
        let switch = Self { told: format!("{msg:?}") };
        switch.fail("before");
        switch
    }

    /// Fails where the model has been changed, and nothing has been done outside.
    pub fn after(self) {
        self.fail("after");
    }

    fn fail(&self, moment: &str) {
        let asked = Reflect::get(&js_sys::global(), &SWITCH.into());
        let asked = asked.ok().and_then(|it| it.as_string());
        let name = asked.as_deref().and_then(|it| it.strip_prefix(moment)?.strip_prefix(':'));
        let is_meant = name.is_some_and(|name| self.told.starts_with(name));
        assert!(!is_meant, "a test asked for it, {moment} {name:?}");
    }
}
