//! Verdicts, and the scales that they choose from.
//!
//! A verdict copies the label and the numbers of its rating, so it stays the same when somebody
//! edits the scale. The article has one scale at a time, and its verdicts may come from earlier
//! ones.

use serde_json::{Number, Value};

use crate::{
    json::{JsonObject, parse},
    time::Timestamp,
};

use super::decimal_order::DecimalKey;

/// The outcome of the check of a claim.
///
/// A verdict has a copy of its rating's label and numbers, so it stays valid when the scale
/// changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The identifier of the scale that the verdict was chosen from.
    pub scale: String,
    /// The rating's identifier on that scale; `None` for a verdict in a sentence.
    pub rating: Option<String>,
    /// The rating's label, or the sentence.
    pub label: String,
    /// The rating's number, between `scale_min` and `scale_max`; `None` if the rating has none.
    pub value: Option<Number>,
    /// The best number of the scale; `None` if the rating has no number.
    pub scale_max: Option<Number>,
    /// The worst number of the scale; `None` if the rating has no number.
    pub scale_min: Option<Number>,
    /// The reason for the verdict, in a sentence or two.
    pub summary: String,
    /// When the verdict was given.
    pub at: Timestamp,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// The ratings that an article's verdicts choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The scale's name in files.
    pub id: String,
    /// The scale's name on screen.
    pub label: String,
    /// The ratings, from the worst to the best, then those without a number. A scale without
    /// ratings means that verdicts are sentences.
    pub ratings: Vec<Rating>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// One rating of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The rating's name in files.
    pub id: String,
    /// The rating's name on screen.
    pub label: String,
    /// The rating's number; `None` for a rating such as "Unproven".
    pub value: Option<Number>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// The content of a field for a rating's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberInput {
    /// The field is empty: the rating has no number.
    Empty,
    /// A number. The field may end in a point, because the user may go on typing decimals.
    Number(Number),
    /// Anything else.
    Invalid,
}

impl NumberInput {
    /// Reads the content of the field. The number may have a decimal point or a decimal comma.
    pub fn read(text: &str) -> Self {
        let text = text.trim().replace(',', ".");
        if text.is_empty() {
            return Self::Empty;
        }
        let is_plain = text.chars().all(|it| it.is_ascii_digit() || it == '.' || it == '-');
        match parse(text.strip_suffix('.').unwrap_or(&text)).filter(|_| is_plain) {
            Some(Value::Number(number)) => Self::Number(number),
            Some(_) | None => Self::Invalid,
        }
    }
}

/// Whether a verdict still agrees with the scale of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleMatch {
    /// The same choice would give the same verdict today.
    Current,
    /// The verdict is from this scale, which has changed since.
    Earlier,
    /// The verdict is from another scale.
    Other,
}

impl Scale {
    /// Returns whether verdicts are sentences, because the scale has no ratings.
    pub fn is_free_text(&self) -> bool {
        self.ratings.is_empty()
    }

    /// Returns the rating with an identifier.
    pub fn rating(&self, id: &str) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.id == id)
    }

    /// Returns the verdict for a rating; `None` if the scale has no such rating.
    pub fn verdict(&self, rating: &str, at: Timestamp) -> Option<Verdict> {
        let Rating { id, label, value, .. } = self.rating(rating)?.clone();
        let numbers = || self.ratings.iter().filter_map(|rating| rating.value.as_ref());
        let has_number = value.is_some();
        let best = numbers().max_by_key(|number| DecimalKey::of(number));
        let worst = numbers().min_by_key(|number| DecimalKey::of(number));
        Some(Verdict {
            scale: self.id.clone(),
            rating: Some(id),
            label,
            value,
            scale_max: best.filter(|_| has_number).cloned(),
            scale_min: worst.filter(|_| has_number).cloned(),
            summary: String::new(),
            at,
            unknown: JsonObject::new(),
        })
    }

    /// Returns a verdict in a sentence.
    pub fn free_text_verdict(&self, label: String, at: Timestamp) -> Verdict {
        Verdict {
            scale: self.id.clone(),
            rating: None,
            label,
            value: None,
            scale_max: None,
            scale_min: None,
            summary: String::new(),
            at,
            unknown: JsonObject::new(),
        }
    }

    /// Returns whether a rating has one of the two lowest numbers of the scale. The best rating
    /// never counts as low.
    pub fn is_low(&self, rating: &str) -> bool {
        let number = |rating: &Rating| rating.value.as_ref().map(DecimalKey::of);
        let Some(own) = self.rating(rating).and_then(number) else { return false };
        let mut lower: Vec<DecimalKey> = Vec::new();
        for other in self.ratings.iter().filter_map(number).filter(|other| *other < own) {
            if !lower.contains(&other) {
                lower.push(other);
            }
        }
        let is_best = self.ratings.iter().filter_map(number).all(|other| other <= own);
        lower.len() < 2 && !is_best
    }
}

impl Verdict {
    /// Compares the verdict with the scale of its article.
    pub fn match_scale(&self, scale: &Scale) -> ScaleMatch {
        if self.scale != scale.id {
            return ScaleMatch::Other;
        }
        let now = match &self.rating {
            None if scale.is_free_text() => return ScaleMatch::Current,
            None => None,
            Some(rating) => scale.verdict(rating, self.at),
        };
        let is_same = now.is_some_and(|now| {
            now.label == self.label
                && (now.value, now.scale_max, now.scale_min)
                    == (self.value.clone(), self.scale_max.clone(), self.scale_min.clone())
        });
        if is_same { ScaleMatch::Current } else { ScaleMatch::Earlier }
    }

    /// Returns whether the verdict is low and has no reason. Low is one of the two lowest numbers
    /// of the article's scale; of any other scale only the lowest number is known, so only that one
    /// counts.
    pub fn needs_reason(&self, scale: &Scale) -> bool {
        let is_low = if self.scale == scale.id {
            self.rating.as_ref().is_some_and(|rating| scale.is_low(rating))
        } else {
            self.value.is_some() && self.value == self.scale_min
        };
        is_low && self.summary.trim().is_empty()
    }
}
