//! Replaces small pictures in a line by their alternative text if they act as text there.
//!
//! A picture acts as text if it shows an emoji or a number, or fills the place of words between
//! other words. The description of any other picture is no part of the article.

use super::{
    element::Display,
    semantics::split_class_words,
    text_density::TextDensity,
    tree::{Element, NodeId, Tree},
};

/// Words in class names for pictures of emoji and other characters.
const EMOJI_CLASSES: [&str; 5] = ["emoji", "emote", "emoticon", "smiley", "twemoji"];
/// The longest alternative text that can replace a picture, in characters.
const LONGEST: usize = 40;
/// The greatest width of such a picture, in pixels.
const WIDEST: u32 = 100;

/// Returns the alternative text of a picture that acts as text: a character, a number, or words
/// with other text on both sides. `None` for all else, where the text only describes the picture.
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
        || classes.any(|it| EMOJI_CLASSES.contains(&it.as_str()))
        || is_between_texts(tree, id, words);
    is_one.then_some(words)
}

/// Returns whether a picture is at most [`WIDEST`] pixels wide, or of unknown width, and no
/// tracking pixel.
fn is_small(element: &Element) -> bool {
    let size = |name: &str| element.attribute(name).and_then(|it| it.trim().parse::<u32>().ok());
    let is_pixel = size("width").is_some_and(|it| it <= 1) || size("height") == Some(1);
    !is_pixel && size("width").is_none_or(|it| it <= WIDEST)
}

/// Returns whether the block around a picture has visible text and is no `figure`.
fn is_among_words(tree: &Tree, amounts: &TextDensity, id: NodeId) -> bool {
    let mut around = std::iter::successors(tree.parent(id), |id| tree.parent(*id));
    let block =
        around.find(|id| tree.element(*id).is_none_or(|it| it.display() != Display::Inline));
    let is_figure = |id: NodeId| tree.element(id).is_some_and(|it| it.html_name() == "figure");
    block.is_some_and(|it| amounts.of(it) > 0 && !is_figure(it))
}

/// Returns whether a picture has text right before and right after it, and neither text contains
/// `words`.
fn is_between_texts(tree: &Tree, id: NodeId, words: &str) -> bool {
    let is_other = |id: Option<NodeId>| {
        let text = id.and_then(|it| tree.text(it)).unwrap_or_default();
        !text.trim().is_empty() && !text.contains(words)
    };
    is_other(tree.prev_sibling(id)) && is_other(tree.next_sibling(id))
}
