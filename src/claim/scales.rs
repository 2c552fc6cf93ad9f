//! The built-in scales: common ways of rating claims that the user can choose for an article.
//!
//! Built-in scales never change. The user can copy one to make a scale that can be edited.

use serde_json::Number;

use crate::json::JsonObject;

use super::{Rating, Scale};

/// A built-in scale. A scale with an organisation's name follows that organisation's way of rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltinScale {
    /// The scale's name in files.
    pub id: &'static str,
    /// The scale's name on screen.
    pub label: &'static str,
    /// The ratings from the worst to the best, then those without a number: the name in files, the
    /// label and the number. The list is empty if verdicts are sentences.
    pub ratings: &'static [(&'static str, &'static str, Option<u8>)],
}

/// Five points, as Google's `ClaimReview` example has them, and three ratings without a number. It
/// is a separate constant so that `default_scale` needs no other scale of the list.
const FIVE_POINT: BuiltinScale = BuiltinScale {
    id: "five-point",
    label: "Five points",
    ratings: &[
        ("false", "False", Some(1)),
        ("mostly-false", "Mostly false", Some(2)),
        ("half-true", "Half true", Some(3)),
        ("mostly-true", "Mostly true", Some(4)),
        ("true", "True", Some(5)),
        ("unproven", "Unproven", None),
        ("misleading", "Misleading", None),
        ("satire", "Satire", None),
    ],
};

/// Every built-in scale, in the order in which the program offers them.
pub const BUILTIN_SCALES: [BuiltinScale; 7] = [
    FIVE_POINT,
    BuiltinScale {
        id: "politifact",
        label: "In the style of PolitiFact",
        ratings: &[
            ("pants-on-fire", "Pants on Fire", Some(1)),
            ("false", "False", Some(2)),
            ("mostly-false", "Mostly False", Some(3)),
            ("half-true", "Half True", Some(4)),
            ("mostly-true", "Mostly True", Some(5)),
            ("true", "True", Some(6)),
        ],
    },
    BuiltinScale {
        id: "snopes",
        label: "In the style of Snopes",
        ratings: &[
            ("false", "False", Some(1)),
            ("mostly-false", "Mostly False", Some(2)),
            ("mixture", "Mixture", Some(3)),
            ("mostly-true", "Mostly True", Some(4)),
            ("true", "True", Some(5)),
            ("unproven", "Unproven", None),
            ("unfounded", "Unfounded", None),
            ("outdated", "Outdated", None),
            ("miscaptioned", "Miscaptioned", None),
            ("misattributed", "Misattributed", None),
            ("correct-attribution", "Correct Attribution", None),
            ("labeled-satire", "Labeled Satire", None),
            ("research-in-progress", "Research In Progress", None),
        ],
    },
    BuiltinScale {
        id: "africacheck",
        label: "In the style of Africa Check",
        ratings: &[
            ("incorrect", "Incorrect", Some(1)),
            ("mostly-correct", "Mostly correct", Some(2)),
            ("correct", "Correct", Some(3)),
            ("misleading", "Misleading", None),
            ("exaggerated", "Exaggerated", None),
            ("understated", "Understated", None),
            ("unproven", "Unproven", None),
        ],
    },
    BuiltinScale {
        id: "meta",
        label: "In the style of Meta",
        ratings: &[
            ("false", "False", None),
            ("altered", "Altered", None),
            ("partly-false", "Partly False", None),
            ("missing-context", "Missing Context", None),
            ("satire", "Satire", None),
            ("true", "True", None),
        ],
    },
    BuiltinScale { id: "sentence", label: "A plain sentence", ratings: &[] },
    BuiltinScale {
        id: "check",
        label: "In the style of Check by Meedan",
        ratings: &[
            ("false", "False", None),
            ("verified", "Verified", None),
            ("undetermined", "Undetermined", None),
            ("not-applicable", "Not applicable", None),
        ],
    },
];

impl BuiltinScale {
    /// Returns the scale in the form that an article holds.
    pub fn scale(&self) -> Scale {
        let ratings = self.ratings.iter().map(|(id, label, value)| Rating {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            value: value.map(Number::from),
            unknown: JsonObject::new(),
        });
        Scale {
            id: self.id.to_owned(),
            label: self.label.to_owned(),
            ratings: ratings.collect(),
            unknown: JsonObject::new(),
        }
    }
}

impl Scale {
    /// Returns whether the scale has the identifier of a built-in scale. Such a scale cannot be
    /// edited, so that its name means the same everywhere.
    pub fn is_shipped(&self) -> bool {
        BUILTIN_SCALES.iter().any(|it| it.id == self.id)
    }
}

/// Returns the scale that a new article starts with if the user has chosen no other.
pub fn default_scale() -> Scale {
    FIVE_POINT.scale()
}
