//! Extracts the names of the authors from a byline. The words before the names, such as "by", are
//! known for a few languages.

/// The words that come before a name, in lower case.
const BEFORE_NAMES: [&str; 7] =
    ["written by ", "reporting by ", "by ", "von ", "por ", "par ", "di "];

/// Returns the names in a byline; `None` where it contains none.
pub(super) fn parse_byline(byline: &str) -> Option<String> {
    let names = byline.trim();
    let rest = BEFORE_NAMES.iter().find_map(|it| {
        names.split_at_checked(it.len()).filter(|(start, _)| start.eq_ignore_ascii_case(it))
    });
    let names = rest.map_or(names, |(_, rest)| rest).trim();
    (!names.is_empty()).then(|| names.to_owned())
}
