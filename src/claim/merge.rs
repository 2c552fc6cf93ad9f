//! Repeating a change of a claim on a newer version of the claim.
//!
//! A change can be repeated as long as nobody has changed the same fields in the meantime.

use super::Claim;

impl Claim {
    /// Returns the claim with all fields that differ between `from` and `to` set to their values in
    /// `to`. Returns `None` if one of these fields is no longer as it is in `from`. Never changes
    /// the identifier, `created` or `modified`.
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

/// Sets `now` to `to` if `from` and `to` differ. Returns whether that was possible: `false` if
/// `now` has to change but is not equal to `from`.
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
