//! Parses the timing line of a cue, such as `00:01:02,000 --> 00:01:04,500`, and formats times. All
//! times are in milliseconds.

use std::ops::Range;

/// The separator between the start and the end.
const ARROW: &str = "-->";

/// The content of a timing line.
#[derive(Clone, Debug)]
pub(super) struct Timing<'a> {
    /// The start and the end of the cue, in milliseconds.
    pub(super) times: Range<u64>,
    /// The rest of the line, without settings for the position on the picture; may be empty.
    pub(super) rest: &'a str,
}

/// Parses the timing line of a cue; `None` where the start or the end is not a valid time.
pub(super) fn timing(line: &str) -> Option<Timing<'_>> {
    let (start, end) = line.split_once(ARROW)?;
    let end = end.trim();
    let (end, rest) = end.split_once(char::is_whitespace).unwrap_or((end, ""));
    let is_place = rest.split_whitespace().all(|word| word.contains(':'));
    let rest = if is_place { "" } else { rest };
    Some(Timing { times: moment(start.trim())?..moment(end)?, rest })
}

/// Parses a time such as `01:02:03,450`, `02:03.450` or `01:02:03`, and returns it in milliseconds.
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

/// Parses a number of one to six digits.
fn number(text: &str) -> Option<u64> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Formats a time for the user, as hours, minutes and seconds.
pub(super) fn shown(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
