//! Evidence for and against claims, and its sources.

use std::rc::Rc;

use crate::{
    app::{Effect, EvidenceMsg, FocusOn, PickedIn, Use, UseField, Window},
    claim::{Claim, Evidence, Source, Stance, WebAddress},
    edit::{Act, Change, Swap},
    id::{ClaimId, SourceId},
    json::Members,
    stamp::Stamp,
    words,
};

use super::Desk;

impl Desk {
    pub(super) fn show_sources(&mut self) -> Vec<Effect> {
        if self.document().is_none() {
            return Vec::new();
        }
        self.open_window(Window::Sources { deleting: None })
    }

    /// Takes note of something about evidence or sources.
    pub(super) fn change_evidence(&mut self, msg: EvidenceMsg, stamp: Stamp) -> Vec<Effect> {
        match msg {
            EvidenceMsg::Named(claim, text) => self.name_source(&claim, &text, stamp),
            EvidenceMsg::Reused(claim, source) => {
                self.add_evidence(&claim, source, String::new(), None, stamp)
            }
            EvidenceMsg::Taken(used) => self.take_evidence(&used, stamp),
            EvidenceMsg::StanceChosen(used, stance) => {
                self.history.leave_field();
                let effects = self.write_evidence(&used, stamp, |it| it.stance = stance);
                self.history.leave_field();
                effects
            }
            EvidenceMsg::Typed(used, field, text) => {
                self.write_evidence(&used, stamp, |it| match field {
                    UseField::Passage => it.passage = text,
                    UseField::Note => it.note = text,
                })
            }
            EvidenceMsg::SourceTyped(source, field, text) => {
                self.write_source(&source, stamp, |it| field.write(it, text))
            }
            EvidenceMsg::KindChosen(source, kind) => {
                self.history.leave_field();
                let effects = self.write_source(&source, stamp, |it| it.kind = kind);
                self.history.leave_field();
                effects
            }
            EvidenceMsg::SourceTaken(source) => self.take_source(&source, stamp),
            EvidenceMsg::SourceDeleted(source) => self.delete_source(&source, stamp),
            EvidenceMsg::ClaimShown(claim) => {
                self.close_window();
                self.pick_claim(&claim, PickedIn::Elsewhere)
            }
        }
    }

    /// Gives a claim evidence from the source of that name, which is made where there is none.
    fn name_source(&mut self, claim: &ClaimId, text: &str, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(id) = SourceId::new(&stamp.uuid(0)) else { return Vec::new() };
        let sources = document.sources();
        let order = sources.iter().map(|it| it.order.saturating_add(1)).max().unwrap_or(0);
        let named = Source { order, ..Source::named(id, text) };
        if named.url.is_none() && named.title.is_none() {
            return Vec::new();
        }
        let passage = WebAddress::meant(text).and_then(|it| it.passage().map(str::to_owned));
        let passage = passage.unwrap_or_default();
        let known = sources.into_iter().find(|it| it.is_same_as(&named));
        let Some(known) = known.cloned() else {
            return self.add_evidence(claim, named.id.clone(), passage, Some(named), stamp);
        };
        let id = known.id.clone();
        let copied = named.archived.filter(|_| known.archived.is_none());
        let copied = copied.map(|copy| Source { archived: Some(copy), ..known });
        self.add_evidence(claim, id, passage, copied, stamp)
    }

    /// Gives a claim evidence from a source, which may be new, or of which more is known now. Nobody has said yet what it does
    /// to the claim, so it is context.
    fn add_evidence(
        &mut self,
        claim: &ClaimId,
        source: SourceId,
        passage: String,
        new: Option<Source>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(name) = new.as_ref().or(document.source(&source).map(Rc::as_ref)) else {
            return Vec::new();
        };
        let name = words::source_name(name).to_owned();
        let is_there = |it: &Evidence| it.source == source && it.passage == passage;
        if document.claim(claim).is_some_and(|it| it.evidence.iter().any(is_there)) {
            self.say(words::evidence_is_there(&name));
            return Vec::new();
        }
        let made = new.map(|new| {
            let before = document.source(&new.id).cloned();
            Change::Source(new.id.clone(), Swap { before, after: Some(Rc::new(new)) })
        });
        self.say(words::evidence_added(&name));
        let act = Act::EvidenceAdded(claim.clone());
        self.change_claim(claim, act, made.into_iter().collect(), stamp, |claim| {
            let (note, unknown) = (String::new(), Members::new());
            claim.evidence.push(Evidence {
                source,
                stance: Stance::Context,
                passage,
                note,
                unknown,
            });
        })
    }

