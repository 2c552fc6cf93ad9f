//! The order of claims in the text.

use std::cmp::Reverse;

use crate::{
    article::{Blocks, Position},
    claim::{Claim, Target},
    id::ClaimId,
};

/// Where a claim comes among the claims of an article: by its start, then the longer one first,
/// then by its name; claims without words come after the others of their block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextOrder {
    start: (usize, Start),
    end: Reverse<(usize, usize)>,
    /// The claim.
    pub claim: ClaimId,
}

/// Where in its block a claim starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    Byte(usize),
    AfterAllWords,
}

impl TextOrder {
    /// The order of a claim; `None` where its place is not in `blocks`.
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

    /// The position of the block where the claim starts.
    pub(super) fn position(&self) -> usize {
        self.start.0
    }
}

/// The positions of the blocks in which a claim has words, each once as long as its pieces are in
/// text order.
pub(super) fn blocks_of(claim: &Claim, blocks: &Blocks) -> Vec<usize> {
    let parts = claim.target.ranges().flat_map(|target_range| target_range.span.parts(blocks));
    let mut positions: Vec<usize> = parts.map(|block_range| block_range.position).collect();
    positions.dedup();
    positions
}
