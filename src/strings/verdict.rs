//! Text about verdicts and the rating scales that they are chosen from.

#![expect(missing_docs, reason = "each constant and function is its own text")]

use crate::claim::{Scale, ScaleMatch};

pub const VERDICT: &str = "Verdict";
/// The field for a verdict on a scale without ratings.
pub const SENTENCE: &str = "Verdict in a sentence";
pub const REASON: &str = "Reason";
/// Shown while a low rating has no reason.
pub const REASON_ASKED: &str = "Add a reason for this verdict.";
/// The same on the closed card.
pub const REASON_MISSING: &str = "no reason yet";
pub const TAKE_VERDICT_BACK: &str = "Clear verdict";
/// Announced after [`TAKE_VERDICT_BACK`].
pub const VERDICT_TAKEN: &str = "Verdict cleared";
/// The name of the window, and of the button that opens it.
pub const SCALE: &str = "Rating scale";
pub const SCALE_HINT: &str = "Changing the scale does not change existing verdicts.";
/// The field in that window.
pub const SCALES: &str = "Rating scale";
/// Makes a copy of the scale that can be edited.
pub const MAKE_OWN: &str = "Customize this scale";
/// The first name of such a copy.
pub const OWN_SCALE: &str = "My scale";
/// Shown below the ratings of a built-in scale.
pub const SHIPPED_HINT: &str = "This scale is built in. Customize it to change it.";
/// Shown for a scale without ratings.
pub const SENTENCE_HINT: &str = "This scale has no ratings: each verdict is a sentence.";
pub const SCALE_NAME: &str = "Scale name";
pub const RATINGS: &str = "Ratings";
pub const RATING: &str = "Rating";
pub const NUMBER: &str = "Number";
/// Shown in an empty field [`NUMBER`].
pub const NO_NUMBER_HINT: &str = "none";
pub const NEW_RATING: &str = "Add a rating";
pub const REMOVE: &str = "Remove";
pub const SCALE_CHOSEN: &str = "New articles will start with this scale.";
pub const EMPTY_RATING: &str = "A rating needs a name. No rating was added.";
/// Shown when the text in a field [`NUMBER`] is not a number.
pub const NO_NUMBER: &str = "That is not a number, so the old number was kept. Enter a number such \
     as 1 or 2.5, or leave the field empty.";
pub const ASK_REASONS: &str = "Ask for a reason for the two lowest ratings";

/// The number of code points of a verdict that a closed card shows.
const SHOWN: usize = 160;

/// The first words of a verdict, as the closed card shows them.
pub fn verdict_in_card(label: &str) -> String {
    let mut shown: String = label.chars().take(SHOWN).collect();
    if shown.len() < label.len() {
        shown.push('…');
    }
    shown
}

/// Announced when a verdict is chosen.
pub fn verdict_given(label: &str, lacks_reason: bool) -> String {
    let more = if lacks_reason { REASON_ASKED } else { "" };
    format!("{label}. {more}").trim_end().to_owned()
}

/// Shown for a verdict that the scale of the article does not offer now; `None` for one that it
/// does. `scale` is the name of the scale that the verdict came from, if that is known.
pub fn verdict_from(label: &str, scale: Option<&str>, scale_match: ScaleMatch) -> Option<String> {
    let other = scale.map_or_else(
        || "another scale".to_owned(),
        |scale| format!("the scale \u{201c}{scale}\u{201d}"),
    );
    match scale_match {
        ScaleMatch::Current => None,
        ScaleMatch::Earlier => Some(format!(
            "\u{201c}{label}\u{201d} is from an earlier version of this scale and was kept."
        )),
        ScaleMatch::Other => Some(format!("\u{201c}{label}\u{201d} is from {other} and was kept.")),
    }
}

/// The name of a scale; its name in files where it has no other.
pub fn scale_name(scale: &Scale) -> &str {
    if scale.label.trim().is_empty() { &scale.id } else { &scale.label }
}

/// A rating with its number.
pub fn rating(label: &str, number: Option<&impl ToString>) -> String {
    number.map_or_else(|| label.to_owned(), |number| format!("{label} ({})", number.to_string()))
}
