//! The fields of a claim: status, priority, correction, claimant, contact and links. Messages about
//! verdicts, scales and evidence pass through here to their modules. Each change is one edit of one
//! claim, and typing in one field joins into one undo step.

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
    /// Handles a message about the work on a claim.
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
            ClaimMsg::CorrectionsCopied => self
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
    /// Returns the pinned claim, which stays open beside the selected one; `None` where no claim is
    /// pinned or the pinned claim is the selected one.
    pub fn kept(&self) -> Option<&ClaimId> {
        let kept = self.open.as_ref()?.pinned_claim.as_ref();
        kept.filter(|kept| Some(*kept) != self.session.claim())
    }

    /// Returns whether a claim is pinned, so that it stays open when the user selects another one.
    pub fn is_pinned(&self, claim: &ClaimId) -> bool {
        self.open.as_ref().is_some_and(|reading| reading.pinned_claim.as_ref() == Some(claim))
    }

    /// Gives the selected claim a status by a key, and announces it.
    fn press_status(&mut self, status: Status, context: EventContext) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        self.announce(strings::status(status).to_owned());
        self.update_claim(ClaimMsg::StatusChosen(claim, status), context)
    }

    /// Gives the selected claim a priority by a key, or takes that priority away again, and
    /// announces it.
    fn press_priority(&mut self, priority: Priority, context: EventContext) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        let chosen = Some(priority)
            .filter(|it| self.claim(&claim).is_some_and(|claim| claim.priority != Some(*it)));
        self.announce(chosen.map_or(strings::NO_PRIORITY, strings::priority).to_owned());
        self.update_claim(ClaimMsg::PriorityChosen(claim, chosen), context)
    }

    /// Shows in the dialog whether the memo of corrections was copied.
    fn tell_copied(&mut self, is_copied: bool) -> Vec<Effect> {
        if let Some(Dialog::Corrections { said }) = &mut self.window {
            *said = Some(if is_copied { strings::COPIED } else { strings::NOT_COPIED });
        }
        Vec::new()
    }

    /// Links a claim to the claim with a number, or notifies the user that no other claim has that
    /// number.
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

    /// Removes the link between two claims from the claim that holds it. Where both hold one, only
    /// the link of `claim` goes.
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

    /// Creates a claim about a block as a whole, or about something in it that is not in its words.
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

/// Sets how a claim relates to another one. A claim has at most one link to each other claim.
fn link(claim: &mut Claim, kind: LinkKind, other: ClaimId) {
    claim.links.retain(|link| link.claim != other);
    claim.links.push(Link { claim: other, kind, unknown: JsonObject::new() });
}

/// Writes a field of a claim. An empty text empties the field.
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

/// Writes the name or the role of the claimant, and removes the claimant where nothing is known of
/// them.
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

/// Changes the contact of a claim, and removes the contact where nothing is known of it.
fn contact(claim: &mut Claim, change: impl FnOnce(&mut Contact)) {
    let mut contact = claim.contact.take().unwrap_or_default();
    change(&mut contact);
    claim.contact = (contact != Contact::default()).then_some(contact);
}
