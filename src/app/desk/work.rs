//! The work on a claim, from a mark to what was found.

use crate::{
    app::{Effect, WorkField, WorkMsg},
    claim::{Claim, Claimant, Contact},
    edit::Act,
    json::Members,
    stamp::Stamp,
};

use super::Desk;

impl Desk {
    /// Takes note of something about the work on a claim.
    pub(super) fn work(&mut self, msg: WorkMsg, stamp: Stamp) -> Vec<Effect> {
        let none = Vec::new();
        match msg {
            WorkMsg::Evidence(msg) => self.change_evidence(msg, stamp),
            WorkMsg::StatusChosen(claim, status) => {
                let act = Act::StatusChosen(claim.clone());
                self.change_claim(&claim, act, none, stamp, |claim| claim.status = status)
            }
            WorkMsg::PriorityChosen(claim, priority) => {
                let act = Act::PriorityChosen(claim.clone());
                self.change_claim(&claim, act, none, stamp, |claim| claim.priority = priority)
            }
            WorkMsg::Typed(claim, field, text) => {
                let act = Act::WorkWritten(claim.clone());
                self.change_claim(&claim, act, none, stamp, |claim| write(claim, field, text))
            }
        }
    }
}

/// Writes a field of a claim.
fn write(claim: &mut Claim, field: WorkField, text: String) {
    let known = Some(text.clone()).filter(|text| !text.is_empty());
    match field {
        WorkField::Restated => claim.restated = text,
        WorkField::Correction => claim.correction = known,
        WorkField::ClaimantName | WorkField::ClaimantRole => write_claimant(claim, field, text),
        WorkField::ContactWho => contact(claim, |contact| contact.who = known),
        WorkField::ContactAsked => contact(claim, |contact| contact.asked = known),
        WorkField::ContactDue => contact(claim, |contact| contact.due = known),
        WorkField::ContactReplied => contact(claim, |contact| contact.replied = known),
        WorkField::ContactReply => contact(claim, |contact| contact.reply = known),
    }
}

/// Writes who made a claim; nobody, where neither a name nor a role is known.
fn write_claimant(claim: &mut Claim, field: WorkField, text: String) {
    let nobody = Claimant { name: String::new(), role: None, unknown: Members::new() };
    let mut claimant = claim.claimant.take().unwrap_or(nobody);
    if field == WorkField::ClaimantName {
        claimant.name = text;
    } else {
        claimant.role = Some(text).filter(|text| !text.is_empty());
    }
    let is_known =
        !claimant.name.is_empty() || claimant.role.is_some() || !claimant.unknown.is_empty();
    claim.claimant = is_known.then_some(claimant);
}

/// Changes who was asked about a claim; nothing is left where nothing is known.
fn contact(claim: &mut Claim, change: impl FnOnce(&mut Contact)) {
    let mut contact = claim.contact.take().unwrap_or_default();
    change(&mut contact);
    claim.contact = (contact != Contact::default()).then_some(contact);
}
