//! What was changed of a claim, made anew on what it is now.

use super::Claim;

impl Claim {
    /// The claim with what is different between two states of it; `None` where something of that is
    /// another than in the first of them by now.
    pub fn with_change(&self, from: &Self, to: &Self) -> Option<Self> {
        let mut claim = self.clone();
        let fits = part(&mut claim.number, &from.number, &to.number)
            && part(&mut claim.target, &from.target, &to.target)
            && part(&mut claim.tags, &from.tags, &to.tags)
            && part(&mut claim.status, &from.status, &to.status)
            && part(&mut claim.priority, &from.priority, &to.priority)
            && part(&mut claim.verdict, &from.verdict, &to.verdict)
            && part(&mut claim.claimant, &from.claimant, &to.claimant)
            && part(&mut claim.restated, &from.restated, &to.restated)
            && part(&mut claim.note, &from.note, &to.note)
            && part(&mut claim.correction, &from.correction, &to.correction)
            && part(&mut claim.corrected, &from.corrected, &to.corrected)
            && part(&mut claim.evidence, &from.evidence, &to.evidence)
            && part(&mut claim.contact, &from.contact, &to.contact)
            && part(&mut claim.links, &from.links, &to.links)
            && part(&mut claim.author, &from.author, &to.author)
            && part(&mut claim.unknown, &from.unknown, &to.unknown);
        fits.then_some(claim)
    }
}

/// Changes a part as it was changed before, and says whether it is the same as it was then.
fn part<T: Clone + PartialEq>(now: &mut T, from: &T, to: &T) -> bool {
    if from == to {
        return true;
    }
    let is_same = now == from;
    if is_same {
        now.clone_from(to);
    }
    is_same
}
