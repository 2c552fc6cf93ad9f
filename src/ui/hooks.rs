//! Hooks: what components need of the browser, in values of the domain.

mod address;
mod click;
mod dialog;
mod drop;
mod field;
mod file;
mod keys;
mod near;
mod note;
mod paste;
mod place;
mod popup;
mod rows;
mod selection;

pub use address::use_address;
pub use click::{clicked_claims, keep_focus, tapped_place};
pub use dialog::use_modal;
pub use drop::use_drop;
pub use field::{
    changed_text, chosen_option, focus_on, is_all_selected, is_in_search, leaves_toolbar,
    select_text, typed_text,
};
pub use file::{chosen_file, chosen_files};
pub use keys::{leave_field_on_escape, press_of, use_keys};
pub use near::use_near;
pub use note::use_note;
pub use paste::{pasted, use_paste};
pub use place::use_place_at_selection;
pub use popup::{focus_button_of, use_popup};
pub use rows::{step_buttons, step_rows};
pub use selection::{SelectionMemory, use_kept_selection, use_selection};
