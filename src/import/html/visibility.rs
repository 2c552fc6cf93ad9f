//! Decides the disposition of an element's content: included, struck through, boilerplate or
//! hidden.
//!
//! An element can only make the disposition of its surroundings stricter, never more lenient.

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

/// Words in the names of elements that an article contains although they are no part of it.
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
/// How many steps of a walk into an element the search for its first words makes.
const NODES_TO_WORDS: usize = 50;

/// Returns the disposition of the content of the element `id`: its own or that of `outer`,
/// whichever is stricter. `is_in_article` states whether an ancestor marks the main content of the
/// page.
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

/// Returns whether `disposition` keeps text farther from the article than `than` does. The order,
/// from the most lenient, is included, struck through, boilerplate, hidden.
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

/// Returns whether an element that usually surrounds articles is a part of this one: a footer that
/// credits a quotation, or a complement inside the article that holds no navigation, form or promo.
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

/// Returns the first text in an element that readers see, without the white space around it.
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
