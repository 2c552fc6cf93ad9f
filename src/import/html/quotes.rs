//! Reconstructs the quotation marks that browsers draw around the element `q`.
//!
//! The language of the text and the depth of nesting select the marks. A quotation that has marks
//! in its text, contains blocks, or switches marks off gets none.

use super::{
    element::Display,
    tree::{NodeId, Step, Tree},
};

/// The marks before and after a quotation: first for an outer quotation, then for one inside
/// another.
type Marks = [(&'static str, &'static str); 2];

/// The marks of languages, from the Unicode Common Locale Data Repository.
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
/// The marks of all other languages.
const ENGLISH: Marks = [("“", "”"), ("‘", "’")];
/// Characters that begin a quotation which has its marks in its text.
const OPENING: [char; 10] = ['"', '\'', '“', '‘', '„', '‚', '«', '»', '「', '『'];
/// How many steps of a walk into a quotation the search for its first character makes.
const MOST_STEPS: usize = 50;

/// Returns the marks before and after a quotation. `language` is a BCP 47 tag or empty, and `depth`
/// is the number of quotations around this one.
pub(super) fn marks(language: &str, depth: usize) -> (&'static str, &'static str) {
    let main = language.split('-').next().unwrap_or_default();
    let row = LANGUAGES.iter().find(|row| row.0.eq_ignore_ascii_case(main));
    let [outer, inner] = row.map_or(ENGLISH, |row| row.1);
    if depth.is_multiple_of(2) { outer } else { inner }
}

/// Returns whether an element is a `q` within a line that needs marks, because its text has none.
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
