//! Claimlight.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Claimlight" }</h1> }
}

/// Starts the application in the page.
pub fn start() {
    yew::Renderer::<App>::new().render();
}
