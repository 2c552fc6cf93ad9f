//! Recognizes the attribution at the end of a quotation: the element that names the person quoted.

use super::{
    text_density::TextDensity,
    tree::{NodeId, Tree},
};

/// How many nodes after the element the search for the end of its quotation visits.
const NODES: usize = 20;

/// Returns whether an element is the `cite` at the end of a `blockquote` and names the person
/// quoted, so that it becomes a block. A `cite` elsewhere in a sentence is the title of a work.
///
/// `is_sentence_over` states whether the text before the element ends with a complete sentence.
pub(super) fn is_quote_attribution(
    tree: &Tree,
    amounts: &TextDensity,
    id: NodeId,
    is_sentence_over: bool,
) -> bool {
    let is = |id: NodeId, name: &str| tree.element(id).is_some_and(|it| it.html_name() == name);
    if !is(id, "cite") || !is_sentence_over {
        return false;
    }
    let mut at = id;
    for _ in 0..NODES {
        match (tree.next_sibling(at), tree.parent(at)) {
            (Some(after), _) if amounts.of(after) == 0 => at = after,
            (Some(_), _) | (None, None) => return false,
            (None, Some(parent)) if is(parent, "blockquote") => return true,
            (None, Some(parent)) => at = parent,
        }
    }
    false
}
