//! The work on a claim, from a mark to what was found.

use crate::{
    app::{Effect, FocusOn, Window, WorkField, WorkMsg},
    claim::{Claim, Claimant, Contact, LINK_KINDS, Link, LinkKind, Priority, Status, Target},
    document::Document,
    edit::Act,
    id::{BlockId, ClaimId},
    json::Members,
    stamp::Stamp,
    words,
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
            WorkMsg::StatusPressed(status) => self.press_status(status, stamp),
            WorkMsg::PriorityPressed(priority) => self.press_priority(priority, stamp),
            WorkMsg::Kept(claim) => {
                if let Some(reading) = &mut self.reading {
                    reading.kept = claim;
                }
                Vec::new()
            }
            WorkMsg::Linked(claim, kind, number) => self.link(&claim, kind, number, stamp),
            WorkMsg::Unlinked(claim, other) => self.unlink(&claim, &other, stamp),
            WorkMsg::MadeWithoutWords(block) => self.mark_without_words(block, stamp),
            WorkMsg::MemoCopied => {
                self.document().map(|it| Effect::Copy(words::memo(it))).into_iter().collect()
            }
            WorkMsg::Copied(is_copied) => self.tell_copied(is_copied),
            WorkMsg::Typed(claim, field, text) => {
                let act = Act::WorkWritten(claim.clone());
                self.change_claim(&claim, act, none, stamp, |claim| write(claim, field, text))
            }
            WorkMsg::RatingChosen(claim, rating) => self.rate(&claim, &rating, stamp),
            WorkMsg::SentenceWritten(claim, text) => self.write_sentence(&claim, text, stamp),
            WorkMsg::ReasonTyped(claim, text) => self.write_reason(&claim, text, stamp),
            WorkMsg::VerdictTaken(claim) => self.take_verdict(&claim, stamp),
            WorkMsg::Scale(msg) => self.change_scale(msg, stamp),
        }
    }
}

impl Desk {
    /// The claim that stays open beside the one that is worked on, if there are two.
    pub fn kept(&self) -> Option<&ClaimId> {
        let kept = self.reading.as_ref()?.kept.as_ref();
        kept.filter(|kept| Some(*kept) != self.session.claim())
    }

    /// Whether a claim stays open when another one is picked.
    pub fn keeps(&self, claim: &ClaimId) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.kept.as_ref() == Some(claim))
    }

    fn press_status(&mut self, status: Status, stamp: Stamp) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        self.say(words::status(status).to_owned());
        self.work(WorkMsg::StatusChosen(claim, status), stamp)
    }

    fn press_priority(&mut self, priority: Priority, stamp: Stamp) -> Vec<Effect> {
        let Some(claim) = self.selected() else { return Vec::new() };
        let chosen = Some(priority)
            .filter(|it| self.claim(&claim).is_some_and(|claim| claim.priority != Some(*it)));
        self.say(chosen.map_or(words::NO_PRIORITY, words::priority).to_owned());
        self.work(WorkMsg::PriorityChosen(claim, chosen), stamp)
    }

    /// Says what came of copying the memo.
    fn tell_copied(&mut self, is_copied: bool) -> Vec<Effect> {
        if let Some(Window::Memo { said }) = &mut self.window {
            *said = Some(if is_copied { words::COPIED } else { words::NOT_COPIED });
        }
        Vec::new()
    }

    /// Says what a claim is to the one of a number.
    fn link(&mut self, claim: &ClaimId, kind: LinkKind, number: u32, stamp: Stamp) -> Vec<Effect> {
        let other = self.document().and_then(|document| {
            let mut others = document.claims_unordered();
            others.find(|it| it.number == number && it.id != *claim).map(|it| it.id.clone())
        });
        let Some(other) = other else {
            return self.refuse(words::no_other_claim(number));
        };
        let row = LINK_KINDS.iter().find(|row| row.kind == kind);
        self.say(row.map(|row| words::linked(row.label, number)).unwrap_or_default());
        let act = Act::ClaimsLinked(claim.clone());
        self.change_claim(claim, act, Vec::new(), stamp, |claim| link(claim, kind, other))
    }

    /// Takes the links between two claims away, with whichever they are kept.
    fn unlink(&mut self, claim: &ClaimId, other: &ClaimId, stamp: Stamp) -> Vec<Effect> {
        let keeps = |id: &ClaimId, to: &ClaimId| {
            self.claim(id).is_some_and(|claim| claim.links.iter().any(|link| link.claim == *to))
        };
        let (own, to) = if keeps(claim, other) { (claim, other) } else { (other, claim) };
        self.say(words::UNLINKED.to_owned());
        let act = Act::ClaimsUnlinked(own.clone());
        self.change_claim(own, act, Vec::new(), stamp, |claim| {
            claim.links.retain(|link| link.claim != *to);
        })
    }

    /// Makes a claim about something at a block that is not in its words.
    fn mark_without_words(&mut self, block: BlockId, stamp: Stamp) -> Vec<Effect> {
        let number = self.document().map(Document::next_number);
        let Some((number, id)) = number.zip(ClaimId::new(&stamp.uuid(0))) else {
            return Vec::new();
        };
        let claim = Claim::about(id, number, Target::Block(block), stamp.time());
        let mut effects = self.add_claim(claim, Vec::new(), stamp);
        effects.push(Effect::Focus(FocusOn::Restated));
        effects
    }
}

/// Says what a claim is to another; it is one thing only.
fn link(claim: &mut Claim, kind: LinkKind, other: ClaimId) {
    claim.links.retain(|link| link.claim != other);
    claim.links.push(Link { claim: other, kind, unknown: Members::new() });
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
