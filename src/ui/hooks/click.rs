//! Clicks in the article.

use web_sys::Element;
use yew::prelude::*;

use crate::{article::Position, id::ClaimId, platform};

use super::SelectionMemory;

/// The claims under a click, from the smallest out; none between marks, and where the click ends a
/// selection.
pub fn clicked_claims(event: &MouseEvent) -> Vec<ClaimId> {
    if platform::selected().is_some() {
        return Vec::new();
    }
    let target = event.target_dyn_into::<Element>();
    let mark = target.and_then(|it| it.closest("mark[data-claims]").ok().flatten());
    let claims = mark.and_then(|it| it.get_attribute("data-claims")).unwrap_or_default();
    claims.split(' ').filter_map(ClaimId::new).collect()
}

/// The place in the article that was tapped: by touch, beside marks and controls.
pub fn tapped_place(event: &MouseEvent) -> Option<Position> {
    // A long press has selected a word already.
    let is_tap = SelectionMemory::of_page().is_touch() && platform::selected().is_none();
    is_tap.then(|| platform::place_at(event.client_x(), event.client_y())).flatten()
}

/// Keeps the selection and the focus where they are while a button is pressed.
pub fn prevent_focus_loss(event: &MouseEvent) {
    event.prevent_default();
}
