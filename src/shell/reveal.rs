//! Bringing things into view.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::Reveal;

/// Brings something into view that is drawn.
pub(super) fn reveal(what: &Reveal) {
    match what {
        Reveal::Top => gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0),
        Reveal::Card(claim) => {
            // Where the list does not scroll by itself it stands below the article, and showing the
            // card would take the reader away from the words.
            let card = find(&format!("[data-claim=\"{claim}\"]"));
            if let Some(card) = card.filter(is_in_own_scroller) {
                show(&card, ScrollLogicalPosition::Nearest);
            }
        }
        Reveal::Mark { claim, block } => {
            // Far from the view a block has no marks yet, so it is brought near first.
            let mark = find(&format!("[data-block=\"{block}\"] mark[data-claims~=\"{claim}\"]"));
            let target = mark.or_else(|| find(&format!("[data-block=\"{block}\"]")));
            if let Some(target) = target.filter(|target| !is_in_view(target)) {
                show(&target, ScrollLogicalPosition::Center);
            }
        }
    }
}

fn find(selector: &str) -> Option<Element> {
    gloo::utils::document().query_selector(selector).ok().flatten()
}

fn show(element: &Element, position: ScrollLogicalPosition) {
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
    const COVERED: f64 = 64.0;
    let height = gloo::utils::window().inner_height().ok().and_then(|it| it.as_f64());
    let rectangle = element.get_bounding_client_rect();
    height
        .is_some_and(|height| rectangle.top() >= COVERED && rectangle.bottom() <= height - COVERED)
}
