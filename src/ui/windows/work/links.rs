//! What a claim is to others.

use yew::prelude::*;

use crate::{
    app::{Msg, PickedIn, WorkMsg},
    claim::{Claim, LINK_KINDS, LinkKind},
    document::Document,
    id::ClaimId,
    words,
};

use crate::ui::{buttons::sign_button, hooks::chosen_option};

/// How many claims are offered.
const OFFERED: usize = 300;

/// The claims that a claim is something to, or that are something to it, and further ones to choose.
pub(super) fn links(document: &Document, claim: &Claim, on: &Callback<Msg>) -> Html {
    let own = claim.links.iter().map(|link| (link.kind.row().label, &link.claim));
    let others = document.claims().flat_map(|other| {
        let links = other.links.iter().filter(|link| link.claim == claim.id);
        links.map(|link| (link.kind.row().reverse, &other.id))
    });
    let rows =
        own.chain(others).filter_map(|(label, other)| row(document, claim, label, other, on));
    html! {
        <>
            <ul class="links">{ for rows }</ul>
            { for LINK_KINDS.iter().map(|row| choice(document, claim, row.kind, on)) }
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
    let (id, from) = (other.clone(), PickedIn::Elsewhere);
    let picked = on.reform(move |_: MouseEvent| Msg::ClaimPicked { claim: id.clone(), from });
    let unlinked = Msg::Work(WorkMsg::Unlinked(claim.id.clone(), other.clone()));
    let name = words::unlink(found.number);
    Some(html! {
        <li>
            <button type="button" dir="auto" onclick={picked}>
                { label }{ " " }{ words::claim_in_line(document, found) }
            </button>
            { sign_button("×", name, "icon", unlinked, on) }
        </li>
    })
}

/// The other claims, for one kind of link.
fn choice(document: &Document, claim: &Claim, kind: LinkKind, on: &Callback<Msg>) -> Html {
    let id = claim.id.clone();
    let onchange = on.reform(move |event: Event| match ClaimId::new(&chosen_option(&event)) {
        Some(other) => Msg::Work(WorkMsg::Linked(id.clone(), kind, other)),
        None => Msg::FieldLeft,
    });
    let others = document.claims().filter(|other| other.id != claim.id).take(OFFERED);
    let options = others.map(|other| {
        let line = words::claim_in_line(document, other);
        html! { <option value={other.id.to_string()}>{ line }</option> }
    });
    let label = words::link(kind);
    html! {
        // Anew after each choice, so that it shows its name again.
        <select key={format!("{label}{}", claim.links.len())} aria-label={label.clone()} {onchange}>
            <option value="" selected=true>{ label }</option>
            { for options }
        </select>
    }
}
