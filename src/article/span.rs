//! Places and spans in an article.

use crate::{
    id::BlockId,
    text::{self, ByteOffset},
};

use super::Blocks;

/// A place between two characters of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// The block.
    pub block: BlockId,
    /// The place in the block's text.
    pub offset: ByteOffset,
}

/// A range of an article's text, from `start` up to `end`, perhaps across blocks.
///
/// Places name their block, so changes to other blocks move nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Where the range starts.
    pub start: Position,
    /// Where the range ends; not before `start`.
    pub end: Position,
}

/// What a span covers of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockRange {
    /// The block's position in the article, counted from 0.
    pub position: usize,
    /// Where the covered range of the block's text starts.
    pub start: ByteOffset,
    /// Where the covered range of the block's text ends.
    pub end: ByteOffset,
}

impl BlockRange {
    /// The covered words; empty where the part does not fit the block.
    pub fn text<'a>(&self, blocks: &'a Blocks) -> &'a str {
        let block = blocks.at(self.position);
        block.and_then(|block| text::slice(&block.text, self.start, self.end)).unwrap_or_default()
    }
}

impl Span {
    /// What the span covers of each block from its first to its last, in order.
    ///
    /// Empty when a block is not there or the blocks are out of order.
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

    /// The words of the span, the texts of blocks joined by a line feed.
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

    /// The span with half-covered words taken whole and no white space at its edges.
    ///
    /// `None` when it covers nothing but white space, or does not fit `blocks`.
    pub fn expand_to_words(&self, blocks: &Blocks) -> Option<Self> {
        self.with_edges(blocks, text::expand_to_words)
    }

    /// The span with its edges moved outwards to the nearest grapheme clusters, and without
    /// blocks at its ends of which it covers nothing.
    ///
    /// `None` when it is empty or does not fit `blocks`.
    pub fn to_graphemes(&self, blocks: &Blocks) -> Option<Self> {
        self.with_edges(blocks, text::expand_to_graphemes)
    }

    /// The span from the first to the last block of which `edges` leaves something.
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
