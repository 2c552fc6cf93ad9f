//! Hooks and helpers between components and the browser.
//!
//! They turn events of the browser into messages and values of the application, and they move focus
//! and selection. No other part of the user interface listens to the document.

mod address;
mod click;
mod dialog;
mod drop;
mod field;
mod file_picker;
mod keys;
mod markdown;
mod paste;
mod popover_position;
mod popup;
mod roving_focus;
mod selection;
mod viewport;

pub use address::use_address;
pub use click::{clicked_claims, prevent_focus_loss, tapped_place};
pub use dialog::use_modal;
pub use drop::use_drop;
pub use field::{
    changed_text, chosen_option, focus_on, is_all_selected, is_in_search, leaves_toolbar,
    select_text, typed_text,
};
pub use file_picker::{chosen_file, chosen_files};
pub use keys::{leave_field_on_escape, press_of, use_keys};
pub use markdown::use_note;
pub use paste::{pasted, use_paste};
pub use popover_position::use_selection_popover;
pub use popup::{focus_button_of, use_popup};
pub use roving_focus::{move_row_focus, step_buttons};
pub use selection::{SelectionMemory, use_kept_selection, use_selection};
pub use viewport::use_in_viewport;
