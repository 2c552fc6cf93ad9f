//! Verdicts on claims: a rating of the scale or a sentence, and the reason for it. A verdict is
//! saved as soon as it is chosen, even if its reason is still missing. A new verdict inherits the
//! reason of the one before.

use crate::{
    app::{Effect, FocusTarget},
    claim::{ScaleMatch, Verdict},
    edit::{Action, Change},
    event_context::EventContext,
    id::ClaimId,
    storage::settings,
    strings,
};

use super::Workspace;

/// The member of the setting [`settings::REASONS`] that is there when low ratings do not ask for a
/// reason.
pub(super) const OFF: &str = "off";

impl Workspace {
    /// Returns whether low ratings ask for a reason.
    pub fn asks_for_reasons(&self) -> bool {
        self.records.setting(settings::REASONS).is_none_or(|kept| !kept.contains_key(OFF))
    }

    /// Gives a claim the verdict that a rating of the article's scale means. The verdict is saved
    /// at once, so that no crash loses it; where it still needs a reason, the announcement says so.
    pub(super) fn rate(
        &mut self,
        claim: &ClaimId,
        rating: &str,
        context: EventContext,
    ) -> Vec<Effect> {
        let scale = self.document().map(|document| document.scale().as_ref());
        let given = scale.and_then(|scale| Some((scale.verdict(rating, context.time())?, scale)));
        let Some((given, scale)) = given else { return Vec::new() };
        let old = self.document().and_then(|it| it.claim(claim)?.verdict.clone());
        let given = with_previous_reason(given, old);
        let lacks = self.asks_for_reasons() && given.needs_reason(scale);
        self.announce(strings::verdict_given(&given.label, lacks));
        self.set_verdict(claim, Action::VerdictGiven(claim.clone()), Some(given), context)
    }

    /// Writes the verdict of a claim as a sentence. When the user empties the sentence before
    /// leaving its field, the verdict that it had replaced comes back.
    pub(super) fn write_sentence(
        &mut self,
        claim: &ClaimId,
        sentence: String,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let old = document.claim(claim).and_then(|it| it.verdict.clone());
        let restored = self.replaced(claim).filter(|_| sentence.is_empty());
        let given =
            with_previous_reason(document.scale().free_text_verdict(sentence, context.time()), old);
        let is_nothing =
            given.label.is_empty() && given.summary.is_empty() && given.unknown.is_empty();
        let given = restored.or_else(|| (!is_nothing).then_some(given));
        self.set_verdict(claim, Action::VerdictTextEdited(claim.clone()), given, context)
    }

    /// Returns the verdict that a claim had before the user began to type the sentence, unless that
    /// is a current verdict of the article's scale.
    fn replaced(&self, claim: &ClaimId) -> Option<Verdict> {
        let scale = self.document()?.scale();
        let first = self.history.typing_since(&Action::VerdictTextEdited(claim.clone()))?;
        let before = first.changes.iter().find_map(|change| match change {
            Change::Claim(_, diff) => diff.before.as_ref()?.verdict.clone(),
            Change::Article(_)
            | Change::Details(_)
            | Change::Scale(_)
            | Change::Parts(..)
            | Change::Kind(..)
            | Change::Review(..)
            | Change::Source(..)
            | Change::Tag(..) => None,
        });
        before.filter(|it| it.match_scale(scale) != ScaleMatch::Current)
    }

    /// Writes the reason for the verdict of a claim.
    pub(super) fn write_reason(
        &mut self,
        claim: &ClaimId,
        reason: String,
        context: EventContext,
    ) -> Vec<Effect> {
        let old = self.document().and_then(|it| it.claim(claim)?.verdict.clone());
        let Some(verdict) = old else { return Vec::new() };
        let given = Verdict { summary: reason, ..verdict };
        self.set_verdict(claim, Action::ReasonWritten(claim.clone()), Some(given), context)
    }

    /// Removes the verdict of a claim.
    pub(super) fn take_verdict(&mut self, claim: &ClaimId, context: EventContext) -> Vec<Effect> {
        self.announce(strings::VERDICT_TAKEN.to_owned());
        let mut effects =
            self.set_verdict(claim, Action::VerdictRemoved(claim.clone()), None, context);
        if self.session.claim() == Some(claim) {
            effects.push(Effect::Focus(FocusTarget::Verdict));
        }
        effects
    }

    /// Sets the verdict of a claim; `None` removes it.
    fn set_verdict(
        &mut self,
        claim: &ClaimId,
        action: Action,
        verdict: Option<Verdict>,
        context: EventContext,
    ) -> Vec<Effect> {
        self.change_claim(claim, action, Vec::new(), context, |claim| claim.verdict = verdict)
    }
}

/// Returns the verdict `given` with the reason and the unknown members of the old one. If nothing
/// but the time differs from the old one, returns the old one.
fn with_previous_reason(given: Verdict, old: Option<Verdict>) -> Verdict {
    let Some(old) = old else { return given };
    let now = Verdict { summary: old.summary.clone(), unknown: old.unknown.clone(), ..given };
    let is_same = Verdict { at: old.at, ..now.clone() } == old;
    if is_same { old } else { now }
}
