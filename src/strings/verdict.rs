//! What is said of verdicts and their scales.

use crate::claim::{Scale, ScaleMatch};

/// The name of the choice of a verdict.
pub const VERDICT: &str = "Verdict";
/// The name of the field for a verdict in a sentence.
pub const SENTENCE: &str = "The verdict in a sentence";
/// The name of the field for the reason.
pub const REASON: &str = "Why, in a sentence or two";
/// What is said of a low rating without a reason.
pub const REASON_ASKED: &str = "A reason is asked for before this can stand.";
/// What the closed card says of such a rating.
pub const REASON_MISSING: &str = "no reason yet";
/// The name of the button that takes a verdict back.
pub const TAKE_VERDICT_BACK: &str = "Take it back";
/// What is said when a verdict was taken back.
pub const VERDICT_TAKEN: &str = "Verdict taken back";
/// The name of the window with the scale.
pub const SCALE: &str = "Scale of the verdicts";
/// What the window says first.
pub const SCALE_HINT: &str = "Verdicts that were given stay as they are when the scale changes.";
/// The name of the choice of a scale.
pub const SCALES: &str = "Verdicts of this article are chosen from";
/// The name of the button that makes an own scale.
pub const MAKE_OWN: &str = "Make an own scale of it";
/// What an own scale is called before it is named.
pub const OWN_SCALE: &str = "Own scale";
/// What is said of the ratings of a scale that comes with Claimlight.
pub const SHIPPED_HINT: &str = "This scale comes with Claimlight and stays as it is.";
/// What is said of a scale without ratings.
pub const SENTENCE_HINT: &str = "There are no ratings: each verdict is a sentence.";
/// The name of the field for a scale's name.
pub const SCALE_NAME: &str = "Name of the scale";
/// The name of the list of ratings.
pub const RATINGS: &str = "Ratings";
/// The name of the field for a rating's words.
pub const RATING: &str = "Rating";
/// The name of the field for a rating's number.
pub const NUMBER: &str = "Number";
/// What stands in the field of a number while there is none.
pub const NO_NUMBER_HINT: &str = "none";
/// The name of the field for a further rating.
pub const NEW_RATING: &str = "A further rating";
/// The name of the button that takes a rating out.
pub const REMOVE: &str = "Remove";
/// What is said when a scale was chosen for new articles.
pub const SCALE_CHOSEN: &str = "New articles begin with this scale.";
/// What is said when a rating was to have no words.
pub const EMPTY_RATING: &str = "A rating needs words, so none was added.";
/// What is said when a number is none.
pub const NO_NUMBER: &str =
    "That is no number, so the rating kept the one it had. Write one such as 1 or 2.5, or nothing.";
/// The name of the switch for reasons.
pub const ASK_REASONS: &str = "Ask for a reason before one of the two lowest numbers can stand";

/// How much of a verdict a closed card says, in code points.
const SHOWN: usize = 160;

/// A verdict as a closed card says it: the first words of a long sentence.
pub fn verdict_in_card(label: &str) -> String {
    let mut shown: String = label.chars().take(SHOWN).collect();
    if shown.len() < label.len() {
        shown.push('…');
    }
    shown
}

/// What is said when a verdict was given.
pub fn verdict_given(label: &str, lacks_reason: bool) -> String {
    let more = if lacks_reason { REASON_ASKED } else { "" };
    format!("{label}. {more}").trim_end().to_owned()
}

/// What is said of a verdict that the article's scale would not give now; `None` of one that it
/// would. `scale` is what the scale is called that it was taken from, where that is known.
pub fn verdict_from(label: &str, scale: Option<&str>, scale_match: ScaleMatch) -> Option<String> {
    let other = scale.map_or_else(
        || "another scale".to_owned(),
        |scale| format!("the scale \u{201c}{scale}\u{201d}"),
    );
    match scale_match {
        ScaleMatch::Current => None,
        ScaleMatch::Earlier => Some(format!(
            "\u{201c}{label}\u{201d}, from this scale as it was before it was edited. It stands as \
             it was given."
        )),
        ScaleMatch::Other => {
            Some(format!("\u{201c}{label}\u{201d}, from {other}. It stands as it was given."))
        }
    }
}

/// What a scale is called, be it by its name in files.
pub fn scale_name(scale: &Scale) -> &str {
    if scale.label.trim().is_empty() { &scale.id } else { &scale.label }
}

/// A rating in the list of a scale, with its number.
pub fn rating(label: &str, number: Option<&impl ToString>) -> String {
    number.map_or_else(|| label.to_owned(), |number| format!("{label} ({})", number.to_string()))
}
