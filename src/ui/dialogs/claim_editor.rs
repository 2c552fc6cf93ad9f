//! The fields to work on a claim, below its tags and its note, in the order of the work.
//!
//! Status and verdict are always visible. Claimant, wording, evidence, contact and links are in
//! groups that the user can fold.

mod evidence;
mod fields;
mod links;
mod source_picker;
mod status;
mod toggle_group;
mod verdict;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{ClaimField, ClaimMsg, Msg, StorageMsg, Workspace},
    claim::{Claim, Target, parse_date},
    document::Document,
    platform, strings,
};

use crate::ui::buttons::button;

use evidence::evidence;
use fields::{Group, field, long_field, names};
use links::{links, related};
use status::status;
use verdict::verdict;

/// Renders the fields to work on a claim, in the order of the work.
pub(super) fn claim_work(workspace: &Workspace, claim: &Rc<Claim>, on: &Callback<Msg>) -> Html {
    let Some(document) = workspace.document() else { return Html::default() };
    let line = |it| field(it, claim, on);
    let long = |it| long_field(it, claim, on);
    let related = related(document, claim);
    let contact = claim.contact.as_ref();
    let history = Msg::Storage(StorageMsg::ClaimHistoryAsked(claim.id.clone()));
    html! {
        <div class="work" key={claim.id.to_string()}>
            { status(claim, on) }
            { verdict(workspace, document.scale(), claim, on) }
            <Group name={strings::CLAIMANT} is_known={claim.claimant.is_some()}>
                { line(ClaimField::ClaimantName) }
                { names(document, claim) }
                { line(ClaimField::ClaimantRole) }
            </Group>
            <Group name={strings::WORDING} is_known={has_wording(claim)}>
                { long(ClaimField::Restated) }
                { restated_length(claim) }
                { long(ClaimField::Correction) }
                { correction_diff(document, claim) }
            </Group>
            <Group name={strings::EVIDENCE} is_known={true}>
                { evidence(workspace, document, claim, on) }
            </Group>
            <Group name={strings::CONTACT} is_known={claim.contact.is_some()}>
                { line(ClaimField::ContactWho) }
                <div class="pair">
                    { line(ClaimField::ContactAsked) }
                    { line(ClaimField::ContactDue) }
                </div>
                if contact.and_then(|it| it.due.as_ref()).is_some_and(|due| parse_date(due).is_none()) {
                    <p class="hint">{ strings::NO_DAY }</p>
                }
                { line(ClaimField::ContactReplied) }
                { long(ClaimField::ContactReply) }
            </Group>
            if document.claim_count() > 1 {
                <Group name={strings::LINKS} is_known={!related.is_empty()}>
                    { links(document, claim, &related, on) }
                </Group>
            }
            <p class="dates">
                <span>{ strings::claim_dates(claim, platform::utc_offset_minutes()) }</span>
                { button(strings::CLAIM_HISTORY, "", history, on) }
                { keep(workspace, claim, on) }
            </p>
        </div>
    }
}

/// Renders the length of the restated claim, and whether that is too long.
fn restated_length(claim: &Claim) -> Html {
    let (said, is_too_long) = strings::restated_length(&claim.restated);
    html! { <p class="count" data-long={is_too_long.to_string()}>{ said }</p> }
}

/// Renders the button that pins the claim, so that it stays open when the user opens another one.
/// The style sheet hides it where there is no room for two claims.
fn keep(workspace: &Workspace, claim: &Claim, on: &Callback<Msg>) -> Html {
    let is_kept = workspace.is_pinned(&claim.id);
    let msg = ClaimMsg::Pinned((!is_kept).then(|| claim.id.clone()));
    html! {
        <button
            type="button" class="keep" aria-pressed={is_kept.to_string()}
            onclick={on.reform(move |_: MouseEvent| Msg::Claim(msg.clone()))}
        >
            { strings::KEEP_OPEN }
        </button>
    }
}

/// Returns whether the group for the wording starts open: it has contents, or the claim is about a
/// block and needs to be stated in words.
fn has_wording(claim: &Claim) -> bool {
    let is_without_words = matches!(claim.target, Target::Block(_));
    is_without_words || claim.correction.is_some() || !claim.restated.is_empty()
}

/// Renders the claim's words struck out and the correction after them.
fn correction_diff(document: &Document, claim: &Claim) -> Html {
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
