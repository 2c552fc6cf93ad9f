//! Bringing things into view.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::{Element, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::ScrollTo;

/// How much of the window's head and foot other things cover, in CSS pixels.
const STICKY_INSET_PX: f64 = 64.0;

/// When it is looked whether what was brought into view is there, in milliseconds.
const AGAIN_MILLIS: [u32; 2] = [50, 150];

thread_local! {
    /// Counts what was brought into view.
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Brings something into view that is drawn.
pub(super) fn reveal(what: &ScrollTo) {
    match what {
        ScrollTo::Block(position) => {
            let block = find(&format!("[data-block=\"{position}\"]"));
            if let Some(block) = block.filter(|block| !is_in_view(block)) {
                let fits = window_height() * 0.7 > block.get_bounding_client_rect().height();
                show(
                    &block,
                    if fits { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start },
                );
            }
        }
        ScrollTo::Top => gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0),
        ScrollTo::Card(claim) => {
            // Where the list does not scroll by itself it stands below the article, and showing the
            // card would take the reader away from the words.
            let card = find(&format!("[data-claim=\"{claim}\"]"));
            if let Some(card) = card.filter(is_in_own_scroller) {
                // Of a card that does not fit, the claim's words have to be seen.
                let words = card.query_selector(".quote").ok().flatten();
                scroll_to(words.as_ref().unwrap_or(&card), ScrollLogicalPosition::Nearest);
            }
        }
        ScrollTo::Mark { claim, block } => {
            // Far from the view a block has no marks yet, so it is brought near first.
            let mark = find(&format!("[data-block=\"{block}\"] mark[data-claims~=\"{claim}\"]"));
            let target = mark.or_else(|| find(&format!("[data-block=\"{block}\"]")));
            if let Some(target) = target.filter(|target| !is_in_view(target)) {
                show(&target, ScrollLogicalPosition::Center);
            }
        }
    }
}

/// Brings the place before `offset` in a node into view, with room for the bar below it.
pub(super) fn reveal_edge(node: &Node, offset: u32) {
    let room = bar_at_foot().unwrap_or(160.0);
    let range = gloo::utils::document().create_range();
    let Ok(range) = range else { return };
    // An offset in a node that is there cannot fail.
    let _ = (range.set_start(node, offset), range.set_end(node, offset));
    let place = range.get_bounding_client_rect();
    let bottom = window_height() - room;
    if place.top() < STICKY_INSET_PX || place.bottom() > bottom {
        let middle = place.top() - (window_height() - room) / 2.0;
        gloo::utils::window().scroll_by_with_x_and_y(0.0, middle);
    }
}

/// How much of the window's foot the bar with the tags covers, where it lies there, as it does on
/// narrow screens.
fn bar_at_foot() -> Option<f64> {
    let bar = find(".tag-bar")?;
    let style = gloo::utils::window().get_computed_style(&bar).ok().flatten()?;
    let is_at_foot = style.get_property_value("position").is_ok_and(|it| it == "fixed");
    is_at_foot.then(|| window_height() - bar.get_bounding_client_rect().top() + 16.0)
}

fn window_height() -> f64 {
    let height = gloo::utils::window().inner_height().ok();
    height.and_then(|it| it.as_f64()).unwrap_or_default()
}

fn find(selector: &str) -> Option<Element> {
    gloo::utils::document().query_selector(selector).ok().flatten()
}

/// Brings an element of the article into view, and again where it does not stay there: sections
/// before it get their real heights once they are seen, and not every browser keeps the place then.
fn show(element: &Element, position: ScrollLogicalPosition) {
    scroll_to(element, position);
    let this = LAST.get().wrapping_add(1);
    LAST.set(this);
    for millis in AGAIN_MILLIS {
        let element = element.clone();
        let again = move || {
            if LAST.get() == this && !is_in_view(&element) {
                scroll_to(&element, position);
            }
        };
        Timeout::new(millis, again).forget();
    }
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether an element is in something that scrolls by itself.
fn is_in_own_scroller(element: &Element) -> bool {
    let scroller = element.closest("[data-scrolls]").ok().flatten();
    let style =
        scroller.and_then(|it| gloo::utils::window().get_computed_style(&it).ok().flatten());
    style.is_some_and(|style| style.get_property_value("overflow-y").is_ok_and(|it| it == "auto"))
}

/// Whether an element is in view as a whole, not counting what the edges of the window cover.
fn is_in_view(element: &Element) -> bool {
    let rectangle = element.get_bounding_client_rect();
    rectangle.top() >= STICKY_INSET_PX && rectangle.bottom() <= window_height() - STICKY_INSET_PX
}
