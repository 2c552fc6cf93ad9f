//! Marks the page as ready for work.
//!
//! Assistive technology, tests and scripts can wait for this mark.

/// Sets `data-ready` on the root element, for assistive technology, tests and scripts.
pub fn mark_ready() {
    let root = gloo::utils::document().document_element();
    let said = root.map(|root| root.set_attribute("data-ready", "true"));
    debug_assert!(said.is_none_or(|it| it.is_ok()));
}
