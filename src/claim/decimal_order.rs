//! The order of JSON numbers by their decimal digits.
//!
//! The module compares digits because the standard library's conversion of text to `f64` would add
//! ten kilobytes of tables to the program. The order is exact for numbers of any length.

use std::cmp::Ordering;

use serde_json::Number;

/// The size of a number, as a key that sorts in the order of the numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DecimalKey {
    /// -1, 0 or 1.
    sign: i8,
    /// The exponent `e` when the number is written as 0.`digits` × 10^e; 0 for zero.
    place: i64,
    /// The number's digits from the first to the last that is not 0.
    digits: String,
}

impl DecimalKey {
    /// Returns the sort key of a number.
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

/// Reads the exponent of a number. Returns the lowest or the highest `i64` if the exponent does not
/// fit.
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
