//! Claims that have something in common.

use std::rc::Rc;

use crate::claim::Claim;

use super::Document;

impl Document {
    /// The claims in no particular order, which is many times as quick.
    pub fn claims_unordered(&self) -> impl Iterator<Item = &Rc<Claim>> {
        self.claims.values()
    }

    /// The claims that are said to be something to others, in no particular order.
    pub fn claims_with_links(&self) -> impl Iterator<Item = &Rc<Claim>> {
        // Mostly there are none, and nobody has to look for them.
        let all = (self.linked_count > 0).then(|| self.claims_unordered());
        all.into_iter().flatten().filter(|claim| !claim.links.is_empty())
    }

    /// The claims about which somebody was asked, in text order.
    pub fn claims_with_contact(&self) -> impl Iterator<Item = &Rc<Claim>> {
        let all = (self.contacted_count > 0).then(|| self.claims());
        all.into_iter().flatten().filter(|claim| claim.contact.is_some())
    }
}
