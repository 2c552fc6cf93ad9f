//! Text about splitting, joining and correcting paragraphs.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use super::count;

pub const SPLIT: &str = "Paragraph split";
/// Shown when nothing inside the paragraph is selected.
pub const NO_SPLIT: &str = "To split a paragraph, select the words that will begin the second part \
     (S selects a sentence), then choose this again.";
pub const JOINED: &str = "Joined with the next paragraph";
pub const NO_JOIN: &str = "This is the last paragraph, so there is no next paragraph to join.";
pub const CORRECT: &str = "Correct the text";
pub const CORRECTED_TEXT: &str = "Text of this paragraph";
pub const CORRECT_HINT: &str = "Claims keep their words. If you change the words of a claim, the \
     claim says so. Undo restores the old text.";
pub const CORRECT_NOW: &str = "Save";
/// Shown when the corrected text is empty.
pub const NO_WORDS: &str = "A paragraph needs at least one word. To remove it, join it with \
     another paragraph or make it a promo.";
/// Shown when the window opens with text that was typed before and not saved.
pub const DRAFT: &str = "You typed this earlier and did not save it. Cancel discards it and leaves \
     the paragraph as it is.";
pub const CHANGED_MEANWHILE: &str = "Another tab has changed this paragraph since you opened it. \
     Save again to replace that change with your text, or cancel to keep the change.";
pub const NO_BLOCK: &str = "The text was not corrected, because another tab joined this paragraph \
     to another one. Your text was kept.";
/// Closes the line of [`words_changed`] on a claim.
pub const WORDS_SEEN: &str = "Dismiss";

/// Announced after a correction that changed the words of `claims` claims.
pub fn corrected(claims: usize) -> String {
    match claims {
        0 => "Text corrected".to_owned(),
        _ => format!("Text corrected. Words changed in {}", count(claims, "claim", "claims")),
    }
}

/// Shown on a claim whose words were corrected; `is` is `None` where they were deleted.
pub fn words_changed(was: &str, is: Option<&str>) -> String {
    match is {
        Some(is) => format!("Words changed: “{was}” → “{is}”"),
        None => format!("Words deleted: “{was}”"),
    }
}
