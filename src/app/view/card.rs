//! The view model of a claim's card in the list of claims.
//!
//! A card holds the claim by its pointer. `ClaimCardView::is_current` decides whether the old card
//! still shows everything correctly; only then may a section keep it.

use std::rc::Rc;

use crate::{
    claim::Claim,
    document::Document,
    id::{ClaimId, TagId},
};

use super::block::{BlockView, color_of};

/// The view model of a claim in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimCardView {
    /// The claim.
    pub claim: Rc<Claim>,
    /// The words of the claim; if it has none, the claim as the user restated it, or the words that
    /// it had before a correction.
    pub quote: String,
    /// The colour of the claim's first tag.
    pub color: &'static str,
    /// The tags of the claim.
    pub tags: Vec<TagChip>,
    /// The number of the block where the claim starts; `None` if that block has no number.
    pub paragraph: Option<usize>,
    /// The byte offset in the text of that block where the claim starts; 0 for a claim without
    /// words.
    pub offset: usize,
    /// The position of that block in the article, from 0.
    pub block: usize,
    /// Whether the claim is selected.
    pub is_open: bool,
    /// Whether the verdict is from another scale than the article has now.
    pub uses_other_scale: bool,
    /// Whether the verdict needs a reason and has none.
    pub lacks_reason: bool,
}

/// A tag of a claim as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct TagChip {
    /// The identifier of the tag.
    pub id: TagId,
    /// The name of the tag.
    pub label: String,
    /// The colour of the tag.
    pub color: &'static str,
}

impl ClaimCardView {
    /// Creates the card of a claim that starts in `block`.
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

    /// Returns the words that the claim marks now; `None` if it marks none.
    pub fn current_quote(&self) -> Option<&str> {
        self.claim.target.ranges().next().map(|_| self.quote.as_str())
    }

    /// Returns whether the card would be the same if it were created anew for this claim, apart
    /// from its tags and its block.
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
