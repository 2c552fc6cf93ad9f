//! The links between a claim and others, and the field that adds one.
//!
//! The list shows the links of both directions: those that the claim holds, and those that other
//! claims hold to it.

use yew::prelude::*;

use crate::{
    app::{ClaimMsg, Msg, SelectionOrigin},
    claim::{Claim, LINK_KINDS},
    document::Document,
    id::ClaimId,
    strings,
};

use crate::ui::{
    buttons::icon_button,
    hooks::{leave_field_on_escape, typed_text},
};

/// The label of a link, and the other claim.
type Related = (&'static str, ClaimId);

/// Returns the claims that the claim links to, then the claims that link to it.
pub(super) fn related(document: &Document, claim: &Claim) -> Vec<Related> {
    let own = claim.links.iter().map(|link| (link.kind.row().label, link.claim.clone()));
    let others = document.claims_with_links().flat_map(|other| {
        let links = other.links.iter().filter(|link| link.claim == claim.id);
        links.map(|link| (link.kind.row().reverse, other.id.clone()))
    });
    own.chain(others).collect()
}

/// Renders the linked claims, and the field that adds a link.
pub(super) fn links(
    document: &Document,
    claim: &Claim,
    related: &[Related],
    on: &Callback<Msg>,
) -> Html {
    let rows = related.iter().filter_map(|(label, other)| row(document, claim, label, other, on));
    html! {
        <>
            <ul class="links">{ for rows }</ul>
            <LinkField claim={claim.id.clone()} on={on.clone()} />
        </>
    }
}

fn row(
    document: &Document,
    claim: &Claim,
    label: &'static str,
    other: &ClaimId,
    on: &Callback<Msg>,
) -> Option<Html> {
    let found = document.claim(other)?;
    let (id, from) = (other.clone(), SelectionOrigin::Elsewhere);
    let picked = on.reform(move |_: MouseEvent| Msg::ClaimSelected { claim: id.clone(), from });
    let unlinked = Msg::Claim(ClaimMsg::Unlinked(claim.id.clone(), other.clone()));
    let name = strings::unlink(found.number);
    Some(html! {
        <li>
            <button type="button" dir="auto" onclick={picked}>
                { label }{ " " }{ strings::claim_in_line(document, found) }
            </button>
            { icon_button("×", name, "icon", unlinked, on) }
        </li>
    })
}

/// Properties of [`LinkField`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinkFieldProps {
    /// The claim that gets the link.
    pub(super) claim: ClaimId,
    /// Receives the message of a new link.
    pub(super) on: Callback<Msg>,
}

/// Renders a field for the number of another claim, and a button for each kind of link.
#[component]
pub(super) fn LinkField(props: &LinkFieldProps) -> Html {
    let number = use_state_eq(String::new);
    let oninput = {
        let number = number.clone();
        Callback::from(move |event| number.set(typed_text(&event)))
    };
    let kinds = LINK_KINDS.iter().map(|row| {
        let (id, kind, number) = (props.claim.clone(), row.kind, number.clone());
        let on = props.on.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok(other) = number.trim().parse() {
                on.emit(Msg::Claim(ClaimMsg::Linked(id.clone(), kind, other)));
                number.set(String::new());
            }
        });
        html! { <button type="button" {onclick}>{ row.label }</button> }
    });
    html! {
        <div class="link">
            <input
                type="text" inputmode="numeric" aria-label={strings::OTHER_CLAIM}
                placeholder={strings::OTHER_CLAIM} value={(*number).clone()} {oninput}
                onkeydown={|event: KeyboardEvent| leave_field_on_escape(&event)}
            />
            <div class="choices">{ for kinds }</div>
        </div>
    }
}
