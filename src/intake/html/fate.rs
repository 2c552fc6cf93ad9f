//! Whether what is in an element is read as part of the article.

use crate::{
    article::{Kind, begins_as_promo, is_promo},
    intake::Fate,
};

use super::{
    amount::Amounts,
    element::Display,
    gather::Frame,
    tree::{Element, NodeId, Step, Tree},
};

/// Words in the names of elements that stand in an article and are no part of it.
const FURNITURE: [&str; 26] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "follow",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "popular",
    "promo",
    "recirc",
    "recirculation",
    "recommended",
    "related",
    "share",
    "sharing",
    "signup",
    "social",
    "sponsored",
    "subscribe",
    "toolbar",
    "trending",
];
/// How many nodes are looked at for the first words of an element.
const NODES_TO_WORDS: usize = 50;

/// The fate of what is in an element that stands in `outer`, and perhaps in an article.
pub(super) fn fate(
    tree: &Tree,
    amounts: &Amounts,
    id: NodeId,
    outer: &Frame,
    is_in_article: bool,
) -> Fate {
    let Some(element) = tree.element(id) else { return outer.fate };
    let is_small_form = element.html_name() == "form" && !amounts.is_most(id);
    let own = if element.is_hidden() {
        Fate::Hidden
    } else if is_small_form
        || (element.is_around() && !belongs(tree, amounts, id, element, outer, is_in_article))
    {
        Fate::Around
    } else if element.is_struck() {
        Fate::Struck
    } else {
        Fate::Kept
    };
    if is_worse(own, outer.fate) { own } else { outer.fate }
}

/// Whether what has a fate is farther from being read than what has the other.
pub(super) fn is_worse(fate: Fate, than: Fate) -> bool {
    match fate {
        Fate::Kept => false,
        Fate::Struck => than == Fate::Kept,
        Fate::Around => matches!(than, Fate::Kept | Fate::Struck),
        Fate::Hidden => than != Fate::Hidden,
    }
}

/// Whether an element that mostly stands around articles belongs to this one: it names whose words
/// are quoted, or stands in the article and tells something.
fn belongs(
    tree: &Tree,
    amounts: &Amounts,
    id: NodeId,
    element: &Element,
    outer: &Frame,
    is_in_article: bool,
) -> bool {
    let credits_quotation = element.html_name() == "footer" && outer.kind == Kind::Quotation;
    let is_furniture = || {
        element.is_named(&FURNITURE)
            || amounts.is_fields_or_links(id)
            || first_words(tree, id).is_some_and(|it| is_promo(it) || begins_as_promo(it))
    };
    credits_quotation || (is_in_article && element.is_beside() && !is_furniture())
}

/// The first text that readers see in an element.
fn first_words(tree: &Tree, id: NodeId) -> Option<&str> {
    let texts = tree.steps(id).take(NODES_TO_WORDS).filter_map(|step| match step {
        Step::Into(id) => {
            let parent = tree.parent(id).and_then(|it| tree.element(it));
            let is_seen = parent.is_none_or(|it| it.display() != Display::None && !it.is_hidden());
            tree.text(id).filter(|_| is_seen)
        }
        Step::OutOf(_) => None,
    });
    texts.map(str::trim).find(|it| !it.is_empty())
}
