//! Whether what is in an element is read as part of the article.

use crate::{
    article::Kind,
    import::Disposition,
    import::line_kinds::{is_promo, starts_like_promo},
};

use super::{
    builder::ElementContext,
    element::Display,
    text_density::TextDensity,
    tree::{Element, NodeId, Step, Tree},
};

/// Words in the names of elements that stand in an article and are no part of it.
const NON_CONTENT_NAMES: [&str; 26] = [
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
pub(super) fn disposition(
    tree: &Tree,
    amounts: &TextDensity,
    id: NodeId,
    outer: &ElementContext,
    is_in_article: bool,
) -> Disposition {
    let Some(element) = tree.element(id) else { return outer.disposition };
    let is_small_form = element.html_name() == "form" && !amounts.is_majority(id);
    let own = if element.is_hidden() {
        Disposition::Hidden
    } else if is_small_form
        || (element.is_boilerplate()
            && !is_part_of_article(tree, amounts, id, element, outer, is_in_article))
    {
        Disposition::Boilerplate
    } else if element.is_struck() {
        Disposition::StruckThrough
    } else {
        Disposition::Included
    };
    if is_stricter(own, outer.disposition) { own } else { outer.disposition }
}

/// Whether what has a fate is farther from being read than what has the other.
pub(super) fn is_stricter(disposition: Disposition, than: Disposition) -> bool {
    match disposition {
        Disposition::Included => false,
        Disposition::StruckThrough => than == Disposition::Included,
        Disposition::Boilerplate => {
            matches!(than, Disposition::Included | Disposition::StruckThrough)
        }
        Disposition::Hidden => than != Disposition::Hidden,
    }
}

/// Whether an element that mostly stands around articles belongs to this one: it names whose words
/// are quoted, or stands in the article and tells something.
fn is_part_of_article(
    tree: &Tree,
    amounts: &TextDensity,
    id: NodeId,
    element: &Element,
    outer: &ElementContext,
    is_in_article: bool,
) -> bool {
    let credits_quotation = element.html_name() == "footer" && outer.kind == Kind::Quotation;
    let is_furniture = || {
        element.is_named(&NON_CONTENT_NAMES)
            || amounts.is_fields_or_links(id)
            || first_words(tree, id).is_some_and(|it| is_promo(it) || starts_like_promo(it))
    };
    credits_quotation || (is_in_article && element.is_complementary() && !is_furniture())
}

/// The first text that readers see in an element.
fn first_words(tree: &Tree, id: NodeId) -> Option<&str> {
    let texts = tree.steps(id).take(NODES_TO_WORDS).filter_map(|step| match step {
        Step::Enter(id) => {
            let parent = tree.parent(id).and_then(|it| tree.element(it));
            let is_seen = parent.is_none_or(|it| it.display() != Display::None && !it.is_hidden());
            tree.text(id).filter(|_| is_seen)
        }
        Step::Leave(_) => None,
    });
    texts.map(str::trim).find(|it| !it.is_empty())
}
