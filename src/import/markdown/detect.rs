//! Distinguishes Markdown from plain text.
//!
//! Front matter is enough. Otherwise a text must contain at least two different constructs of
//! Markdown, because people use each of them in plain text as well.

use super::front_matter::has_front;

/// The number of lines that the program examines.
const LINES: usize = 2_000;
/// The fewest different constructs of Markdown that a text must contain.
const ENOUGH: usize = 2;
/// The beginnings of the address of a link, with the brackets before it.
const ADDRESSES: [&str; 7] =
    ["](http://", "](https://", "](mailto:", "](www.", "](/", "](#", "](<http"];

/// Returns whether a text is certainly Markdown: it begins with front matter, or contains different
/// constructs that rarely occur together elsewhere. Quotations and lists do not count, because
/// e-mails have them too.
pub(in crate::import) fn looks_like_markdown(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().take(LINES).collect();
    let signs = [
        lines.iter().any(|line| is_heading(line)),
        lines.iter().any(|line| has_link(line)),
        lines.iter().any(|line| has_picture(line)),
        lines.iter().any(|line| has_strong_words(line)),
        lines.iter().any(|line| is_definition(line)),
        lines.iter().filter(|line| is_fence(line)).nth(1).is_some(),
        lines.windows(2).any(|pair| matches!(pair, [head, rule] if is_table(head, rule))),
    ];
    has_front(text) || signs.into_iter().filter(|it| *it).count() >= ENOUGH
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len()))
        && words.strip_prefix(' ').is_some_and(|it| !it.trim().is_empty())
}

fn has_link(line: &str) -> bool {
    ADDRESSES.iter().filter_map(|sign| line.split_once(sign)).any(|(before, after)| {
        let words = before.rsplit_once('[');
        words.is_some_and(|(before, words)| !words.is_empty() && !before.ends_with('!'))
            && after.contains(')')
    })
}

fn has_picture(line: &str) -> bool {
    let after = line.split_once("![").map(|it| it.1);
    after.and_then(|it| it.split_once("](")).is_some_and(|it| it.1.contains(')'))
}

fn has_strong_words(line: &str) -> bool {
    let mut parts = line.split("**").skip(1);
    let is_words = |words: &str| {
        let begins = words.starts_with(|it: char| it.is_alphanumeric() || "\"“„«([".contains(it));
        begins && !words.ends_with(char::is_whitespace) && words.chars().any(char::is_alphabetic)
    };
    // No `**` follows the last part, so the iterator leaves it out.
    let mut words = parts.next();
    std::iter::from_fn(move || {
        let next = parts.next()?;
        words.replace(next)
    })
    .any(is_words)
}

fn is_definition(line: &str) -> bool {
    let name = line.strip_prefix('[').and_then(|it| it.split_once("]: "));
    name.is_some_and(|(name, address)| {
        !name.is_empty() && (address.starts_with("http") || address.starts_with("<http"))
    })
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

fn is_table(head: &str, rule: &str) -> bool {
    head.contains('|')
        && rule.contains('|')
        && rule.contains("--")
        && rule.chars().all(|it| ['|', '-', ':', ' '].contains(&it))
}
