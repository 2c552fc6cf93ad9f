//! Writes raised, lowered and annotated characters in the line so that they keep their meaning.
//!
//! Without its markup, `10<sup>6</sup>` reads as 106, and a ruby reading merges with its word.
//! Unicode has raised and lowered forms of many characters; for others `^(…)`, `_(…)` or brackets
//! mark the position. Elements with a block, a control or too much content inside stay as they are.

use super::{
    element::Display,
    images::alt_as_text,
    ms_word::list_mark,
    superscript_baseline::{BaselinePosition, baseline_position},
    text_density::TextDensity,
    tree::{Element, NodeId, Step, Tree},
};

/// The raised characters of Unicode, each after its plain character. The comma has no raised form
/// and stays on the line.
const RAISED: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾,,aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣ\
                      yʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ";
/// The lowered characters, each after its plain character. The full stop and the comma between them
/// have no lowered form and stay on the line.
const LOWERED: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎..,,aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ";
/// The most letters that a raised text may have to be written in raised characters. A longer text
/// is words.
const MOST_LETTERS: usize = 3;
/// How many steps of a walk into an element the reader makes. An element with more content stays as
/// it is.
const MOST_STEPS: usize = 100;
/// Raised endings of ordinal numbers and abbreviations, which mean the same on the line.
const ENDINGS: [&str; 17] = [
    "st", "nd", "rd", "th", "e", "er", "re", "ère", "ème", "eme", "es", "ers", "nde", "me", "mes",
    "lle", "ste",
];

/// The text that replaces an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InlineText {
    /// The characters of the element itself, or a plain equivalent.
    Same(String),
    /// Text with other or additional characters, which express the position of the element.
    Changed(String),
}

/// Returns the text that replaces an element; `None` if the walk reads the element like any other.
///
/// Besides raised, lowered and annotated text, it replaces Word's list marks and small pictures.
pub(super) fn to_inline_text(
    tree: &Tree,
    amounts: &TextDensity,
    id: NodeId,
    element: &Element,
) -> Option<InlineText> {
    let Some(stands) = baseline_position(tree, id, element) else {
        let picture =
            || alt_as_text(tree, amounts, id, element).map(|it| InlineText::Same(it.to_owned()));
        return list_mark(tree, id, element).or_else(picture);
    };
    let mut has_link = is_all_of_link(tree, amounts, id);
    for (at, step) in tree.steps(id).enumerate() {
        if at == MOST_STEPS {
            return None;
        }
        let Step::Enter(id) = step else { continue };
        if let Some(inner) = tree.element(id) {
            let is_brackets =
                stands == BaselinePosition::RubyParenthesis && inner.html_name() == "rp";
            let is_plain = inner.display() == Display::Inline
                && !inner.is_boilerplate()
                && !inner.is_struck()
                && (!inner.is_hidden() || is_brackets);
            if !is_plain {
                return None;
            }
            has_link |= inner.html_name() == "a";
        }
    }
    let all = tree.text_content(id);
    let text = all.split_whitespace().collect::<Vec<_>>().join(" ");
    let (written, is_changed) = match stands {
        _ if text.is_empty() => return None,
        BaselinePosition::Above => superscript(&text, has_link),
        BaselinePosition::Below => subscript(&text),
        BaselinePosition::Note if !text.contains(char::is_alphanumeric) => (text, false),
        BaselinePosition::Note => note(&text),
        BaselinePosition::RubyText => (format!("({text})"), true),
        BaselinePosition::RubyParenthesis if text.contains(char::is_alphanumeric) => return None,
        BaselinePosition::RubyParenthesis => return Some(InlineText::Same(String::new())),
    };
    let space = |is: bool| if is { " " } else { "" };
    let before = space(all.starts_with(char::is_whitespace));
    let after = space(all.ends_with(char::is_whitespace));
    let written = format!("{before}{written}{after}");
    Some(if is_changed { InlineText::Changed(written) } else { InlineText::Same(written) })
}

/// Returns whether an element is all the text of the link around it.
fn is_all_of_link(tree: &Tree, amounts: &TextDensity, id: NodeId) -> bool {
    let Some(parent) = tree.parent(id) else { return false };
    tree.element(parent).is_some_and(|it| it.html_name() == "a")
        && amounts.of(parent) == amounts.of(id)
}

/// Returns the replacement for a text above the line, and whether it differs from the text. A link
/// above the line is the mark of a note.
fn superscript(text: &str, has_link: bool) -> (String, bool) {
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    let lower = text.to_lowercase();
    if !text.contains(char::is_alphanumeric) || ENDINGS.contains(&lower.trim_end_matches('.')) {
        (text.to_owned(), false)
    } else if has_link {
        note(text)
    } else if text == "TM" {
        ("™".to_owned(), true)
    } else if is_bracketed(text) {
        (text.to_owned(), false)
    } else {
        let raised = translate(text, RAISED).filter(|_| letters <= MOST_LETTERS);
        (raised.unwrap_or_else(|| format!("^({text})")), true)
    }
}

/// Returns the mark of a note in square brackets, so that it does not merge with a number before
/// it, and whether it differs from `text`.
fn note(text: &str) -> (String, bool) {
    if is_bracketed(text) { (text.to_owned(), false) } else { (format!("[{text}]"), true) }
}

fn is_bracketed(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']')
}

/// Returns the replacement for a text below the line, and whether it differs from the text.
fn subscript(text: &str) -> (String, bool) {
    if !text.contains(char::is_alphanumeric) {
        return (text.to_owned(), false);
    }
    (translate(text, LOWERED).unwrap_or_else(|| format!("_({text})")), true)
}

/// Returns `text` with each character replaced by the one after it in `table`; `None` if the table
/// lacks a character.
fn translate(text: &str, table: &str) -> Option<String> {
    let sign = |plain: char| {
        let mut signs = table.chars();
        std::iter::from_fn(|| signs.next().zip(signs.next())).find(|it| it.0 == plain)
    };
    text.chars().map(|it| sign(it).map(|pair| pair.1)).collect()
}
