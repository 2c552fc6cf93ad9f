//! Where a claim is worked on, below its tags and its note.

mod evidence;
mod fields;
mod status;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, WorkField},
    claim::Claim,
    document::Document,
    words,
};

use evidence::evidence;
use fields::{Group, field, long_field, names};
use status::status;

/// Where a claim is worked on, in the order of the work.
pub(super) fn claim_work(desk: &Desk, claim: &Rc<Claim>, on: &Callback<Msg>) -> Html {
    let Some(document) = desk.document() else { return Html::default() };
    let line = |it| field(it, claim, on);
    let long = |it| long_field(it, claim, on);
    html! {
        <div class="work" key={claim.id.to_string()}>
            { status(claim, on) }
            <Group name={words::CLAIMANT} is_known={claim.claimant.is_some()}>
                { line(WorkField::ClaimantName) }
                { names(document) }
                { line(WorkField::ClaimantRole) }
            </Group>
            <Group name={words::WORDING} is_known={has_wording(claim)}>
                { long(WorkField::Restated) }
                <p class="count">{ words::restated_length(&claim.restated) }</p>
                { long(WorkField::Correction) }
                { redline(document, claim) }
            </Group>
            <Group name={words::EVIDENCE} is_known={true}>
                { evidence(desk, document, claim, on) }
            </Group>
            <Group name={words::CONTACT} is_known={claim.contact.is_some()}>
                { line(WorkField::ContactWho) }
                <div class="beside">
                    { line(WorkField::ContactAsked) }
                    { line(WorkField::ContactDue) }
                </div>
                { line(WorkField::ContactReplied) }
                { long(WorkField::ContactReply) }
            </Group>
        </div>
    }
}

fn has_wording(claim: &Claim) -> bool {
    claim.correction.is_some() || !claim.restated.is_empty()
}

/// The words of the claim struck out, and those that should stand there.
fn redline(document: &Document, claim: &Claim) -> Html {
    let Some(correction) = claim.correction.as_ref().filter(|it| !it.trim().is_empty()) else {
        return Html::default();
    };
    let quote = claim.target.quote(document.blocks()).unwrap_or_default();
    html! {
        <p class="redline" dir="auto">
            <del>{ quote }</del>{ " " }<ins>{ correction }</ins>
        </p>
    }
}
