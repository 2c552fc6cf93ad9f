//! Times in UTC, to the second, and their text form `YYYY-MM-DDTHH:MM:SSZ`.
//!
//! This module does the calendar arithmetic itself. [`Timestamp::parse`] accepts exactly the text
//! form that the timestamp prints.

/// The number of seconds in a day.
const DAY: i64 = 86_400;
/// The first second after the range that can be written: the start of the year 10000.
const END_OF_RANGE: i64 = 253_402_300_800;
/// The first second that can be written: the start of the year 0.
const FIRST: i64 = -62_167_219_200;

/// A time in UTC, to the second, written `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Makes the time `millis` milliseconds after the start of 1970, rounded down to a second.
    ///
    /// A time after the year 9999 becomes the start of 1970.
    pub fn from_millis(millis: u64) -> Self {
        let seconds = i64::try_from(millis / 1000).unwrap_or(0);
        Self(if seconds < END_OF_RANGE { seconds } else { 0 })
    }

    /// Returns the year, the month and the day, both counted from 1, and the hour, the minute and
    /// the second.
    pub fn fields(self) -> [u16; 6] {
        let (year, month, day) = date(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let parts = [year, month, day, second / 3600, second / 60 % 60, second % 60];
        parts.map(|part| u16::try_from(part).unwrap_or_default())
    }

    /// Returns the time shifted by `minutes`, as a clock shows it that is so many minutes ahead of
    /// UTC.
    #[must_use]
    pub fn to_local(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60)
    }

    /// Parses `YYYY-MM-DDTHH:MM:SSZ`; returns `None` for any other form, including other forms of
    /// RFC 3339.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = text.strip_suffix('Z')?.split_once('T')?;
        let [year, month, day] = numbers(date, '-')?;
        let [hour, minute, second] = numbers(clock, ':')?;
        let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
        // A date that does not exist, such as the 31st of April, prints as another date.
        let moment = Self(seconds);
        let is_ours = (FIRST..END_OF_RANGE).contains(&seconds) && moment.to_string() == text;
        is_ours.then_some(moment)
    }
}

/// Splits `text` at `between` into exactly three numbers.
fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let numbers = text.split(between).map(|part| part.parse::<u16>().ok().map(i64::from));
    numbers.collect::<Option<Vec<_>>>()?.try_into().ok()
}

/// Returns the number of days from the start of 1970 to a date of the Gregorian calendar.
///
/// The calculation counts years from March on, so that the leap day is the last day of a year;
/// after Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, 2021.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Returns the year, month and day of the date `days` days after the start of 1970.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + days.div_euclid(146_097) * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [year, month, day, hour, minute, second] = self.fields();
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}
