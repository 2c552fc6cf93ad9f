//! Text about tags and the window where they are edited.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::json::FieldError;

use super::count;

pub const TAGS_CHOSEN: &str = "New articles will start with these tags.";
pub const TAGS_OF_ARTICLE: &str = "Tags of this article";
/// Brings back the tags that come with Claimlight.
pub const RESTORE_TAGS: &str = "Restore default tags";
pub const TAGS_FOR_NEW: &str = "Use for new articles";
pub const SAVE_TAGS: &str = "Save to a file";
pub const LOAD_TAGS: &str = "Load from a file";
pub const TAG_NAME: &str = "Name";
pub const MEANING: &str = "Meaning";
pub const COLOUR: &str = "Colour";
pub const KEY: &str = "Key";
pub const MOVE_UP: &str = "Move up";
pub const DELETE: &str = "Delete";
/// Closes the question of [`deleting_tag`].
pub const KEEP: &str = "Keep";
/// Gives the claims of the tag another tag, instead of deleting it.
pub const MERGE_INTO: &str = "Merge into…";

pub fn tag_exists(label: &str) -> String {
    format!("A tag named \u{201c}{label}\u{201d} already exists.")
}

/// Asks before a tag is deleted that `uses` claims have.
pub fn deleting_tag(label: &str, uses: usize) -> String {
    match uses {
        0 => format!("Delete \u{201c}{label}\u{201d}? No claim has it."),
        _ => format!(
            "Delete \u{201c}{label}\u{201d}? This removes it from {}. The claims are kept. Undo \
             restores it.",
            count(uses, "claim", "claims")
        ),
    }
}

/// Shown after a tag was deleted, or merged into another one.
pub fn tag_deleted(label: &str, claims: usize) -> String {
    match claims {
        0 => format!("Deleted \u{201c}{label}\u{201d}."),
        _ => format!("Deleted \u{201c}{label}\u{201d} from {}.", count(claims, "claim", "claims")),
    }
}

/// Shown after a set of `tags` tags was loaded.
pub fn tags_replaced(tags: usize) -> String {
    format!(
        "Loaded {}. Other tags that claims have were kept after them.",
        count(tags, "tag", "tags")
    )
}

pub fn no_tags_file(name: &str) -> String {
    format!(
        "{name} was not loaded, and nothing was changed: it contains no tags. Choose a file that \
         was saved here, or an export from Claimlight."
    )
}

pub fn tags_error(name: &str, field_error: &FieldError) -> String {
    format!(
        "{name} was not loaded, and nothing was changed: {} {}. Save the file again from the \
         program that wrote it.",
        field_error.place, field_error.problem
    )
}

pub fn remove_tag(label: &str) -> String {
    format!("Remove tag {label}")
}

/// The accessible name of a field or button, `what`, in the row of a tag or rating.
pub fn of_tag(what: &str, label: &str) -> String {
    format!("{what}: {label}")
}

pub fn tag_given(label: &str) -> String {
    format!("Tag added: {label}")
}

pub fn tag_taken(label: &str) -> String {
    format!("Tag removed: {label}")
}

/// Shown when a tag was renamed to nothing.
pub const EMPTY_TAG: &str = "A tag needs a name. The old name was kept.";
