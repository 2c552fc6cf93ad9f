//! Reconstructs the numbers that browsers draw before the items of ordered lists.
//!
//! The attributes `type`, `start`, `reversed` and `value` and the inline list style decide the
//! number. A list without visible numbers gets none, and a number that the item's text already has
//! is not repeated.

use super::tree::{Element, NodeId, Step, Tree};

/// The numbering styles: the value of the attribute `type` (empty if there is none), the value of
/// the CSS property `list-style-type`, and the style.
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
/// CSS list styles that draw a bullet before each item, as in an unordered list.
const BULLETS: [&str; 3] = ["disc", "circle", "square"];
/// Words in the names of lists that pages display without numbers, mostly for navigation.
const NAVIGATION_WORDS: [&str; 7] =
    ["breadcrumb", "breadcrumbs", "menu", "nav", "unstyled", "pagination", "comments"];
/// The Roman numerals from which all others are composed, in descending order.
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
/// The greatest number that is written in Roman numerals.
const GREATEST_ROMAN: i32 = 3999;
/// How many steps of a walk into an item the search for its first words makes.
const MOST_STEPS: usize = 20;

/// The numbering style of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Digits,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
    Unseen,
}

/// An open list.
#[derive(Debug)]
pub(super) struct List {
    numbers: Numbers,
    /// The number of the next item, unless the item has its own.
    next: i32,
    /// The difference between two numbers: 1, or -1 in a reversed list.
    step: i32,
}

impl List {
    /// Returns the list that an element opens; `None` if the element is no list.
    pub(super) fn of(tree: &Tree, id: NodeId, element: &Element) -> Option<Self> {
        match element.html_name() {
            "ul" | "menu" | "dir" => Some(Self { numbers: Numbers::Unseen, next: 1, step: 1 }),
            "ol" => {
                let is_way = element.is_named(&NAVIGATION_WORDS);
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

    /// Returns the number before the next item, with a full stop, and advances the count; `None` if
    /// the list or the item shows no number or the item's text begins with it.
    pub(super) fn mark(&mut self, tree: &Tree, id: NodeId, item: &Element) -> Option<String> {
        let value = number(item, "value").unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        let own = explicit_numbers(item).unwrap_or(self.numbers);
        let written = if self.numbers == Numbers::Unseen { None } else { own.written(value) };
        written.map(|it| format!("{it}.")).filter(|mark| !begins_with(tree, id, mark))
    }
}

impl Numbers {
    /// Returns a number in this style; `None` if the style shows no numbers.
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

/// Returns the numbering style of a list, decimal digits by default.
fn numbers(list: &Element) -> Numbers {
    explicit_numbers(list).unwrap_or(Numbers::Digits)
}

/// Returns the numbering style that an element defines: by its inline style, otherwise by its
/// attribute `type`. `None` if it defines none.
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

/// Returns the integer at the beginning of an attribute, as HTML parses it: anything after the
/// digits is ignored. `None` if there is no number in the range of `i32`.
fn number(element: &Element, attribute: &str) -> Option<i32> {
    let value = element.attribute(attribute)?.trim();
    let end = value
        .char_indices()
        .find(|(at, it)| !(it.is_ascii_digit() || (*at == 0 && ['-', '+'].contains(it))));
    let (digits, _) = value.split_at_checked(end.map_or(value.len(), |it| it.0))?;
    digits.parse().ok()
}

/// Returns how many items are direct children of a list.
fn items(tree: &Tree, list: NodeId) -> i32 {
    let first = match tree.steps(list).nth(1) {
        Some(Step::Enter(id)) => Some(id),
        Some(Step::Leave(_)) | None => None,
    };
    let children = std::iter::successors(first, |id| tree.next_sibling(*id));
    let is_item = |id: &NodeId| tree.element(*id).is_some_and(|it| it.html_name() == "li");
    i32::try_from(children.filter(is_item).count()).unwrap_or(i32::MAX)
}

/// Returns a number in letters: 26 is `z`, 27 is `aa`. Numbers below 1 become digits.
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

/// Returns a number in Roman numerals. Numbers outside 1 to 3999 become digits.
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

/// Returns whether an item's text already begins with `mark`, as in text from word processors. The
/// text may have a closing bracket instead of the full stop.
fn begins_with(tree: &Tree, item: NodeId, mark: &str) -> bool {
    let texts = tree.steps(item).take(MOST_STEPS).filter_map(|step| match step {
        Step::Enter(id) => tree.text(id),
        Step::Leave(_) => None,
    });
    let text = texts.map(str::trim_start).find(|it| !it.is_empty()).unwrap_or_default();
    let number = mark.trim_end_matches('.');
    text.strip_prefix(number).is_some_and(|rest| rest.starts_with(['.', ')']))
}
