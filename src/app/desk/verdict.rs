//! Verdicts on claims.

use crate::{
    app::{Effect, FocusOn},
    claim::{Standing, Verdict},
    edit::{Act, Change},
    id::ClaimId,
    saved::settings,
    stamp::Stamp,
    words,
};

use super::Desk;

/// The member of the setting of reasons that is there where none are asked for.
pub(super) const OFF: &str = "off";

impl Desk {
    /// Whether low ratings are asked for a reason.
    pub fn asks_for_reasons(&self) -> bool {
        self.shelf.setting(settings::REASONS).is_none_or(|kept| !kept.contains_key(OFF))
    }

    /// Gives a claim the verdict that a rating of the article's scale comes to. It stands at once, so
    /// that no crash takes it; where a reason is asked for, it says so until there is one.
    pub(super) fn rate(&mut self, claim: &ClaimId, rating: &str, stamp: Stamp) -> Vec<Effect> {
        let scale = self.document().map(|document| document.scale().as_ref());
        let given = scale.and_then(|scale| Some((scale.verdict(rating, stamp.time())?, scale)));
        let Some((given, scale)) = given else { return Vec::new() };
        let old = self.document().and_then(|it| it.claim(claim)?.verdict.clone());
        let given = carried(given, old);
        let lacks = self.asks_for_reasons() && given.lacks_reason(scale);
        self.say(words::verdict_given(&given.label, lacks));
        self.give(claim, Act::VerdictGiven(claim.clone()), Some(given), stamp)
    }

    /// Writes the verdict of a claim as a sentence. One that is emptied again, before its field is
    /// left, gives way to the rating that it took the place of.
    pub(super) fn write_sentence(
        &mut self,
        claim: &ClaimId,
        sentence: String,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let old = document.claim(claim).and_then(|it| it.verdict.clone());
        let restored = self.replaced(claim).filter(|_| sentence.is_empty());
        let given = carried(document.scale().sentence(sentence, stamp.time()), old);
        let is_nothing =
            given.label.is_empty() && given.summary.is_empty() && given.unknown.is_empty();
        let given = restored.or_else(|| (!is_nothing).then_some(given));
        self.give(claim, Act::SentenceWritten(claim.clone()), given, stamp)
    }

    /// The verdict, no sentence of the article's scale, that the sentence which is being typed took
    /// the place of.
    fn replaced(&self, claim: &ClaimId) -> Option<Verdict> {
        let scale = self.document()?.scale();
        let first = self.history.typing_since(&Act::SentenceWritten(claim.clone()))?;
        let before = first.changes.iter().find_map(|change| match change {
            Change::Claim(_, swap) => swap.before.as_ref()?.verdict.clone(),
            Change::Article(_)
            | Change::Details(_)
            | Change::Scale(_)
            | Change::Parts(..)
            | Change::Kind(..)
            | Change::Looked(..)
            | Change::Source(..)
            | Change::Tag(..) => None,
        });
        before.filter(|it| it.standing(scale) != Standing::Current)
    }

    /// Writes why a claim got its verdict.
    pub(super) fn write_reason(
        &mut self,
        claim: &ClaimId,
        reason: String,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let old = self.document().and_then(|it| it.claim(claim)?.verdict.clone());
        let Some(verdict) = old else { return Vec::new() };
        let given = Verdict { summary: reason, ..verdict };
        self.give(claim, Act::ReasonWritten(claim.clone()), Some(given), stamp)
    }

    /// Takes the verdict of a claim back.
    pub(super) fn take_verdict(&mut self, claim: &ClaimId, stamp: Stamp) -> Vec<Effect> {
        self.say(words::VERDICT_TAKEN.to_owned());
        let mut effects = self.give(claim, Act::VerdictTaken(claim.clone()), None, stamp);
        if self.session.claim() == Some(claim) {
            effects.push(Effect::Focus(FocusOn::Verdict));
        }
        effects
    }

    fn give(
        &mut self,
        claim: &ClaimId,
        act: Act,
        verdict: Option<Verdict>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.change_claim(claim, act, Vec::new(), stamp, |claim| claim.verdict = verdict)
    }
}

/// A new verdict with the reason of the old one, and with what else an imported one had. One that
/// says the same is the old one, whenever that was given.
fn carried(given: Verdict, old: Option<Verdict>) -> Verdict {
    let Some(old) = old else { return given };
    let now = Verdict { summary: old.summary.clone(), unknown: old.unknown.clone(), ..given };
    let is_same = Verdict { at: old.at, ..now.clone() } == old;
    if is_same { old } else { now }
}
