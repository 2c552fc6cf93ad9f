//! Components that hold the focus.

use claimlight::ui::menu::{Choice, Menu};
use gloo::utils::document;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

use crate::stage::Stage;

#[component]
fn Kinds() -> Html {
    let chosen = use_state(|| 1);
    let choices = ["Headline", "Paragraph", "Quotation"].into_iter().enumerate();
    let choices =
        choices.map(|(at, label)| Choice { label: label.into(), is_checked: Some(at == *chosen) });
    html! {
        <Menu
            class="kinds" name="Kind" choices={choices.collect::<Vec<_>>()}
            on_chosen={move |at: usize| chosen.set(at)}
        >
            { "Kind" }
        </Menu>
    }
}

async fn drawn() -> Stage {
    let stage = Stage::new();
    yew::Renderer::<Kinds>::with_root(stage.root().clone()).render();
    yew::scheduler::flush().await;
    stage
}

/// The text of what has the focus.
fn focused() -> String {
    document().active_element().and_then(|it| it.text_content()).unwrap_or_default()
}

/// Presses a key on what has the focus.
async fn press(key: &str) {
    let press = KeyboardEventInit::new();
    press.set_key(key);
    press.set_bubbles(true);
    let press = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &press);
    let target = document().active_element().expect("something has the focus");
    target.dispatch_event(&press.expect("a key press")).expect("it takes the press");
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn a_menu_takes_the_focus_and_gives_it_back() {
    let stage = drawn().await;
    let button = stage.find("button");
    button.click();
    yew::scheduler::flush().await;
    assert_eq!(focused(), "Paragraph");
    press("ArrowDown").await;
    assert_eq!(focused(), "Quotation");
    press("ArrowDown").await;
    assert_eq!(focused(), "Headline");
    press("Escape").await;
    assert_eq!(document().active_element().as_ref(), Some(button.as_ref()));
    assert_eq!(stage.root().query_selector("[role=menu]").ok().flatten(), None);
}

#[wasm_bindgen_test]
async fn what_is_chosen_is_checked_when_the_menu_opens_again() {
    let stage = drawn().await;
    let button = stage.find("button");
    button.click();
    yew::scheduler::flush().await;
    stage.find("[role=menuitemradio]:last-child").click();
    yew::scheduler::flush().await;
    assert_eq!(document().active_element().as_ref(), Some(button.as_ref()));
    button.click();
    yew::scheduler::flush().await;
    assert_eq!(focused(), "Quotation");
}
