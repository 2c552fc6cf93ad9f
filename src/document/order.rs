//! The order of claims in the text: the key by which a document sorts them.
//!
//! A claim about words sorts by its position, and a claim about a block sorts after all words of
//! that block.

use std::cmp::Reverse;

use crate::{
    article::{Blocks, Position},
    claim::{Claim, Target},
    id::ClaimId,
};

/// The sort key of a claim among the claims of an article. Claims sort by their start, then the
/// longer one first, then by their identifier. Claims about a block come after all others of the
/// block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextOrder {
    start: (usize, Start),
    end: Reverse<(usize, usize)>,
    /// The claim's identifier.
    pub claim: ClaimId,
}

/// The place in its block where a claim starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    Byte(usize),
    AfterAllWords,
}

impl TextOrder {
    /// Returns the sort key of a claim; `None` if its position is not in `blocks`.
    pub(super) fn of(claim: &Claim, blocks: &Blocks) -> Option<Self> {
        let place = |place: &Position| Some((blocks.position(&place.block)?, place.offset.get()));
        let (start, end) = match &claim.target {
            Target::Words { first, .. } => {
                let (position, offset) = place(&first.span.start)?;
                ((position, Start::Byte(offset)), place(&first.span.end)?)
            }
            Target::Block(block) => {
                let position = blocks.position(block)?;
                ((position, Start::AfterAllWords), (position, 0))
            }
        };
        Some(Self { start, end: Reverse(end), claim: claim.id.clone() })
    }

    /// Returns the position of the block where the claim starts.
    pub(super) fn position(&self) -> usize {
        self.start.0
    }
}

/// Returns the positions of the blocks in which a claim has words. Each is listed once, provided
/// that the claim's ranges are in text order.
pub(super) fn blocks_of(claim: &Claim, blocks: &Blocks) -> Vec<usize> {
    let parts = claim.target.ranges().flat_map(|target_range| target_range.span.parts(blocks));
    let mut positions: Vec<usize> = parts.map(|block_range| block_range.position).collect();
    positions.dedup();
    positions
}
