//! Clicks in the article.

use web_sys::Element;
use yew::prelude::*;

use crate::{id::ClaimId, shell};

/// The smallest claim under a click; `None` between marks, and where the click ends a selection.
pub fn clicked_claim(event: &MouseEvent) -> Option<ClaimId> {
    if shell::selected().is_some() {
        return None;
    }
    let target: Element = event.target_dyn_into()?;
    let mark = target.closest("mark[data-claims]").ok().flatten()?;
    ClaimId::new(mark.get_attribute("data-claims")?.split(' ').next()?)
}

/// Keeps the selection and the focus where they are while a button is pressed.
pub fn keep_focus(event: &MouseEvent) {
    event.prevent_default();
}
