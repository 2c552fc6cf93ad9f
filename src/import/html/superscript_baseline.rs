//! How an element stands to the line that it is in.

use super::{
    element::Display,
    tree::{Element, NodeId, Step, Tree},
};

/// Classes for raised and lowered text, in lower case.
const RAISED: [&str; 3] = ["sup", "super", "superscript"];
const LOWERED: [&str; 2] = ["sub", "subscript"];
/// Classes for the mark of a note, in lower case.
const NOTE_MARKS: [&str; 5] =
    ["footnote-anchor", "footnote-ref", "footnoteref", "noteref", "footnote-marker"];
/// What the parts of a page are called that hold notes, in lower case.
const NOTES: [&str; 4] = ["fn", "footnote", "cite_note", "_ftn"];
/// What is in the names of the places that notes lead back to.
const BACKLINK_WORDS: [&str; 3] = ["ref", "anchor", "back"];
/// The longest mark that only a class or a link tells, in characters.
const LONGEST_MARK: usize = 4;
/// How many steps through an element are taken for its mark.
const MOST_STEPS: usize = 20;
/// By how much a length must move text for it to stand on no line, in hundredths of its size; less
/// only sets signs straight.
const LEAST: f32 = 20.0;
/// How much of its size a pixel or a point is, in hundredths.
const POINT: f32 = 7.0;

/// How an element stands to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BaselinePosition {
    Above,
    Below,
    /// The reading of a word, beside it.
    RubyText,
    /// The brackets that browsers show only where they cannot show a reading beside its word.
    RubyParenthesis,
    /// The mark of a note.
    Note,
}

/// How an element stands to the line; `None` where it stands in it.
pub(super) fn baseline_position(
    tree: &Tree,
    id: NodeId,
    element: &Element,
) -> Option<BaselinePosition> {
    match element.html_name() {
        "" => None,
        "sup" => Some(BaselinePosition::Above),
        "sub" => Some(BaselinePosition::Below),
        "rt" => Some(BaselinePosition::RubyText),
        "rp" => Some(BaselinePosition::RubyParenthesis),
        _ if element.display() != Display::Inline => None,
        _ => element
            .baseline_by_style()
            .or_else(|| element.baseline_by_class().filter(|_| is_mark(tree, id))),
    }
}

impl Element {
    /// Where the element's own style moves its text.
    fn baseline_by_style(&self) -> Option<BaselinePosition> {
        match self.style("vertical-align")?.as_str() {
            "super" | "text-top" => Some(BaselinePosition::Above),
            "sub" => Some(BaselinePosition::Below),
            length => match hundredths(length)? {
                up if up >= LEAST => Some(BaselinePosition::Above),
                down if down <= -LEAST => Some(BaselinePosition::Below),
                _ => None,
            },
        }
    }

    /// Where its class or its link says that its text stands, if that is a mark.
    fn baseline_by_class(&self) -> Option<BaselinePosition> {
        let class = self.attribute("class").unwrap_or_default().to_ascii_lowercase();
        let has = |list: &[&str]| class.split_whitespace().any(|it| list.contains(&it));
        if has(&NOTE_MARKS) || self.leads_to_note() {
            Some(BaselinePosition::Note)
        } else if has(&RAISED) {
            Some(BaselinePosition::Above)
        } else {
            has(&LOWERED).then_some(BaselinePosition::Below)
        }
    }

    fn leads_to_note(&self) -> bool {
        let address = self.attribute("href").filter(|_| self.html_name() == "a");
        let place = address.and_then(|it| it.rsplit_once('#')).map(|it| it.1.to_ascii_lowercase());
        place.is_some_and(|place| {
            let mut notes = NOTES.iter().filter_map(|it| place.strip_prefix(it));
            notes.any(|rest| !BACKLINK_WORDS.iter().any(|it| rest.contains(it)))
        })
    }
}

/// A length in hundredths of the size of the letters.
fn hundredths(length: &str) -> Option<f32> {
    let units =
        [("%", 1.0), ("rem", 100.0), ("em", 100.0), ("ex", 50.0), ("px", POINT), ("pt", POINT)];
    let (number, unit) =
        units.iter().find_map(|(name, unit)| Some((length.strip_suffix(name)?, unit)))?;
    number.trim().parse::<f32>().ok().map(|it| it * unit)
}

/// Whether an element holds but a sign, a number or a letter or two.
fn is_mark(tree: &Tree, id: NodeId) -> bool {
    let mut text = String::new();
    for (at, step) in tree.steps(id).enumerate() {
        if at == MOST_STEPS {
            return false;
        }
        if let Step::Enter(id) = step {
            let more = tree.text(id).unwrap_or_default();
            if more.len() > MOST_STEPS * LONGEST_MARK {
                return false;
            }
            text.push_str(more);
        }
    }
    let mark = text.trim();
    mark.chars().count() <= LONGEST_MARK && !mark.contains(char::is_whitespace)
}
