//! A moment in UTC, and how it is written.

/// How many seconds a day has.
const DAY: i64 = 86_400;
/// The first second that is too late to be written: the start of the year 10000.
const END_OF_RANGE: i64 = 253_402_300_800;
/// The first second that can be written: the start of the year 0.
const FIRST: i64 = -62_167_219_200;

/// A moment in UTC, to the second: written `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment that many milliseconds after the start of 1970, rounded down to a second.
    ///
    /// Moments outside the years 0 to 9999 become the start of 1970.
    pub fn from_millis(millis: u64) -> Self {
        let seconds = i64::try_from(millis / 1000).unwrap_or(0);
        Self(if seconds < END_OF_RANGE { seconds } else { 0 })
    }

    /// The year, the month and the day, counted from 1, and the hour, the minute and the second.
    pub fn fields(self) -> [u16; 6] {
        let (year, month, day) = date(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let parts = [year, month, day, second / 3600, second / 60 % 60, second % 60];
        parts.map(|part| u16::try_from(part).unwrap_or_default())
    }

    /// The same moment on a clock that is so many minutes ahead.
    #[must_use]
    pub fn to_local(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60)
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`; `None` for any other form, also for other RFC 3339 forms.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = text.strip_suffix('Z')?.split_once('T')?;
        let [year, month, day] = numbers(date, '-')?;
        let [hour, minute, second] = numbers(clock, ':')?;
        let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
        // What is written another way, such as the 31st of April, comes out another way.
        let moment = Self(seconds);
        let is_ours = (FIRST..END_OF_RANGE).contains(&seconds) && moment.to_string() == text;
        is_ours.then_some(moment)
    }
}

fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let numbers = text.split(between).map(|part| part.parse::<u16>().ok().map(i64::from));
    numbers.collect::<Option<Vec<_>>>()?.try_into().ok()
}

/// How many days lie between the start of 1970 and a date of the Gregorian calendar.
///
/// Years are counted from March on, so that the leap day is the last; after Howard Hinnant,
/// chrono-Compatible Low-Level Date Algorithms, 2021.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year, month and day of the date that many days after the start of 1970.
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
