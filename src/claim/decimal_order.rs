//! Which of two numbers is the greater, by their digits.
//!
//! The standard library's way from text to a number that can be compared brings ten kilobytes of
//! tables.

use std::cmp::Ordering;

use serde_json::Number;

/// How large a number is, in an order that is that of the numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DecimalKey {
    /// -1, 0 or 1.
    sign: i8,
    /// Ten to the power of this is the place of the first digit; 0 for zero.
    place: i64,
    /// The digits from the first that is not 0 to the last that is not 0.
    digits: String,
}

impl DecimalKey {
    /// How large a number is.
    pub(super) fn of(number: &Number) -> Self {
        let text = number.to_string();
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text.as_str()),
        };
        let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, rest) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{rest}");
        let digits = all.trim_start_matches('0');
        if digits.is_empty() {
            return Self { sign: 0, place: 0, digits: String::new() };
        }
        let skipped = i64::try_from(all.len() - digits.len()).unwrap_or(i64::MAX);
        let whole = i64::try_from(whole.len()).unwrap_or(i64::MAX);
        Self {
            sign: if is_negative { -1 } else { 1 },
            place: read_power(power).saturating_add(whole.saturating_sub(skipped)),
            digits: digits.trim_end_matches('0').to_owned(),
        }
    }
}

/// The power of ten that a number is written with; one that no computer counts is the largest.
fn read_power(power: &str) -> i64 {
    let furthest = if power.starts_with('-') { i64::MIN } else { i64::MAX };
    power.parse().unwrap_or(furthest)
}

impl PartialOrd for DecimalKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DecimalKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let further = (self.place, &self.digits).cmp(&(other.place, &other.digits));
        let further = if self.sign < 0 { further.reverse() } else { further };
        self.sign.cmp(&other.sign).then(further)
    }
}
