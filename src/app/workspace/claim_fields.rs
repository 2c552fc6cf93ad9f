//! The work on a claim, from a mark to what was found.

use crate::{
    app::{ClaimField, ClaimMsg, Dialog, Effect, FocusTarget},
    claim::{Claim, Claimant, Contact, LINK_KINDS, Link, LinkKind, Priority, Status, Target},
    document::Document,
    edit::Action,
    event_context::EventContext,
    id::{BlockId, ClaimId},
    json::JsonObject,
    strings,
};

use super::Workspace;

impl Workspace {
    /// Takes note of something about the work on a claim.
    pub(super) fn update_claim(&mut self, msg: ClaimMsg, context: EventContext) -> Vec<Effect> {
        let none = Vec::new();
        match msg {
            ClaimMsg::Evidence(msg) => self.change_evidence(msg, context),
            ClaimMsg::StatusChosen(claim, status) => {
                let action = Action::StatusChosen(claim.clone());
                self.change_claim(&claim, action, none, context, |claim| claim.status = status)
            }
            ClaimMsg::PriorityChosen(claim, priority) => {
                let action = Action::PriorityChosen(claim.clone());
                self.change_claim(&claim, action, none, context, |claim| claim.priority = priority)
            }
            ClaimMsg::StatusToggled(status) => self.press_status(status, context),
            ClaimMsg::PriorityPressed(priority) => self.press_priority(priority, context),
            ClaimMsg::Pinned(claim) => {
                if let Some(reading) = &mut self.open {
                    reading.pinned_claim = claim;
                }
                Vec::new()
            }
            ClaimMsg::Linked(claim, kind, number) => self.link(&claim, kind, number, context),
            ClaimMsg::Unlinked(claim, other) => self.unlink(&claim, &other, context),
            ClaimMsg::CreatedOnBlock(block) => self.mark_without_words(block, context),
            ClaimMsg::MemoCopied => self
                .document()
                .map(|it| Effect::Copy(strings::corrections_text(it)))
                .into_iter()
                .collect(),
            ClaimMsg::Copied(is_copied) => self.tell_copied(is_copied),
            ClaimMsg::Typed(claim, field, text) => {
                let action = Action::ClaimFieldEdited(claim.clone());
                self.change_claim(&claim, action, none, context, |claim| write(claim, field, text))
            }
            ClaimMsg::RatingChosen(claim, rating) => self.rate(&claim, &rating, context),
            ClaimMsg::VerdictTextChanged(claim, text) => self.write_sentence(&claim, text, context),
            ClaimMsg::ReasonTyped(claim, text) => self.write_reason(&claim, text, context),
            ClaimMsg::VerdictRemoved(claim) => self.take_verdict(&claim, context),
            ClaimMsg::Scale(msg) => self.change_scale(msg, context),
        }
    }
}

impl Workspace {
    /// The claim that stays open beside the one that is worked on, if there are two.
    pub fn kept(&self) -> Option<&ClaimId> {
        let kept = self.open.as_ref()?.pinned_claim.as_ref();
        kept.filter(|kept| Some(*kept) != self.session.claim())
    }

    /// Whether a claim stays open when another one is picked.
    pub fn is_pinned(&self, claim: &ClaimId) -> bool {
        self.open.as_ref().is_some_and(|reading| reading.pinned_claim.as_ref() == Some(claim))
    }

