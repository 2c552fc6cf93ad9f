//! Telling the world outside that the page can be worked on.

/// Says so at the page's root, for assistive technology, tests and scripts.
pub fn mark_ready() {
    let root = gloo::utils::document().document_element();
    let said = root.map(|root| root.set_attribute("data-ready", "true"));
    debug_assert!(said.is_none_or(|it| it.is_ok()));
}
