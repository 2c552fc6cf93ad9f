//! A switch by which a test makes the program fail; never in the page that people get.

use js_sys::Reflect;

use crate::app::Msg;

/// The variable of the page that says when to fail: `before:` or `after:` and the name of a message.
const SWITCH: &str = "claimlightPanic";

/// A message that is being worked on, and may be the one to fail at.
pub struct PanicSwitch {
    name: String,
}

impl PanicSwitch {
    /// Fails where the model has not been changed yet.
    pub fn before(msg: &Msg) -> Self {
        let told = format!("{msg:?}");
        let name = told.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
        let switch = Self { name: name.to_owned() };
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
        let name = &self.name;
        assert!(asked != Some(format!("{moment}:{name}")), "a test asked for it, {moment} {name}");
    }
}
