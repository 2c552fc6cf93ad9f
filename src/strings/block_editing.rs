//! What is said of splitting, joining and correcting.

use super::count;

/// What is said when a block was split.
pub const SPLIT: &str = "Paragraph split";
/// What is said where a block cannot be split.
pub const NO_SPLIT: &str = "To split a paragraph, select the words with which the second part is to \
     begin (S selects a sentence), then choose this again.";
/// What is said when the next block was joined to one.
pub const JOINED: &str = "Joined with the next paragraph";
/// What is said where there is no next block.
pub const NO_JOIN: &str = "This is the last paragraph, so there is none to join with.";
/// The name of the window where a block's text is corrected.
pub const CORRECT: &str = "Correct the text";
/// The name of the field in it.
pub const CORRECTED_TEXT: &str = "The text of this paragraph";
/// What the field takes.
pub const CORRECT_HINT: &str = "Claims keep their words; one whose own words change says so. Undo \
     brings back what was there.";
/// The name of the button that puts the corrected text into the article.
pub const CORRECT_NOW: &str = "Save";
/// What is said where nothing would be left of a text.
pub const NO_WORDS: &str = "A paragraph cannot be without words. To get rid of it, join it with \
     another one or make it a promo.";
/// What is said of a text that was typed before and not saved.
pub const DRAFT: &str = "You typed this before and did not save it. Cancel drops it, and the paragraph \
     stays as it is.";
/// What is said where another tab has changed the paragraph meanwhile.
pub const CHANGED_MEANWHILE: &str = "Another tab has changed this paragraph since you opened it. Save \
     again to replace that with your text; Cancel keeps what is there.";
/// What is said where the block is not there any more.
pub const NO_BLOCK: &str = "The text was not corrected: this paragraph was joined to another in \
     another tab. What you typed is kept.";
/// The name of the button that takes note of what a claim's words were.
pub const WORDS_SEEN: &str = "Dismiss";

/// What is said when a text was corrected, and how many claims say that their words are others.
pub fn corrected(claims: usize) -> String {
    match claims {
        0 => "Text corrected".to_owned(),
        _ => format!("Text corrected. Words changed in {}", count(claims, "claim", "claims")),
    }
}

/// What a claim says whose words are others than they were.
pub fn words_changed(was: &str, is: Option<&str>) -> String {
    match is {
        Some(is) => format!("Its words were changed: “{was}” → “{is}”"),
        None => format!("Its words were deleted: “{was}”"),
    }
}
