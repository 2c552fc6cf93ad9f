//! Verdicts and the scales they are taken from.

use serde_json::{Number, Value};

use crate::{
    json::{JsonObject, parse},
    time::Timestamp,
};

use super::decimal_order::DecimalKey;

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
    pub scale_max: Option<Number>,
    /// The worst number of the scale.
    pub scale_min: Option<Number>,
    /// Why, in a sentence or two.
    pub summary: String,
    /// When it was given.
    pub at: Timestamp,
    /// Members that this version does not know.
    pub unknown: JsonObject,
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
    pub unknown: JsonObject,
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
    pub unknown: JsonObject,
}

/// What somebody wrote as the number of a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberInput {
    /// Nothing: the rating has none.
    Empty,
    /// A number; a point behind it may be the beginning of more.
    Number(Number),
    /// No number.
    Invalid,
}

impl NumberInput {
    /// Reads what was written, with a point or a comma.
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

/// How a verdict stands to the scale of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleMatch {
    /// It would be the same if it were given now.
    Current,
    /// It was given on this scale, which has been changed since.
    Earlier,
    /// It was given on another scale.
    Other,
}

impl Scale {
    /// Whether verdicts are sentences, because there is no rating to choose.
    pub fn is_free_text(&self) -> bool {
        self.ratings.is_empty()
    }

    /// The rating of that name.
    pub fn rating(&self, id: &str) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.id == id)
    }

    /// The verdict that a rating comes to; `None` where the scale has no such rating.
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

    /// The verdict in a sentence.
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

    /// Whether a rating is one of the two lowest with a number; the best one never is.
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
    /// How it stands to the scale of its article.
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

    /// Whether it is one of the two lowest of the article's scale, or the lowest of another, of which
    /// no more is known, and nothing says why.
    pub fn needs_reason(&self, scale: &Scale) -> bool {
        let is_low = if self.scale == scale.id {
            self.rating.as_ref().is_some_and(|rating| scale.is_low(rating))
        } else {
            self.value.is_some() && self.value == self.scale_min
        };
        is_low && self.summary.trim().is_empty()
    }
}
