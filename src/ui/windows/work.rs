//! Where a claim is worked on, below its tags and its note.

mod again;
mod evidence;
mod fields;
mod links;
mod presses;
mod status;
mod verdict;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Desk, Msg, StoresMsg, WorkField, WorkMsg},
    claim::{Claim, Target, day_of},
    document::Document,
    shell, words,
};

use crate::ui::buttons::button;

use evidence::evidence;
use fields::{Group, field, long_field, names};
use links::{links, related};
use status::status;
use verdict::verdict;

/// Where a claim is worked on, in the order of the work.
pub(super) fn claim_work(desk: &Desk, claim: &Rc<Claim>, on: &Callback<Msg>) -> Html {
    let Some(document) = desk.document() else { return Html::default() };
    let line = |it| field(it, claim, on);
    let long = |it| long_field(it, claim, on);
    let related = related(document, claim);
    let contact = claim.contact.as_ref();
    let history = Msg::Stores(StoresMsg::ClaimHistoryAsked(claim.id.clone()));
    html! {
        <div class="work" key={claim.id.to_string()}>
            { status(claim, on) }
            { verdict(desk, document.scale(), claim, on) }
            <Group name={words::CLAIMANT} is_known={claim.claimant.is_some()}>
                { line(WorkField::ClaimantName) }
                { names(document, claim) }
                { line(WorkField::ClaimantRole) }
            </Group>
            <Group name={words::WORDING} is_known={has_wording(claim)}>
                { long(WorkField::Restated) }
                { restated_length(claim) }
                { long(WorkField::Correction) }
                { redline(document, claim) }
            </Group>
            <Group name={words::EVIDENCE} is_known={true}>
                { evidence(desk, document, claim, on) }
            </Group>
            <Group name={words::CONTACT} is_known={claim.contact.is_some()}>
                { line(WorkField::ContactWho) }
                <div class="pair">
                    { line(WorkField::ContactAsked) }
                    { line(WorkField::ContactDue) }
                </div>
                if contact.and_then(|it| it.due.as_ref()).is_some_and(|due| day_of(due).is_none()) {
                    <p class="hint">{ words::NO_DAY }</p>
                }
                { line(WorkField::ContactReplied) }
                { long(WorkField::ContactReply) }
            </Group>
            if document.claim_count() > 1 {
                <Group name={words::LINKS} is_known={!related.is_empty()}>
                    { links(document, claim, &related, on) }
                </Group>
            }
            <p class="dates">
                <span>{ words::claim_dates(claim, shell::minutes_ahead()) }</span>
                { button(words::CLAIM_HISTORY, "", history, on) }
                { keep(desk, claim, on) }
            </p>
        </div>
    }
}

/// How long the restated claim is, and whether that is too long.
fn restated_length(claim: &Claim) -> Html {
    let (said, is_too_long) = words::restated_length(&claim.restated);
    html! { <p class="count" data-long={is_too_long.to_string()}>{ said }</p> }
}

/// The button that keeps the claim open when another one is picked; seen where there is room for two.
fn keep(desk: &Desk, claim: &Claim, on: &Callback<Msg>) -> Html {
    let is_kept = desk.keeps(&claim.id);
    let msg = WorkMsg::Kept((!is_kept).then(|| claim.id.clone()));
    html! {
        <button
            type="button" class="keep" aria-pressed={is_kept.to_string()}
            onclick={on.reform(move |_: MouseEvent| Msg::Work(msg.clone()))}
        >
            { words::KEEP_OPEN }
        </button>
    }
}

/// Whether there is something to be read about the words; where there are none, it has to be said.
fn has_wording(claim: &Claim) -> bool {
    let is_without_words = matches!(claim.target, Target::Block(_));
    is_without_words || claim.correction.is_some() || !claim.restated.is_empty()
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
