//! The address bar, when the person uses it.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::{app::Msg, platform};

/// Tells of addresses that the person goes to.
#[hook]
pub fn use_address(on: &Callback<Msg>) {
    use_effect_with(on.clone(), |on| {
        let on = on.clone();
        let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| {
            on.emit(Msg::AddressChanged(platform::address()));
        });
        move || drop(listener)
    });
}
