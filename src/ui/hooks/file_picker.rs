//! File fields.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{app::ImportMsg, platform};

/// The file that was chosen in a file field; the field is empty afterwards, so that the same file
/// can be chosen again.
pub fn chosen_file(event: &Event) -> Option<web_sys::File> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The files that were chosen in a file field; the field is empty afterwards.
pub fn chosen_files(event: &Event) -> Option<ImportMsg> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    let taken = platform::take_files(&field.files()?);
    field.set_value("");
    Some(taken)
}
