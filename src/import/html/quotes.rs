//! The quotation marks that browsers put around the element `q`.

use super::{
    element::Display,
    tree::{NodeId, Step, Tree},
};

/// What stands before and after a quotation, outermost and within another.
type Marks = [(&'static str, &'static str); 2];

/// The marks of languages, as the Unicode Common Locale Data Repository has them.
const LANGUAGES: [(&str, Marks); 8] = [
    ("de", [("„", "“"), ("‚", "‘")]),
    ("es", [("«", "»"), ("“", "”")]),
    ("fr", [("«\u{a0}", "\u{a0}»"), ("“", "”")]),
    ("it", [("«", "»"), ("“", "”")]),
    ("ja", [("「", "」"), ("『", "』")]),
    ("pl", [("„", "”"), ("«", "»")]),
    ("ru", [("«", "»"), ("„", "“")]),
    ("sv", [("”", "”"), ("’", "’")]),
];
/// The marks of the others.
const ENGLISH: Marks = [("“", "”"), ("‘", "’")];
/// What a quotation begins with that has its marks in its text.
const OPENING: [char; 10] = ['"', '\'', '“', '‘', '„', '‚', '«', '»', '「', '『'];
/// How many steps through a quotation are taken.
const MOST_STEPS: usize = 50;

/// What stands before and after a quotation in a language, `depth` others around it.
pub(super) fn marks(language: &str, depth: usize) -> (&'static str, &'static str) {
    let main = language.split('-').next().unwrap_or_default();
    let row = LANGUAGES.iter().find(|row| row.0.eq_ignore_ascii_case(main));
    let [outer, inner] = row.map_or(ENGLISH, |row| row.1);
    if depth.is_multiple_of(2) { outer } else { inner }
}

/// Whether an element is a quotation within a line that has no marks of its own.
pub(super) fn is_unmarked_quotation(tree: &Tree, id: NodeId) -> bool {
    let element = tree.element(id).filter(|it| it.html_name() == "q");
    if element.is_none_or(|it| it.has_style("quotes", &["none"])) {
        return false;
    }
    let mut begins = None;
    for step in tree.steps(id).take(MOST_STEPS) {
        let Step::Enter(id) = step else { continue };
        if tree.element(id).is_some_and(|it| it.display() == Display::Block) {
            return false;
        }
        let text = tree.text(id).unwrap_or_default();
        begins = begins.or_else(|| text.trim_start().chars().next());
    }
    begins.is_some_and(|it| !OPENING.contains(&it))
}
