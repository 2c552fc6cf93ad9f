//! Placing something at the selection.

use wasm_bindgen_futures::spawn_local;
use web_sys::{DomRect, HtmlElement};
use yew::prelude::*;

/// How far the bar stays from the selection and from the edges, in CSS pixels.
const GAP: f64 = 8.0;
/// How much of the window's foot the line about saving covers, in CSS pixels.
const FOOT: f64 = 40.0;
/// How much of the window's head the header covers, in CSS pixels.
const HEAD: f64 = 56.0;

/// Places an element below the selection, or above it where there is no room, whenever `what`
/// changes; it scrolls along with what it is in.
///
/// The place is handed to the style sheet as `--left` and `--top`, within the element's offset
/// parent.
#[hook]
pub fn use_selection_popover<T: PartialEq + 'static>(what: T) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((node.clone(), what), |(node, _)| {
        let node = node.clone();
        // What keys select is selected only after all that is drawn has been drawn.
        spawn_local(async move {
            if let Some((element, around)) = node.cast::<HtmlElement>().zip(selected()) {
                place(&element, &around);
            }
        });
    });
    node
}

fn selected() -> Option<DomRect> {
    let selection = gloo::utils::document().get_selection().ok().flatten()?;
    let range = selection.get_range_at(0).ok()?;
    Some(range.get_bounding_client_rect())
}

#[expect(clippy::cast_possible_truncation, reason = "pages are not that large")]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}

fn place(element: &HtmlElement, around: &DomRect) {
    let Some(parent) = element.offset_parent().map(|it| it.get_bounding_client_rect()) else {
        return;
    };
    let own = element.get_bounding_client_rect();
    let height = gloo::utils::window().inner_height().ok().and_then(|it| it.as_f64());
    let foot = height.unwrap_or_default() - FOOT;
    let below = around.bottom() + GAP;
    let above = around.top() - GAP - own.height();
    let top = if below + own.height() <= foot {
        below
    } else if above >= HEAD {
        above
    } else {
        foot - GAP - own.height()
    };
    let middle = around.left() + around.width() / 2.0 - own.width() / 2.0;
    let most = parent.right() - GAP - own.width();
    // Not `clamp`: it panics where the parent is narrower than the element.
    let left = middle.min(most).max(parent.left() + GAP);
    let style = element.style();
    for (name, value) in [("--left", left - parent.left()), ("--top", top - parent.top())] {
        // A property that is not set leaves the bar where the sheet puts it.
        let _ = style.set_property(name, &format!("{}px", whole(value)));
    }
}
