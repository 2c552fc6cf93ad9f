//! What is said of tags.

use crate::json::FieldError;

use super::count;

/// What is said when tags were chosen for new articles.
pub const TAGS_CHOSEN: &str = "New articles begin with these tags.";
/// The name of the window where tags are edited.
pub const TAGS_OF_ARTICLE: &str = "Tags of this article";
/// The name of the button that brings back the shipped tags.
pub const RESTORE_TAGS: &str = "Restore the shipped tags";
/// The name of the button that chooses the tags for new articles.
pub const TAGS_FOR_NEW: &str = "Use for new articles";
/// The name of the button that hands over the tags as a file.
pub const SAVE_TAGS: &str = "Save as a file";
/// The name of the field that takes tags from a file.
pub const LOAD_TAGS: &str = "Load from a file";
/// The name of the field for a tag's name.
pub const TAG_NAME: &str = "Name";
/// The name of the field for a tag's meaning.
pub const MEANING: &str = "Meaning";
/// The name of the choice of a tag's colour.
pub const COLOUR: &str = "Colour";
/// The name of the choice of a tag's key.
pub const KEY: &str = "Key";
/// The name of the button that moves a tag up.
pub const MOVE_UP: &str = "Move up";
/// The name of the button that deletes a tag.
pub const DELETE: &str = "Delete";
/// The name of the button that leaves a tag as it is.
pub const KEEP: &str = "Keep";
/// The name of the choice that gives the claims of a tag to another.
pub const MERGE_INTO: &str = "Merge into…";

/// What is said when a tag of that name is there.
pub fn tag_exists(label: &str) -> String {
    format!("There is a tag \u{201c}{label}\u{201d} already.")
}

/// What deleting a tag touches.
pub fn deleting_tag(label: &str, uses: usize) -> String {
    match uses {
        0 => format!("Delete \u{201c}{label}\u{201d}? No claim carries it."),
        _ => format!(
            "Delete \u{201c}{label}\u{201d}? {} it and will stay without it. Undo brings it back.",
            if uses == 1 { "1 claim carries".to_owned() } else { format!("{uses} claims carry") }
        ),
    }
}

/// What is said when a tag was deleted or merged.
pub fn tag_deleted(label: &str, claims: usize) -> String {
    format!("\u{201c}{label}\u{201d} is gone; {} changed.", count(claims, "claim", "claims"))
}

/// What is said when a set of tags was taken.
pub fn tags_replaced(tags: usize) -> String {
    format!(
        "{} in place. Other tags that claims carry were kept, after them.",
        count(tags, "tag is", "tags are")
    )
}

/// What is said when a file holds no tags.
pub fn no_tags_file(name: &str) -> String {
    format!(
        "{name} was not taken, and nothing was changed: there are no tags in it. \
         Choose a file that was saved here, or an export from Claimlight."
    )
}

/// What is said when the tags in a file do not fit.
pub fn tags_misfit(name: &str, field_error: &FieldError) -> String {
    format!(
        "{name} was not taken, and nothing was changed: {} {}. Save the file again where it \
         came from.",
        field_error.place, field_error.problem
    )
}

/// The name of the button that takes a tag from a claim.
pub fn remove_tag(label: &str) -> String {
    format!("Remove tag {label}")
}

/// The name of something about a tag.
pub fn of_tag(what: &str, label: &str) -> String {
    format!("{what}: {label}")
}

/// What is said when a claim was given a tag.
pub fn tag_given(label: &str) -> String {
    format!("{label} on")
}

/// What is said when a tag was taken from a claim.
pub fn tag_taken(label: &str) -> String {
    format!("{label} off")
}

/// What is said when a tag was to have no name.
pub const EMPTY_TAG: &str = "A tag needs a name, so it kept the one it had.";
