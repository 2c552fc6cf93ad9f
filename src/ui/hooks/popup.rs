//! Popups that hold the focus: arrows move in them, Escape and a click elsewhere leave them.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// What can be focused in a popup.
const ITEMS: &str = "[role^=menuitem]";

/// Puts the focus into a popup as it opens, on what is checked or on the first item; tells when
/// the person leaves it. The button before the popup gets the focus back.
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

/// Puts the focus on the button that opened a popup.
pub fn focus_button_of(popup: &NodeRef) {
    focus(popup.cast::<Element>().and_then(|it| it.previous_element_sibling()));
}

/// Moves the focus to another item.
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

/// Brings a popup into view as a whole. Where something lies over its end all the same, as the line
/// at the foot does at the end of the page, it opens upwards.
fn show(popup: &Element) {
    reveal(popup);
    let place = popup.get_bounding_client_rect();
    let (x, y) = (place.left() + place.width() / 2.0, place.bottom() - 2.0);
    #[expect(clippy::cast_possible_truncation, reason = "places on screen are small")]
    let at_end = gloo::utils::document().element_from_point(x as f32, y as f32);
    if !at_end.is_some_and(|it| popup.contains(Some(&it))) {
        // An attribute that cannot be set leaves it where it is.
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
        // What cannot be focused is passed over.
        let _ = element.focus();
    }
}
