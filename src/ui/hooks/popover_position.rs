//! Positioning an element at the selection.
//!
//! The style sheet places the element by the two custom properties that the hook sets. On narrow
//! screens it ignores them and puts the tag toolbar at the foot of the page.

use wasm_bindgen_futures::spawn_local;
use web_sys::{DomRect, HtmlElement};
use yew::prelude::*;

/// The distance between the element and the selection, and between the element and the edges of its
/// parent, in CSS pixels.
const GAP: f64 = 8.0;
/// The height of the status line at the foot of the viewport, in CSS pixels.
const FOOT: f64 = 40.0;
/// The height of the header at the top of the viewport, in CSS pixels.
const HEAD: f64 = 56.0;

/// Places an element below the selection whenever `what` changes, or above it if there is no room
/// below. The element scrolls with its parent.
///
/// The hook sets the position as the custom properties `--left` and `--top`, relative to the
/// element's offset parent.
#[hook]
pub fn use_selection_popover<T: PartialEq + 'static>(what: T) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((node.clone(), what), |(node, _)| {
        let node = node.clone();
        // Selections by key are made only after all components have rendered, so the measurement
        // has to wait.
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
    // `clamp` panics if the lower bound is above the upper one, as it is where the parent is
    // narrower than the element.
    let left = middle.min(most).max(parent.left() + GAP);
    let style = element.style();
    for (name, value) in [("--left", left - parent.left()), ("--top", top - parent.top())] {
        // If the property cannot be set, the element stays where the style sheet puts it.
        let _ = style.set_property(name, &format!("{}px", whole(value)));
    }
}
