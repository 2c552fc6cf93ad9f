//! Iterators over some of a document's claims, or over all of them in no order. They are faster
//! than `Document::claims`, because they skip the search or the sorted lists.

use std::rc::Rc;

use crate::claim::Claim;

use super::Document;

impl Document {
    /// Returns the claims in no particular order, which is many times as fast as text order.
    pub fn claims_unordered(&self) -> impl Iterator<Item = &Rc<Claim>> {
        self.claims.values()
    }

    /// Returns the claims that hold links to others, in no particular order.
    pub fn claims_with_links(&self) -> impl Iterator<Item = &Rc<Claim>> {
        // Most documents have no links, so the count saves a search through all claims.
        let all = (self.linked_count > 0).then(|| self.claims_unordered());
        all.into_iter().flatten().filter(|claim| !claim.links.is_empty())
    }

    /// Returns the claims with a contact, in text order.
    pub fn claims_with_contact(&self) -> impl Iterator<Item = &Rc<Claim>> {
        let all = (self.contacted_count > 0).then(|| self.claims());
        all.into_iter().flatten().filter(|claim| claim.contact.is_some())
    }
}
