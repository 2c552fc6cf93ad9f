//! Lookups of the claims that use a tag or a source. The program shows their number or the claims
//! themselves before it deletes a tag or a source.

use std::rc::Rc;

use crate::{
    claim::{Claim, Evidence},
    id::{SourceId, TagId},
};

use super::Document;

impl Document {
    /// Returns the number of claims that carry a tag.
    pub fn uses(&self, tag: &TagId) -> usize {
        self.claims.values().filter(|claim| claim.tags.contains(tag)).count()
    }

    /// Returns every use of a source with its claim, in the text order of the claims.
    pub fn evidence_using<'a>(
        &'a self,
        source: &'a SourceId,
    ) -> impl Iterator<Item = (&'a Rc<Claim>, &'a Evidence)> {
        let all = self.claims().flat_map(|claim| claim.evidence.iter().map(move |it| (claim, it)));
        all.filter(move |(_, evidence)| evidence.source == *source)
    }
}
