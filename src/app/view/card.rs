//! A claim in the list.

use std::rc::Rc;

use crate::{
    claim::Claim,
    document::Document,
    id::{ClaimId, TagId},
};

use super::block::{BlockView, color_of};

/// A claim as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimCardView {
    /// The claim.
    pub claim: Rc<Claim>,
    /// Its words; where it has none, what it says, or what its words were.
    pub quote: String,
    /// The colour of its first tag.
    pub color: &'static str,
    /// Its tags.
    pub tags: Vec<TagChip>,
    /// The number of its paragraph.
    pub paragraph: Option<usize>,
    /// Where it starts in its block's text, in bytes.
    pub offset: usize,
    /// The position of its block.
    pub block: usize,
    /// Whether it is the one that is worked on.
    pub is_open: bool,
    /// Whether its verdict is from another scale than the article's.
    pub uses_other_scale: bool,
    /// Whether its verdict is one that is asked for a reason, and has none.
    pub lacks_reason: bool,
}

/// A tag of a claim as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct TagChip {
    /// The tag.
    pub id: TagId,
    /// Its name.
    pub label: String,
    /// Its colour.
    pub color: &'static str,
}

impl ClaimCardView {
    /// The card of a claim that starts in a block.
    pub(super) fn new(
        claim: &Rc<Claim>,
        document: &Document,
        selected: Option<&ClaimId>,
        block: &BlockView,
    ) -> Self {
        let quote = claim.target.quote(document.blocks()).unwrap_or_else(|| {
            let restated = Some(&claim.restated).filter(|it| !it.is_empty());
            restated.or(claim.previous_quote.as_ref()).cloned().unwrap_or_default()
        });
        let first = claim.target.ranges().next();
        let tags = claim.tags.iter().filter_map(|tag| document.tag(tag));
        Self {
            claim: Rc::clone(claim),
            quote,
            color: color_of(claim, document),
            tags: tags
                .map(|tag| TagChip {
                    id: tag.id.clone(),
                    label: tag.label.clone(),
                    color: tag.color.name(),
                })
                .collect(),
            paragraph: block.number,
            offset: first.map_or(0, |target_range| target_range.span.start.offset.get()),
            block: block.position,
            is_open: selected == Some(&claim.id),
            uses_other_scale: uses_other_scale(claim, document),
            lacks_reason: lacks_reason(claim, document),
        }
    }

    /// What the claim's words are, where its text was corrected and something is left of them.
    pub fn current_quote(&self) -> Option<&str> {
        self.claim.target.ranges().next().map(|_| self.quote.as_str())
    }

    /// Whether the card still shows what it should.
    pub(super) fn is_current(
        &self,
        claim: &Rc<Claim>,
        document: &Document,
        selected: Option<&ClaimId>,
    ) -> bool {
        Rc::ptr_eq(&self.claim, claim)
            && self.is_open == (selected == Some(&claim.id))
            && self.uses_other_scale == uses_other_scale(claim, document)
            && self.lacks_reason == lacks_reason(claim, document)
    }
}

fn uses_other_scale(claim: &Claim, document: &Document) -> bool {
    claim.verdict.as_ref().is_some_and(|verdict| verdict.scale != document.scale().id)
}

fn lacks_reason(claim: &Claim, document: &Document) -> bool {
    claim.verdict.as_ref().is_some_and(|verdict| verdict.needs_reason(document.scale()))
}