    fn press_status(&mut self, status: Status, context: EventContext) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        self.announce(strings::status(status).to_owned());
        self.update_claim(ClaimMsg::StatusChosen(claim, status), context)
    }

    fn press_priority(&mut self, priority: Priority, context: EventContext) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        let chosen = Some(priority)
            .filter(|it| self.claim(&claim).is_some_and(|claim| claim.priority != Some(*it)));
        self.announce(chosen.map_or(strings::NO_PRIORITY, strings::priority).to_owned());
        self.update_claim(ClaimMsg::PriorityChosen(claim, chosen), context)
    }

    /// Says what came of copying the memo.
    fn tell_copied(&mut self, is_copied: bool) -> Vec<Effect> {
        if let Some(Dialog::Corrections { said }) = &mut self.window {
            *said = Some(if is_copied { strings::COPIED } else { strings::NOT_COPIED });
        }
        Vec::new()
    }

    /// Says what a claim is to the one of a number.
    fn link(
        &mut self,
        claim: &ClaimId,
        kind: LinkKind,
        number: u32,
        context: EventContext,
    ) -> Vec<Effect> {
        let other = self.document().and_then(|document| {
            let mut others = document.claims_unordered();
            others.find(|it| it.number == number && it.id != *claim).map(|it| it.id.clone())
        });
        let Some(other) = other else {
            return self.notify_error(strings::no_other_claim(number));
        };
        let row = LINK_KINDS.iter().find(|row| row.kind == kind);
        self.announce(row.map(|row| strings::linked(row.label, number)).unwrap_or_default());
        let action = Action::ClaimsLinked(claim.clone());
        self.change_claim(claim, action, Vec::new(), context, |claim| link(claim, kind, other))
    }

    /// Takes the links between two claims away, with whichever they are kept.
    fn unlink(&mut self, claim: &ClaimId, other: &ClaimId, context: EventContext) -> Vec<Effect> {
        let keeps = |id: &ClaimId, to: &ClaimId| {
            self.claim(id).is_some_and(|claim| claim.links.iter().any(|link| link.claim == *to))
        };
        let (own, to) = if keeps(claim, other) { (claim, other) } else { (other, claim) };
        self.announce(strings::UNLINKED.to_owned());
        let action = Action::ClaimsUnlinked(own.clone());
        self.change_claim(own, action, Vec::new(), context, |claim| {
            claim.links.retain(|link| link.claim != *to);
        })
    }

    /// Makes a claim about something at a block that is not in its words.
    fn mark_without_words(&mut self, block: BlockId, context: EventContext) -> Vec<Effect> {
        let number = self.document().map(Document::next_number);
        let Some((number, id)) = number.zip(ClaimId::new(&context.uuid(0))) else {
            return Vec::new();
        };
        let claim = Claim::new_at(id, number, Target::Block(block), context.time());
        let mut effects = self.add_claim(claim, Vec::new(), context);
        effects.push(Effect::Focus(FocusTarget::Restated));
        effects
    }
}

/// Says what a claim is to another; it is one thing only.
fn link(claim: &mut Claim, kind: LinkKind, other: ClaimId) {
    claim.links.retain(|link| link.claim != other);
    claim.links.push(Link { claim: other, kind, unknown: JsonObject::new() });
}

/// Writes a field of a claim.
fn write(claim: &mut Claim, field: ClaimField, text: String) {
    let known = Some(text.clone()).filter(|text| !text.is_empty());
    match field {
        ClaimField::Restated => claim.restated = text,
        ClaimField::Correction => claim.correction = known,
        ClaimField::ClaimantName | ClaimField::ClaimantRole => write_claimant(claim, field, text),
        ClaimField::ContactWho => contact(claim, |contact| contact.who = known),
        ClaimField::ContactAsked => contact(claim, |contact| contact.asked = known),
        ClaimField::ContactDue => contact(claim, |contact| contact.due = known),
        ClaimField::ContactReplied => contact(claim, |contact| contact.replied = known),
        ClaimField::ContactReply => contact(claim, |contact| contact.reply = known),
    }
}

/// Writes who made a claim; nobody, where neither a name nor a role is known.
fn write_claimant(claim: &mut Claim, field: ClaimField, text: String) {
    let nobody = Claimant { name: String::new(), role: None, unknown: JsonObject::new() };
    let mut claimant = claim.claimant.take().unwrap_or(nobody);
    if field == ClaimField::ClaimantName {
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
