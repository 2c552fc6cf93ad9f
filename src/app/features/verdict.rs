//! Verdicts on claims: a rating of the scale or a sentence, and the reason for it. A verdict is
//! saved as soon as it is chosen, even if its reason is still missing. A new verdict inherits the
//! reason of the one before.

use crate::{
    app::{
        Effect, FocusTarget,
        state::{Ctx, State},
    },
    claim::{ScaleMatch, Verdict},
    edit::{Action, Change},
    id::ClaimId,
    strings,
};

/// Gives a claim the verdict that a rating of the article's scale means. The verdict is saved
/// at once, so that no crash loses it; where it still needs a reason, the announcement says so.
pub(in crate::app) fn rate(claim: &ClaimId, rating: &str, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let scale = ctx.document().map(|document| document.scale().as_ref());
    let given = scale.and_then(|scale| Some((scale.verdict(rating, ctx.event.time())?, scale)));
    let Some((given, scale)) = given else { return Vec::new() };
    let old = ctx.document().and_then(|it| it.claim(claim)?.verdict.clone());
    let given = with_previous_reason(given, old);
    let lacks = ctx.asks_for_reasons() && given.needs_reason(scale);
    ctx.announce(strings::verdict_given(&given.label, lacks));
    set_verdict(claim, Action::VerdictGiven(claim.clone()), Some(given), ctx)
}

/// Writes the verdict of a claim as a sentence. When the user empties the sentence before
/// leaving its field, the verdict that it had replaced comes back.
pub(in crate::app) fn write_sentence(
    claim: &ClaimId,
    sentence: String,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let Some(document) = ctx.document() else { return Vec::new() };
    let old = document.claim(claim).and_then(|it| it.verdict.clone());
    let restored = replaced(claim, ctx).filter(|_| sentence.is_empty());
    let given =
        with_previous_reason(document.scale().free_text_verdict(sentence, ctx.event.time()), old);
    let is_nothing = given.label.is_empty() && given.summary.is_empty() && given.unknown.is_empty();
    let given = restored.or_else(|| (!is_nothing).then_some(given));
    set_verdict(claim, Action::VerdictTextEdited(claim.clone()), given, ctx)
}

/// Returns the verdict that a claim had before the user began to type the sentence, unless that
/// is a current verdict of the article's scale.
pub(in crate::app) fn replaced(claim: &ClaimId, state: &State) -> Option<Verdict> {
    let scale = state.document()?.scale();
    let first = state.history.typing_since(&Action::VerdictTextEdited(claim.clone()))?;
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
pub(in crate::app) fn write_reason(
    claim: &ClaimId,
    reason: String,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let old = ctx.document().and_then(|it| it.claim(claim)?.verdict.clone());
    let Some(verdict) = old else { return Vec::new() };
    let given = Verdict { summary: reason, ..verdict };
    set_verdict(claim, Action::ReasonWritten(claim.clone()), Some(given), ctx)
}

/// Removes the verdict of a claim.
pub(in crate::app) fn take_verdict(claim: &ClaimId, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.announce(strings::VERDICT_TAKEN.to_owned());
    let mut effects = set_verdict(claim, Action::VerdictRemoved(claim.clone()), None, ctx);
    if ctx.state.mode.claim() == Some(claim) {
        effects.push(Effect::Focus(FocusTarget::Verdict));
    }
    effects
}

/// Sets the verdict of a claim; `None` removes it.
fn set_verdict(
    claim: &ClaimId,
    action: Action,
    verdict: Option<Verdict>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    ctx.change_claim(claim, action, Vec::new(), |claim| claim.verdict = verdict)
}

/// Returns the verdict `given` with the reason and the unknown members of the old one. If nothing
/// but the time differs from the old one, returns the old one.
fn with_previous_reason(given: Verdict, old: Option<Verdict>) -> Verdict {
    let Some(old) = old else { return given };
    let now = Verdict { summary: old.summary.clone(), unknown: old.unknown.clone(), ..given };
    let is_same = Verdict { at: old.at, ..now.clone() } == old;
    if is_same { old } else { now }
}