    /// Takes evidence from a claim. A source that is only named goes with its last use.
    fn take_evidence(&mut self, used: &Use, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let evidence = document.claim(&used.claim).map(|it| it.evidence.as_slice());
        let Some(at) = used.position(evidence.unwrap_or_default()) else { return Vec::new() };
        let is_last = document.uses_of(&used.source).nth(1).is_none();
        let source = document.source(&used.source);
        let name = source.map(|it| words::source_name(it).to_owned()).unwrap_or_default();
        let gone = source.filter(|it| is_last && it.is_only_named()).cloned();
        let gone = gone.map(|it| without(&it)).into_iter().collect();
        self.say(words::evidence_taken(&name));
        let act = Act::EvidenceTaken(used.claim.clone());
        let mut effects = self.change_claim(&used.claim, act, gone, stamp, |claim| {
            claim.evidence.remove(at);
        });
        if self.session.claim() == Some(&used.claim) {
            effects.push(Effect::Focus(FocusOn::Evidence));
        }
        effects
    }

    fn write_evidence(
        &mut self,
        used: &Use,
        stamp: Stamp,
        change: impl FnOnce(&mut Evidence),
    ) -> Vec<Effect> {
        let act = Act::EvidenceWritten(used.claim.clone());
        self.change_claim(&used.claim, act, Vec::new(), stamp, |claim| {
            let at = used.position(&claim.evidence);
            if let Some(evidence) = at.and_then(|at| claim.evidence.get_mut(at)) {
                change(evidence);
            }
        })
    }

    fn write_source(
        &mut self,
        source: &SourceId,
        stamp: Stamp,
        change: impl FnOnce(&mut Source),
    ) -> Vec<Effect> {
        let before = self.document().and_then(|it| it.source(source)).cloned();
        let Some(before) = before else { return Vec::new() };
        let mut after = before.as_ref().clone();
        change(&mut after);
        if after == *before {
            return Vec::new();
        }
        let swap = Swap { before: Some(before), after: Some(Rc::new(after)) };
        let change = Change::Source(source.clone(), swap);
        self.act_on_document(Act::SourceWritten(source.clone()), vec![change], stamp)
    }

    /// Deletes a source that no claim uses; else tells the person what that would touch, or leaves
    /// it at that.
    fn take_source(&mut self, source: &SourceId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        if document.uses_of(source).next().is_none() {
            return self.delete_source(source, stamp);
        }
        let at = document.sources().iter().position(|it| it.id == *source).unwrap_or_default();
        let told = Window::Sources { deleting: Some(source.clone()) };
        if self.window.as_ref() != Some(&told) {
            return self.open_window(told);
        }
        let mut effects = self.show_sources();
        effects.push(Effect::Focus(FocusOn::Source(at)));
        effects
    }

    /// Deletes a source with its uses.
    fn delete_source(&mut self, source: &SourceId, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let Some(before) = document.source(source).cloned() else { return Vec::new() };
        let sources = document.sources();
        let at = sources.iter().position(|it| it.id == *source).unwrap_or_default();
        let next = at.min(sources.len().saturating_sub(2));
        let using =
            document.claims().filter(|it| it.evidence.iter().any(|it| it.source == *source));
        let mut changes: Vec<Change> =
            using.map(|claim| without_source(claim, source, stamp)).collect();
        changes.push(without(&before));
        if self.window.is_some() {
            self.show_sources();
        }
        self.say(words::source_deleted(words::source_name(&before)));
        let mut effects = self.act_on_document(Act::SourceTaken, changes, stamp);
        effects.push(Effect::Focus(FocusOn::Source(next)));
        effects
    }
}

/// The end of a source.
fn without(source: &Rc<Source>) -> Change {
    Change::Source(source.id.clone(), Swap { before: Some(Rc::clone(source)), after: None })
}

/// A claim without evidence from a source.
fn without_source(claim: &Rc<Claim>, source: &SourceId, stamp: Stamp) -> Change {
    let mut after = claim.as_ref().clone();
    after.evidence.retain(|it| it.source != *source);
    after.modified = stamp.time();
    let swap = Swap { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
    Change::Claim(claim.id.clone(), swap)
}
