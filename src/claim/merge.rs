//! What was changed of a claim, made anew on what it is now.

use super::Claim;

impl Claim {
    /// The claim with what is different between two states of it; `None` where something of that is
    /// another than in the first of them by now.
    pub fn apply_change(&self, from: &Self, to: &Self) -> Option<Self> {
        let mut claim = self.clone();
        let fits = apply_field(&mut claim.number, &from.number, &to.number)
            && apply_field(&mut claim.target, &from.target, &to.target)
            && apply_field(&mut claim.tags, &from.tags, &to.tags)
            && apply_field(&mut claim.status, &from.status, &to.status)
            && apply_field(&mut claim.priority, &from.priority, &to.priority)
            && apply_field(&mut claim.verdict, &from.verdict, &to.verdict)
            && apply_field(&mut claim.claimant, &from.claimant, &to.claimant)
            && apply_field(&mut claim.restated, &from.restated, &to.restated)
            && apply_field(&mut claim.note, &from.note, &to.note)
            && apply_field(&mut claim.correction, &from.correction, &to.correction)
            && apply_field(&mut claim.previous_quote, &from.previous_quote, &to.previous_quote)
            && apply_field(&mut claim.evidence, &from.evidence, &to.evidence)
            && apply_field(&mut claim.contact, &from.contact, &to.contact)
            && apply_field(&mut claim.links, &from.links, &to.links)
            && apply_field(&mut claim.author, &from.author, &to.author)
            && apply_field(&mut claim.unknown, &from.unknown, &to.unknown);
        fits.then_some(claim)
    }
}

/// Changes a part as it was changed before, and says whether it is the same as it was then.
fn apply_field<T: Clone + PartialEq>(now: &mut T, from: &T, to: &T) -> bool {
    if from == to {
        return true;
    }
    let is_same = now == from;
    if is_same {
        now.clone_from(to);
    }
    is_same
}
