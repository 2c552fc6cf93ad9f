//! The listener for the address bar and the browser's back and forward buttons.
//!
//! The program reads the address anew after each move in the browser's history.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::{app::Msg, platform};

/// Reports every address that the user goes to within the page's history.
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
