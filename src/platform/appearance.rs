//! How the page looks, at its root.

use crate::{
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, name_of},
    strings,
};

/// Shows the page in this way: the sheets read it from the root's attributes.
pub(super) fn apply_appearance(view: View) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    let choices = [
        ("data-theme", name_of(&view.theme, &THEMES)),
        ("data-size", name_of(&view.size, &SIZES)),
        ("data-width", name_of(&view.width, &WIDTHS)),
        ("data-spacing", name_of(&view.spacing, &SPACINGS)),
    ];
    for (attribute, choice) in choices {
        let set = root.set_attribute(attribute, choice);
        debug_assert!(set.is_ok());
    }
}

/// Shows a title in the browser's own places.
pub(super) fn set_document_title(title: &str) {
    gloo::utils::document().set_title(&format!("{title} · {}", strings::NAME));
}
