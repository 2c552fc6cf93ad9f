//! Verdicts and the scales they are taken from.

use serde_json::Number;

use crate::{json::Members, stamp::Time};

/// What the check of a claim found.
///
/// A verdict keeps its own words and numbers, so it stands when the scale changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The scale that it was taken from.
    pub scale: String,
    /// The rating's name on that scale; `None` for a verdict in a sentence.
    pub rating: Option<String>,
    /// The rating's words, or the sentence.
    pub label: String,
    /// Where the rating stands between `worst` and `best`, when it has a number.
    pub value: Option<Number>,
    /// The best number of the scale.
    pub best: Option<Number>,
    /// The worst number of the scale.
    pub worst: Option<Number>,
    /// Why, in a sentence or two.
    pub summary: String,
    /// When it was given.
    pub at: Time,
    /// Members that this version does not know.
    pub unknown: Members,
}

/// The ratings that verdicts of an article are chosen from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The scale's name in files.
    pub id: String,
    /// The scale's name on screen.
    pub label: String,
    /// The ratings, from the worst to the best, then those without a number.
    pub ratings: Vec<Rating>,
    /// Members that this version does not know.
    pub unknown: Members,
}

/// One rating of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The rating's name in files.
    pub id: String,
    /// The rating's words.
    pub label: String,
    /// The rating's number; `None` for words such as "Unproven".
    pub value: Option<Number>,
    /// Members that this version does not know.
    pub unknown: Members,
}

/// The scale that a new article begins with: five points, as Google's `ClaimReview` example has
/// them, and three ratings without a number.
pub fn shipped_scale() -> Scale {
    const RATINGS: [(&str, &str, Option<u8>); 8] = [
        ("false", "False", Some(1)),
        ("mostly-false", "Mostly false", Some(2)),
        ("half-true", "Half true", Some(3)),
        ("mostly-true", "Mostly true", Some(4)),
        ("true", "True", Some(5)),
        ("unproven", "Unproven", None),
        ("misleading", "Misleading", None),
        ("satire", "Satire", None),
    ];
    let rating = |(id, label, value): (&str, &str, Option<u8>)| Rating {
        id: id.to_owned(),
        label: label.to_owned(),
        value: value.map(Number::from),
        unknown: Members::new(),
    };
    Scale {
        id: "five-point".to_owned(),
        label: "Five points".to_owned(),
        ratings: RATINGS.map(rating).into(),
        unknown: Members::new(),
    }
}
