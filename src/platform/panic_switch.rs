//! Lets a test make the program panic while it handles a message.
//!
//! Only builds with the feature `panic-switch` contain this; the published page does not.

use js_sys::Reflect;

use crate::app::Msg;

/// The global variable that says when to panic: `before:` or `after:`, and then the beginning of a
/// message as its `Debug` output.
const SWITCH: &str = "claimlightPanic";

/// A message that the application is handling and that may trigger the panic.
pub struct PanicInjection {
    message: String,
}

impl PanicInjection {
    /// Panics, if a test asks for it, before the message changes the model.
    pub fn before(msg: &Msg) -> Self {
        let switch = Self { message: format!("{msg:?}") };
        switch.fail("before");
        switch
    }

    /// Panics, if a test asks for it, after the message has changed the model and before any effect
    /// runs.
    pub fn after(self) {
        self.fail("after");
    }

    fn fail(&self, moment: &str) {
        let asked = Reflect::get(&js_sys::global(), &SWITCH.into());
        let asked = asked.ok().and_then(|it| it.as_string());
        let name = asked.as_deref().and_then(|it| it.strip_prefix(moment)?.strip_prefix(':'));
        let is_meant = name.is_some_and(|name| self.message.starts_with(name));
        assert!(!is_meant, "a test asked for it, {moment} {name:?}");
    }
}
