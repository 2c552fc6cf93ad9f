//! The order of claims in the text.

use std::cmp::Reverse;

use crate::{
    article::{Blocks, Span},
    claim::{Claim, Target},
    id::ClaimId,
};

/// Where a claim comes among the claims of an article: by its start, then the longer one first,
/// then by its name; claims without words come after the others of their block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextOrder {
    start: (usize, Start),
    end: Reverse<(usize, usize)>,
    /// The claim; `None` comes before every claim of its place.
    pub claim: Option<ClaimId>,
}

/// Where in its block a claim starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    Byte(usize),
    AfterAllWords,
}

impl TextOrder {
    /// What comes before every claim that starts in the block at a position.
    pub fn first_of(position: usize) -> Self {
        Self { start: (position, Start::Byte(0)), end: Reverse((usize::MAX, 0)), claim: None }
    }
}

/// The order of a claim; `None` where its place is not in `blocks`.
pub(super) fn order(claim: &Claim, blocks: &Blocks) -> Option<TextOrder> {
    let (start, end) = match &claim.target {
        Target::Words { first, .. } => edges(&first.span, blocks)?,
        Target::Block(block) => {
            let position = blocks.position(block)?;
            ((position, Start::AfterAllWords), (position, 0))
        }
    };
    Some(TextOrder { start, end: Reverse(end), claim: Some(claim.id.clone()) })
}

/// The positions of the blocks in which a claim has words, each once.
pub(super) fn touched(claim: &Claim, blocks: &Blocks) -> Vec<usize> {
    let parts = claim.target.pieces().flat_map(|piece| piece.span.parts(blocks));
    let mut positions: Vec<usize> = parts.map(|part| part.position).collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

fn edges(span: &Span, blocks: &Blocks) -> Option<((usize, Start), (usize, usize))> {
    let start = (blocks.position(&span.start.block)?, Start::Byte(span.start.offset.get()));
    let end = (blocks.position(&span.end.block)?, span.end.offset.get());
    Some((start, end))
}
