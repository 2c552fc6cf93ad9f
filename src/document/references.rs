//! Where a tag or a source is used.

use std::rc::Rc;

use crate::{
    claim::{Claim, Evidence},
    id::{SourceId, TagId},
};

use super::Document;

impl Document {
    /// How many claims carry a tag.
    pub fn uses(&self, tag: &TagId) -> usize {
        self.claims.values().filter(|claim| claim.tags.contains(tag)).count()
    }

    /// The uses of a source, by the claims in text order.
    pub fn evidence_using<'a>(
        &'a self,
        source: &'a SourceId,
    ) -> impl Iterator<Item = (&'a Rc<Claim>, &'a Evidence)> {
        let all = self.claims().flat_map(|claim| claim.evidence.iter().map(move |it| (claim, it)));
        all.filter(move |(_, evidence)| evidence.source == *source)
    }
}
