//! Finds the date in the path of an address and the words in its text fragment.
//!
//! A date counts only if the calendar has that day and its year is from 1990 to 2099.

use crate::time::Timestamp;

/// The years for which a number of four digits counts as a year.
const YEARS: std::ops::RangeInclusive<u16> = 1990..=2099;
/// The months as newspapers write them in addresses.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The delimiter before the directives of a fragment, which only the browser reads (WICG, URL
/// Fragment Text Directives).
const DIRECTIVES: &str = ":~:";

/// Returns the date in a path: in three segments, in three parts of one segment, or in eight
/// digits.
pub(super) fn date(path: &str) -> Option<String> {
    let steps: Vec<&str> = path.split('/').collect();
    let in_three = |parts: &[&str]| parts.windows(3).find_map(of_three);
    in_three(&steps)
        .or_else(|| steps.iter().find_map(|step| in_three(&parts(step))))
        .or_else(|| steps.iter().flat_map(|step| parts(step)).find_map(of_digits))
}

/// Splits a path segment at everything but ASCII letters and digits.
fn parts(step: &str) -> Vec<&str> {
    step.split(|it: char| !it.is_ascii_alphanumeric()).collect()
}

/// Returns the date that year, month and day make.
fn of_three(parts: &[&str]) -> Option<String> {
    let [year, month, day] = parts else { return None };
    let is_number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
    };
    let named = MONTHS.iter().zip(1..).find(|(name, _)| month.eq_ignore_ascii_case(name));
    let month = match named {
        Some((_, number)) => number,
        None if is_number(month, 2) => month.parse().ok()?,
        None => return None,
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(day, 2) {
        return None;
    }
    valid(year.parse().ok()?, month, day.parse().ok()?)
}

/// Returns the date in the form `YYYYMMDD`.
fn of_digits(part: &str) -> Option<String> {
    if part.len() != 8 || !part.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = part.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    valid(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Returns a date as `YYYY-MM-DD`; `None` if the calendar does not have it or the year is out of
/// range.
fn valid(year: u16, month: u8, day: u8) -> Option<String> {
    let date = format!("{year:04}-{month:02}-{day:02}");
    Timestamp::parse(&format!("{date}T00:00:00Z")).filter(|_| YEARS.contains(&year)).map(|_| date)
}

/// Returns an address without the directives in its fragment, and the words that these point to.
pub(super) fn split_text_fragment(text: &str) -> (String, Option<String>) {
    let Some((rest, directives)) = text
        .split_once('#')
        .and_then(|(rest, fragment)| Some((rest, fragment.split_once(DIRECTIVES)?)))
        .map(|(rest, (place, directives))| {
            let place = if place.is_empty() { String::new() } else { format!("#{place}") };
            (format!("{rest}{place}"), directives)
        })
    else {
        return (text.to_owned(), None);
    };
    let text_directives =
        directives.split('&').filter_map(|it| text_directive(it.strip_prefix("text=")?));
    let text_directives = text_directives.collect::<Vec<_>>().join(" … ");
    (rest, Some(text_directives).filter(|it| !it.is_empty()))
}

/// Returns the words of a text directive, `[before-,]start[,end][,-after]`, without its context.
fn text_directive(directive: &str) -> Option<String> {
    let parts = directive.split(',').filter(|part| !part.ends_with('-') && !part.starts_with('-'));
    let words: Option<Vec<String>> = parts.map(decoded).collect();
    let words = words?.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" … ");
    Some(words).filter(|it| !it.is_empty())
}

/// Decodes the percent escapes of a text and puts single spaces between its words; `None` if an
/// escape or the UTF-8 is invalid.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let words = text.split(|it: char| it.is_whitespace() || it.is_control());
    Some(words.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" "))
}
