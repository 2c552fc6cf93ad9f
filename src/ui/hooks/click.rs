//! Clicks and taps in the article, as claims and positions.
//!
//! A click that ends a selection selects text and means nothing else.

use web_sys::Element;
use yew::prelude::*;

use crate::{article::Position, id::ClaimId, platform};

use super::SelectionMemory;

/// Returns the claims under a click, the innermost first. Returns none outside marks, and none if
/// the click ends a selection.
pub fn clicked_claims(event: &MouseEvent) -> Vec<ClaimId> {
    if platform::selected().is_some() {
        return Vec::new();
    }
    let target = event.target_dyn_into::<Element>();
    let mark = target.and_then(|it| it.closest("mark[data-claims]").ok().flatten());
    let claims = mark.and_then(|it| it.get_attribute("data-claims")).unwrap_or_default();
    claims.split(' ').filter_map(ClaimId::new).collect()
}

/// Returns the position in the article's text that the user tapped with a finger or a pen. Returns
/// `None` for a click of the mouse, outside the text, and if text is selected.
pub fn tapped_place(event: &MouseEvent) -> Option<Position> {
    // A long press selects a word, and the click at its end is not a tap.
    let is_tap = SelectionMemory::of_page().is_touch() && platform::selected().is_none();
    is_tap.then(|| platform::place_at(event.client_x(), event.client_y())).flatten()
}

/// Keeps the selection and the focus where they are while the user presses a button.
pub fn prevent_focus_loss(event: &MouseEvent) {
    event.prevent_default();
}
