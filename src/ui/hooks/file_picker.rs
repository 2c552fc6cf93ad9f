//! Reading the files that the user chooses in a file field.
//!
//! Both functions empty the field, because a browser reports the choice of the same file twice only
//! if the field was empty in between.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{app::ImportMsg, platform};

/// Returns the file that the user chose in a file field, and empties the field so that the same
/// file can be chosen again.
pub fn chosen_file(event: &Event) -> Option<web_sys::File> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// Returns the message for the files that the user chose in a file field, and empties the field.
pub fn chosen_files(event: &Event) -> Option<ImportMsg> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    let taken = platform::take_files(&field.files()?);
    field.set_value("");
    Some(taken)
}
