//! Pictures that stand for words in a line.

use super::{
    element::Display,
    semantics::split_class_words,
    text_density::TextDensity,
    tree::{Element, NodeId, Tree},
};

/// Words of classes for pictures of signs.
const SIGNS: [&str; 5] = ["emoji", "emote", "emoticon", "smiley", "twemoji"];
/// The longest text that a picture in a line stands for, in characters.
const LONGEST: usize = 40;
/// The widest of them, in pixels.
const WIDEST: u32 = 100;

/// What a picture stands for that is set among words: a sign, a number, or words with others on
/// both sides. Elsewhere its description only says what it shows.
pub(super) fn alt_as_text<'a>(
    tree: &Tree,
    amounts: &TextDensity,
    id: NodeId,
    element: &'a Element,
) -> Option<&'a str> {
    if element.html_name() != "img" || element.is_hidden() || !is_small(element) {
        return None;
    }
    let words = element.attribute("alt").map(str::trim).filter(|it| !it.is_empty())?;
    if words.chars().nth(LONGEST).is_some() || !is_among_words(tree, amounts, id) {
        return None;
    }
    let mut classes = split_class_words(element.attribute("class").unwrap_or_default());
    let is_sign = !words.contains(char::is_alphabetic)
        && words.contains(|it: char| it.is_numeric() || !it.is_ascii());
    let is_one = is_sign
        || classes.any(|it| SIGNS.contains(&it.as_str()))
        || is_between_texts(tree, id, words);
    is_one.then_some(words)
}

fn is_small(element: &Element) -> bool {
    let size = |name: &str| element.attribute(name).and_then(|it| it.trim().parse::<u32>().ok());
    let is_pixel = size("width").is_some_and(|it| it <= 1) || size("height") == Some(1);
    !is_pixel && size("width").is_none_or(|it| it <= WIDEST)
}

/// Whether the block that a picture stands in has words, and is there for more than the picture.
fn is_among_words(tree: &Tree, amounts: &TextDensity, id: NodeId) -> bool {
    let mut around = std::iter::successors(tree.parent(id), |id| tree.parent(*id));
    let block =
        around.find(|id| tree.element(*id).is_none_or(|it| it.display() != Display::Inline));
    let is_figure = |id: NodeId| tree.element(id).is_some_and(|it| it.html_name() == "figure");
    block.is_some_and(|it| amounts.of(it) > 0 && !is_figure(it))
}

/// Whether a picture has texts on both sides, none of which says what it stands for.
fn is_between_texts(tree: &Tree, id: NodeId, words: &str) -> bool {
    let is_other = |id: Option<NodeId>| {
        let text = id.and_then(|it| tree.text(it)).unwrap_or_default();
        !text.trim().is_empty() && !text.contains(words)
    };
    is_other(tree.prev_sibling(id)) && is_other(tree.next_sibling(id))
}
