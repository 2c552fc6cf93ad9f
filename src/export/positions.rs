//! Positions in the whole text of an article, in the three units that files count.

use crate::{
    article::{Blocks, Position},
    id::BlockId,
    text::{self, ByteOffset, CharOffset, Utf16Offset},
};

/// A place in the whole text, counted from its start in three units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PositionRow {
    /// In code points.
    pub code_point: CharOffset,
    /// In UTF-16 units.
    pub utf16: Utf16Offset,
    /// In bytes of UTF-8.
    pub utf8: ByteOffset,
}

/// Where each block starts in the whole text, and its number, so that no conversion has to read more than a block.
#[derive(Debug)]
pub struct Positions<'a> {
    blocks: &'a Blocks,
    starts: Vec<PositionRow>,
    numbers: Vec<Option<usize>>,
}

impl<'a> Positions<'a> {
    /// Reads the blocks once.
    pub fn new(blocks: &'a Blocks) -> Self {
        let mut next = PositionRow {
            code_point: CharOffset::new(0),
            utf16: Utf16Offset::new(0),
            utf8: ByteOffset::new(0),
        };
        let starts = blocks.iter().map(|block| {
            let start = next;
            let units = text::utf16_end(&block.text).get();
            next = PositionRow {
                code_point: CharOffset::new(next.code_point.get() + block.text.chars().count() + 1),
                utf16: Utf16Offset::new(next.utf16.get() + units + 1),
                utf8: ByteOffset::new(next.utf8.get() + block.text.len() + 1),
            };
            start
        });
        Self { starts: starts.collect(), numbers: blocks.numbers().collect(), blocks }
    }

    /// Where a place is in the whole text; `None` when it is not in the article.
    pub fn of(&self, place: &Position) -> Option<PositionRow> {
        let index = self.blocks.position(&place.block)?;
        let start = self.starts.get(index)?;
        let text = &self.blocks.at(index)?.text;
        let code_points = text::char_of_byte(text, place.offset)?.get();
        let units = text::utf16_of_byte(text, place.offset)?.get();
        Some(PositionRow {
            code_point: CharOffset::new(start.code_point.get() + code_points),
            utf16: Utf16Offset::new(start.utf16.get() + units),
            utf8: ByteOffset::new(start.utf8.get() + place.offset.get()),
        })
    }

    /// The number on screen of a block; `None` when it has none or is not in the article.
    pub fn number(&self, block: &BlockId) -> Option<usize> {
        self.numbers.get(self.blocks.position(block)?).copied().flatten()
    }

    /// Where the block at an index starts in the whole text.
    pub fn start(&self, index: usize) -> Option<PositionRow> {
        self.starts.get(index).copied()
    }

    /// The place that lies so many code points from the start of the whole text.
    ///
    /// `None` beyond the text.
    pub fn place(&self, offset: CharOffset) -> Option<Position> {
        let after = self.starts.partition_point(|start| start.code_point <= offset);
        let index = after.checked_sub(1)?;
        let block = self.blocks.at(index)?;
        let inside = offset.get() - self.starts.get(index)?.code_point.get();
        let offset = text::byte_of_char(&block.text, CharOffset::new(inside))?;
        Some(Position { block: block.id.clone(), offset })
    }
}
