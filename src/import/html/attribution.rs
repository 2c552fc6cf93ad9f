//! Whose words a quotation repeats.

use super::{
    text_density::TextDensity,
    tree::{NodeId, Tree},
};

/// How many nodes are looked at to tell that a quotation ends.
const NODES: usize = 20;

/// Whether an element, in a quotation, names at the quotation's end whose words it repeats: then it
/// is a passage of its own. Elsewhere in a sentence it is the title of a work.
///
/// `is_sentence_over` says whether no sentence is under way before it.
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
