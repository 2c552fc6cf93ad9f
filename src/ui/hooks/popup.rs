//! The hook behind menus: it moves the focus into the popup and back to the button.
//!
//! The arrow keys, Home and End move between items. Escape, Tab and a press elsewhere leave the
//! popup.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// The items of a popup.
const ITEMS: &str = "[role^=menuitem]";

/// Focuses the checked item of a popup when it opens, or else the first item. Calls `on_left` when
/// the user leaves the popup, and returns the focus to the button before the popup when it closes.
#[hook]
pub fn use_popup(on_left: Callback<()>) -> (NodeRef, Callback<KeyboardEvent>) {
    let node = use_node_ref();
    use_effect_with((node.clone(), on_left.clone()), |(node, on_left)| {
        let popup = node.cast::<Element>();
        let checked = popup.as_ref().and_then(|it| {
            let checked = it.query_selector("[aria-checked=true]").ok().flatten();
            checked.or_else(|| it.query_selector(ITEMS).ok().flatten())
        });
        if let Some(popup) = &popup {
            show(popup);
        }
        focus(checked);
        let on_left = on_left.clone();
        let inside = popup.clone();
        let document = gloo::utils::document();
        let listener = EventListener::new(&document, "pointerdown", move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<Node>().ok());
            let around = inside.as_ref().and_then(|it| it.parent_element());
            if !around.is_some_and(|around| around.contains(target.as_ref())) {
                on_left.emit(());
            }
        });
        let button = popup.and_then(|it| it.previous_element_sibling());
        move || {
            drop(listener);
            focus(button);
        }
    });
    let on_key = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            let handled = match event.key().as_str() {
                "Escape" | "Tab" => {
                    on_left.emit(());
                    true
                }
                "ArrowDown" => step(&node, |at, count| (at + 1) % count),
                "ArrowUp" => step(&node, |at, count| (at + count - 1) % count),
                "Home" => step(&node, |_, _| 0),
                "End" => step(&node, |_, count| count - 1),
                _ => false,
            };
            if handled {
                event.prevent_default();
            }
        })
    };
    (node, on_key)
}

/// Focuses the button that opened a popup.
pub fn focus_button_of(popup: &NodeRef) {
    focus(popup.cast::<Element>().and_then(|it| it.previous_element_sibling()));
}

/// Moves the focus to the item at the index that `next` returns for the current index and the
/// number of items. Returns `false` if there are no items.
fn step(node: &NodeRef, next: impl Fn(usize, usize) -> usize) -> bool {
    let Some(list) = node.cast::<Element>().and_then(|it| it.query_selector_all(ITEMS).ok()) else {
        return false;
    };
    let items: Vec<Element> =
        (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect();
    if items.is_empty() {
        return false;
    }
    let active = gloo::utils::document().active_element();
    let at = items.iter().position(|it| Some(it) == active.as_ref()).unwrap_or(0);
    focus(items.get(next(at, items.len())).cloned());
    true
}

/// Scrolls the whole popup into view. If another element still covers its end, as the status line
/// does at the end of the page, the popup opens upwards.
fn show(popup: &Element) {
    reveal(popup);
    let place = popup.get_bounding_client_rect();
    let (x, y) = (place.left() + place.width() / 2.0, place.bottom() - 2.0);
    #[expect(clippy::cast_possible_truncation, reason = "places on screen are small")]
    let at_end = gloo::utils::document().element_from_point(x as f32, y as f32);
    if !at_end.is_some_and(|it| popup.contains(Some(&it))) {
        // If the attribute cannot be set, the popup stays where it is.
        let _ = popup.set_attribute("data-opens", "upwards");
        reveal(popup);
    }
}

fn reveal(popup: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    popup.scroll_into_view_with_scroll_into_view_options(&options);
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot have the focus leaves it where it is.
        let _ = element.focus();
    }
}
