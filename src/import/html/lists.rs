//! The numbers before the items of ordered lists.

use super::tree::{Element, NodeId, Step, Tree};

/// The kinds of numbers, by the attribute `type` and by the style that lists of the kind have.
const NUMBERS: [(&str, &str, Numbers); 9] = [
    ("1", "decimal", Numbers::Digits),
    ("", "decimal-leading-zero", Numbers::Digits),
    ("a", "lower-alpha", Numbers::Letters),
    ("", "lower-latin", Numbers::Letters),
    ("A", "upper-alpha", Numbers::Capitals),
    ("", "upper-latin", Numbers::Capitals),
    ("i", "lower-roman", Numbers::Roman),
    ("I", "upper-roman", Numbers::RomanCapitals),
    ("", "none", Numbers::Unseen),
];
/// Styles that set a sign before each item, as in a list without order.
const BULLETS: [&str; 3] = ["disc", "circle", "square"];
/// Words in the names of lists that lead through a site, and show no numbers.
const WAYS: [&str; 7] =
    ["breadcrumb", "breadcrumbs", "menu", "nav", "unstyled", "pagination", "comments"];
/// Roman numbers as far as they are written.
const ROMAN: [(i32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];
/// The greatest number that is written in Roman signs.
const GREATEST_ROMAN: i32 = 3999;
/// How many steps into an item are taken for its first words.
const MOST_STEPS: usize = 20;

/// How the numbers of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Digits,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
    Unseen,
}

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    numbers: Numbers,
    next: i32,
    step: i32,
}

impl List {
    /// The list that an element is, if it is one.
    pub(super) fn of(tree: &Tree, id: NodeId, element: &Element) -> Option<Self> {
        match element.html_name() {
            "ul" | "menu" | "dir" => Some(Self { numbers: Numbers::Unseen, next: 1, step: 1 }),
            "ol" => {
                let is_way = element.is_named(&WAYS);
                let numbers = if is_way { Numbers::Unseen } else { numbers(element) };
                let start = number(element, "start");
                let is_reversed = element.attribute("reversed").is_some();
                let last = if is_reversed && start.is_none() { items(tree, id) } else { 1 };
                let step = if is_reversed { -1 } else { 1 };
                Some(Self { numbers, next: start.unwrap_or(last), step })
            }
            _ => None,
        }
    }

    /// What stands before the item that comes next, if a number does that is not in its text.
    pub(super) fn mark(&mut self, tree: &Tree, id: NodeId, item: &Element) -> Option<String> {
        let value = number(item, "value").unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        let own = explicit_numbers(item).unwrap_or(self.numbers);
        let written = if self.numbers == Numbers::Unseen { None } else { own.written(value) };
        written.map(|it| format!("{it}.")).filter(|mark| !begins_with(tree, id, mark))
    }
}

impl Numbers {
    fn written(self, value: i32) -> Option<String> {
        match self {
            Self::Digits => Some(value.to_string()),
            Self::Letters => Some(letters(value)),
            Self::Capitals => Some(letters(value).to_ascii_uppercase()),
            Self::Roman => Some(roman(value)),
            Self::RomanCapitals => Some(roman(value).to_ascii_uppercase()),
            Self::Unseen => None,
        }
    }
}

/// How the numbers of a list are written.
fn numbers(list: &Element) -> Numbers {
    explicit_numbers(list).unwrap_or(Numbers::Digits)
}

/// How numbers are written, where an element says so.
fn explicit_numbers(element: &Element) -> Option<Numbers> {
    let style = element.style("list-style-type").or_else(|| element.style("list-style"));
    if let Some(style) = style {
        let mut words = style.split_whitespace();
        let known = words.find_map(|word| {
            let row = NUMBERS.iter().find(|row| row.1 == word).map(|row| row.2);
            row.or_else(|| BULLETS.contains(&word).then_some(Numbers::Unseen))
        });
        if known.is_some() {
            return known;
        }
    }
    let kind = element.attribute("type").map(str::trim).filter(|it| !it.is_empty())?;
    NUMBERS.iter().find(|row| row.0 == kind).map(|row| row.2)
}

/// A whole number as HTML reads it: what follows it does not count.
fn number(element: &Element, attribute: &str) -> Option<i32> {
    let value = element.attribute(attribute)?.trim();
    let end = value
        .char_indices()
        .find(|(at, it)| !(it.is_ascii_digit() || (*at == 0 && ['-', '+'].contains(it))));
    let (digits, _) = value.split_at_checked(end.map_or(value.len(), |it| it.0))?;
    digits.parse().ok()
}

/// How many items stand in a list itself.
fn items(tree: &Tree, list: NodeId) -> i32 {
    let first = match tree.steps(list).nth(1) {
        Some(Step::Enter(id)) => Some(id),
        Some(Step::Leave(_)) | None => None,
    };
    let children = std::iter::successors(first, |id| tree.next_sibling(*id));
    let is_item = |id: &NodeId| tree.element(*id).is_some_and(|it| it.html_name() == "li");
    i32::try_from(children.filter(is_item).count()).unwrap_or(i32::MAX)
}

/// A number as letters, which go on with two after the last; digits where there are none for it.
fn letters(value: i32) -> String {
    let Some(mut left) = u32::try_from(value).ok().filter(|it| *it > 0) else {
        return value.to_string();
    };
    let mut signs = Vec::new();
    while left > 0 {
        left -= 1;
        signs.extend(char::from_u32('a' as u32 + left % 26));
        left /= 26;
    }
    signs.iter().rev().collect()
}

/// A number in Roman signs; digits where there are none for it.
fn roman(value: i32) -> String {
    if !(1..=GREATEST_ROMAN).contains(&value) {
        return value.to_string();
    }
    let (mut left, mut text) = (value, String::new());
    for (sign, written) in ROMAN {
        while left >= sign {
            text.push_str(written);
            left -= sign;
        }
    }
    text
}

/// Whether an item's text has the mark already, as texts of word processors do.
fn begins_with(tree: &Tree, item: NodeId, mark: &str) -> bool {
    let texts = tree.steps(item).take(MOST_STEPS).filter_map(|step| match step {
        Step::Enter(id) => tree.text(id),
        Step::Leave(_) => None,
    });
    let text = texts.map(str::trim_start).find(|it| !it.is_empty()).unwrap_or_default();
    let number = mark.trim_end_matches('.');
    text.strip_prefix(number).is_some_and(|rest| rest.starts_with(['.', ')']))
}
