//! The line of a cue that says when it is shown.

use std::ops::Range;

/// What stands between the two moments.
const ARROW: &str = "-->";

/// When a cue is shown.
#[derive(Clone, Debug)]
pub(super) struct Timing<'a> {
    /// From when to when, in milliseconds.
    pub(super) times: Range<u64>,
    /// What follows in the line and does not say where the cue stands on the picture; may be empty.
    pub(super) rest: &'a str,
}

/// When a cue is shown, by its line; `None` where both moments cannot be read.
pub(super) fn timing(line: &str) -> Option<Timing<'_>> {
    let (start, end) = line.split_once(ARROW)?;
    let end = end.trim();
    let (end, rest) = end.split_once(char::is_whitespace).unwrap_or((end, ""));
    let is_place = rest.split_whitespace().all(|word| word.contains(':'));
    let rest = if is_place { "" } else { rest };
    Some(Timing { times: moment(start.trim())?..moment(end)?, rest })
}

/// A moment such as `01:02:03,450`, `02:03.450` or `01:02:03`, in milliseconds.
fn moment(text: &str) -> Option<u64> {
    let (clock, parts) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let mut numbers = clock.split(':').map(number);
    let mut seconds = numbers.next()??;
    let mut count = 1;
    for number in numbers {
        let number = number.filter(|it| *it < 60)?;
        seconds = seconds * 60 + number;
        count += 1;
    }
    let digits = u32::try_from(parts.len()).ok().filter(|it| (1..=3).contains(it))?;
    let parts = number(parts)? * 10_u64.pow(3 - digits);
    (2..=3).contains(&count).then_some(seconds * 1_000 + parts)
}

/// A number of at most six digits.
fn number(text: &str) -> Option<u64> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// A moment as people read it, in hours, minutes and seconds.
pub(super) fn shown(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
