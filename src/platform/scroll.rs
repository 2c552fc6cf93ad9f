//! Scrolls the page so that a block, a claim's mark or a claim's card is in view.
//!
//! A block or a mark that is in view already does not move. An element counts as in view only if no
//! bar at an edge of the window covers it.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::{Element, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::ScrollTo;

/// The height that bars cover at the top and at the bottom of the window, in CSS pixels.
const STICKY_INSET_PX: f64 = 64.0;

/// When the page checks again whether an element is still in view, in milliseconds after scrolling.
const AGAIN_MILLIS: [u32; 2] = [50, 150];

thread_local! {
    /// Counts the scrolls to an element; a later one cancels the checks of an earlier one.
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Brings an element into view, if it is on the page.
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
            // Where the list of cards has no scroll bar of its own, it is below the article.
            // Scrolling to a card there would move the article out of view.
            let card = find(&format!("[data-claim=\"{claim}\"]"));
            if let Some(card) = card.filter(is_in_own_scroller) {
                // When a card is too high to fit, its quote must be visible.
                let words = card.query_selector(".quote").ok().flatten();
                scroll_to(words.as_ref().unwrap_or(&card), ScrollLogicalPosition::Nearest);
            }
        }
        ScrollTo::Mark { claim, block } => {
            // A block far outside the view has no marks yet, so the page scrolls to the block
            // first.
            let mark = find(&format!("[data-block=\"{block}\"] mark[data-claims~=\"{claim}\"]"));
            let target = mark.or_else(|| find(&format!("[data-block=\"{block}\"]")));
            if let Some(target) = target.filter(|target| !is_in_view(target)) {
                show(&target, ScrollLogicalPosition::Center);
            }
        }
    }
}

/// Brings the position before `offset` (in UTF-16 units) in a text node into view, above the bar at
/// the bottom.
pub(super) fn reveal_edge(node: &Node, offset: u32) {
    let room = bar_at_foot().unwrap_or(160.0);
    let range = gloo::utils::document().create_range();
    let Ok(range) = range else { return };
    // Setting an offset that exists in the node cannot fail.
    let _ = (range.set_start(node, offset), range.set_end(node, offset));
    let place = range.get_bounding_client_rect();
    let bottom = window_height() - room;
    if place.top() < STICKY_INSET_PX || place.bottom() > bottom {
        let middle = place.top() - (window_height() - room) / 2.0;
        gloo::utils::window().scroll_by_with_x_and_y(0.0, middle);
    }
}

/// Returns how many CSS pixels the tag bar covers at the bottom of the window; `None` where it is
/// not fixed there, as on wide screens.
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

/// Scrolls to an element of the article, and scrolls again if it does not stay in view. Sections
/// above it get their real heights only when they are drawn, and some browsers do not keep the
/// scroll position then.
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

/// Returns whether an element is inside a container that scrolls separately from the page.
fn is_in_own_scroller(element: &Element) -> bool {
    let scroller = element.closest("[data-scrolls]").ok().flatten();
    let style =
        scroller.and_then(|it| gloo::utils::window().get_computed_style(&it).ok().flatten());
    style.is_some_and(|style| style.get_property_value("overflow-y").is_ok_and(|it| it == "auto"))
}

/// Returns whether an element is completely in view, without the parts of the window that bars
/// cover.
fn is_in_view(element: &Element) -> bool {
    let rectangle = element.get_bounding_client_rect();
    rectangle.top() >= STICKY_INSET_PX && rectangle.bottom() <= window_height() - STICKY_INSET_PX
}
