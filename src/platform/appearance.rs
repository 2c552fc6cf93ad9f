//! The appearance of the page and the title of the document.
//!
//! The root element has one attribute for each choice, and the style sheets read them.

use crate::{
    settings::{SIZES, SPACINGS, THEMES, View, WIDTHS, name_of},
    strings,
};

/// Shows the page with these choices; sets one `data-` attribute for each on the root element.
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

/// Sets the document's title, which the browser shows on the tab and in its history; the name of
/// Claimlight follows it.
pub(super) fn set_document_title(title: &str) {
    gloo::utils::document().set_title(&format!("{title} · {}", strings::NAME));
}
