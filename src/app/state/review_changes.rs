//! The review follows the claims of a block: adding the first claim turns "nothing to check" into
//! "done", and deleting the last one turns it back.

use std::rc::Rc;

use crate::{
    claim::Claim,
    document::Document,
    edit::{Change, Diff},
    review::{BlockReview, ReviewState},
    sorted_vec,
};

/// Returns the positions of the blocks that a claim has words in, and of the block that it belongs
/// to. A position may occur more than once.
pub(super) fn blocks_of(claim: &Claim, document: &Document) -> Vec<usize> {
    let pieces = claim.target.ranges();
    let parts = pieces.flat_map(|target_range| target_range.span.parts(document.blocks()));
    let own = document.blocks().position(claim.target.block());
    parts.map(|block_range| block_range.position).chain(own).collect()
}

/// Returns the review changes for the blocks of a claim that is about to be added: a block where
/// there was nothing to check is done now.
pub(in crate::app) fn reviews_after_adding(claim: &Claim, document: &Document) -> Vec<Change> {
    turn(claim, document, ReviewState::NothingToCheck, ReviewState::Done)
}

/// Returns the review changes for the blocks of a claim that is about to be deleted: a done block
/// without other claims has nothing to check now.
pub(in crate::app) fn reviews_after_deleting(claim: &Claim, document: &Document) -> Vec<Change> {
    turn(claim, document, ReviewState::Done, ReviewState::NothingToCheck)
}

/// Returns the changes that turn the review state `from` into `to`, for each block of a claim that
/// has no other claims.
fn turn(claim: &Claim, document: &Document, from: ReviewState, to: ReviewState) -> Vec<Change> {
    let mut positions = sorted_vec::by_key(blocks_of(claim, document), |it| *it);
    positions.dedup();
    let turned = positions.into_iter().filter_map(|position| {
        let block = document.blocks().at(position)?;
        let before = document.review(&block.id).filter(|reviewed| reviewed.state == from)?;
        let mut others = document.claims_of(position).filter(|other| other.id != claim.id);
        if others.next().is_some() {
            return None;
        }
        let after = BlockReview { state: to, ..before.as_ref().clone() };
        let diff = Diff { before: Some(Rc::clone(before)), after: Some(Rc::new(after)) };
        Some(Change::Review(block.id.clone(), diff))
    });
    turned.collect()
}
