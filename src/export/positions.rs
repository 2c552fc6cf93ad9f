//! Converts positions in blocks to offsets in the whole text of an article, in the three units that
//! files count, and back.
//!
//! The whole text is that of [`Blocks::text`], so each line feed between blocks counts as one unit.

use crate::{
    article::{Blocks, Position},
    id::BlockId,
    text::{self, ByteOffset, CharOffset, Utf16Offset},
};

/// An offset in the whole text, in three units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PositionRow {
    /// The offset in code points.
    pub code_point: CharOffset,
    /// The offset in UTF-16 code units.
    pub utf16: Utf16Offset,
    /// The offset in bytes of UTF-8.
    pub utf8: ByteOffset,
}

/// The offset of each block in the whole text, and its number on screen, so that no conversion
/// reads more than one block.
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

    /// Returns the offset of a position in the whole text; `None` if the position is not in the
    /// article.
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

    /// Returns the number of a block on screen; `None` if it has none or is not in the article.
    pub fn number(&self, block: &BlockId) -> Option<usize> {
        self.numbers.get(self.blocks.position(block)?).copied().flatten()
    }

    /// Returns the offset of the block at an index in the whole text.
    pub fn start(&self, index: usize) -> Option<PositionRow> {
        self.starts.get(index).copied()
    }

    /// Returns the position at an offset in the whole text.
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
