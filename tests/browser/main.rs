//! Tests that need a browser: what the shell asks of it, and components that are drawn.
//!
//! A component is drawn into an element of its own: the page's body holds the report of the tests.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a panic is how a test fails")]

use gloo::utils::{body, document};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[component]
fn Clicks() -> Html {
    let clicks = use_state(|| 0);
    let onclick = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    html! { <button type="button" {onclick}>{ *clicks }</button> }
}

#[wasm_bindgen_test]
async fn a_component_is_drawn_anew_when_its_state_changes() {
    let root = document().create_element("div").expect("a div can be made");
    body().append_child(&root).expect("the body takes it");
    yew::Renderer::<Clicks>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    let button = root.first_element_child().expect("the component is drawn");
    button.unchecked_ref::<HtmlElement>().click();
    yew::scheduler::flush().await;
    assert_eq!(button.text_content().as_deref(), Some("1"));
}
