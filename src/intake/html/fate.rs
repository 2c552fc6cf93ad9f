//! Whether what is in an element is read as part of the article.

use crate::{article::Kind, intake::Fate};

use super::{
    amount::Amounts,
    gather::Frame,
    tree::{Element, NodeId},
};

/// The fate of what is in an element that stands in `outer`.
pub(super) fn fate(amounts: &Amounts, id: NodeId, element: &Element, outer: &Frame) -> Fate {
    let name = element.html_name();
    let credits_quotation = name == "footer" && outer.kind == Kind::Quotation;
    let is_small_form = name == "form" && !amounts.is_most(id);
    let own = if element.is_hidden() {
        Fate::Hidden
    } else if is_small_form || (element.is_around() && !credits_quotation) {
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
