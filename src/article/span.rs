//! Positions and spans in an article.
//!
//! A position names its block and counts bytes in the text of that block, so edits of other blocks
//! leave it as it is. A span may cross blocks; whether it fits an article shows only when it is
//! used with the article's blocks.

use crate::{
    id::BlockId,
    text::{self, ByteOffset},
};

use super::Blocks;

/// A position between two characters of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// The block.
    pub block: BlockId,
    /// The offset in the block's text, in bytes.
    pub offset: ByteOffset,
}

/// A range of an article's text, from `start` up to `end`, perhaps across blocks.
///
/// Positions name their block, so changes to other blocks move nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The start of the range.
    pub start: Position,
    /// The end of the range; not before `start`.
    pub end: Position,
}

/// The part of a span that lies in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockRange {
    /// The block's position in the article, counted from 0.
    pub position: usize,
    /// The start of the covered range in the block's text.
    pub start: ByteOffset,
    /// The end of the covered range in the block's text.
    pub end: ByteOffset,
}

impl BlockRange {
    /// Returns the covered text; empty if the range does not fit the block.
    pub fn text<'a>(&self, blocks: &'a Blocks) -> &'a str {
        let block = blocks.at(self.position);
        block.and_then(|block| text::slice(&block.text, self.start, self.end)).unwrap_or_default()
    }
}

impl Span {
    /// Returns the part of the span in each block from its first to its last, in order.
    ///
    /// Empty if one of the two blocks is not in the article or they are out of order.
    pub fn parts(&self, blocks: &Blocks) -> Vec<BlockRange> {
        let first = blocks.position(&self.start.block);
        let last = blocks.position(&self.end.block);
        let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
        if first > last {
            return Vec::new();
        }
        (first..)
            .zip(blocks.between(first, last + 1))
            .map(|(position, block)| BlockRange {
                position,
                start: if position == first { self.start.offset } else { ByteOffset::new(0) },
                end: if position == last {
                    self.end.offset
                } else {
                    ByteOffset::new(block.text.len())
                },
            })
            .collect()
    }

    /// Returns the text of the span, in which a line feed joins the texts of blocks.
    ///
    /// `None` unless the span fits `blocks`: both blocks are there, in order, the offsets lie
    /// between grapheme clusters, and there is at least one character between them.
    pub fn text(&self, blocks: &Blocks) -> Option<String> {
        let is_edge = |place: &Position| {
            blocks
                .get(&place.block)
                .is_some_and(|block| text::is_grapheme_edge(&block.text, place.offset))
        };
        let same_block = self.start.block == self.end.block;
        if !is_edge(&self.start)
            || !is_edge(&self.end)
            || (same_block && self.start.offset >= self.end.offset)
        {
            return None;
        }
        let parts = self.parts(blocks);
        let words: Vec<&str> = parts.iter().map(|block_range| block_range.text(blocks)).collect();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// Returns the span expanded to whole words, without white space at its edges.
    ///
    /// `None` if it covers nothing but white space, or does not fit `blocks`.
    pub fn expand_to_words(&self, blocks: &Blocks) -> Option<Self> {
        self.with_edges(blocks, text::expand_to_words)
    }

    /// Returns the span with its edges moved outwards to the nearest edges of grapheme clusters,
    /// and without blocks at its ends of which it covers nothing.
    ///
    /// `None` if it is empty or does not fit `blocks`.
    pub fn to_graphemes(&self, blocks: &Blocks) -> Option<Self> {
        self.with_edges(blocks, text::expand_to_graphemes)
    }

    /// Applies `edges` to the covered range of each block and returns the span from the first to
    /// the last block in which something remains; `None` if nothing remains.
    fn with_edges(
        &self,
        blocks: &Blocks,
        edges: impl Fn(&str, ByteOffset, ByteOffset) -> (ByteOffset, ByteOffset),
    ) -> Option<Self> {
        let parts = self.parts(blocks);
        let covered = |block_range: &BlockRange| {
            let block = blocks.at(block_range.position)?;
            let (start, end) = edges(&block.text, block_range.start, block_range.end);
            (start < end).then(|| {
                let place = |offset| Position { block: block.id.clone(), offset };
                Self { start: place(start), end: place(end) }
            })
        };
        let first = parts.iter().find_map(covered)?;
        let last = parts.iter().rev().find_map(covered)?;
        Some(Self { start: first.start, end: last.end })
    }
}
