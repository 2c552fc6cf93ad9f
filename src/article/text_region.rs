//! Joins neighbouring blocks to one text and converts between its offsets and positions in the
//! article.

use std::{ops::Range, rc::Rc};

use crate::text::ByteOffset;

use super::{Block, Blocks, Position, Span};

/// Neighbouring blocks as one text, in which line feeds join them.
#[derive(Clone, Debug)]
pub struct TextRegion {
    blocks: Vec<Rc<Block>>,
    /// The byte offset of each block in the text.
    starts: Vec<usize>,
    text: String,
}

impl TextRegion {
    /// Joins the blocks at these positions of the article.
    pub fn new(blocks: &Blocks, positions: Range<usize>) -> Self {
        let blocks: Vec<Rc<Block>> =
            blocks.between(positions.start, positions.end).cloned().collect();
        let (mut starts, mut text) = (Vec::with_capacity(blocks.len()), String::new());
        for block in &blocks {
            if !starts.is_empty() {
                text.push('\n');
            }
            starts.push(text.len());
            text.push_str(&block.text);
        }
        Self { blocks, starts, text }
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the offset of a position in the text, in bytes; `None` if its block is not in the
    /// region.
    pub fn offset(&self, place: &Position) -> Option<usize> {
        let at = self.blocks.iter().position(|block| block.id == place.block)?;
        Some(self.starts.get(at)? + place.offset.get())
    }

    /// Returns the position of an offset in the text, in bytes; the offset of a line feed is the
    /// end of the block before it. `None` if the region has no blocks.
    pub fn place(&self, offset: usize) -> Option<Position> {
        let at = self.starts.partition_point(|start| *start <= offset).checked_sub(1)?;
        let (block, start) = (self.blocks.get(at)?, self.starts.get(at)?);
        let offset = ByteOffset::new((offset - start).min(block.text.len()));
        Some(Position { block: block.id.clone(), offset })
    }

    /// Returns each place that contains `words`, as its byte offset in the text and its span; a
    /// line feed and a space count as equal. Leaves out places whose span does not fit `blocks`.
    pub fn find<'a>(
        &'a self,
        words: &'a str,
        blocks: &'a Blocks,
    ) -> impl Iterator<Item = (usize, Span)> + 'a {
        let text = self.text.replace('\n', " ");
        let words = words.replace('\n', " ");
        let found: Vec<usize> = text.match_indices(&words).map(|(at, _)| at).collect();
        found.into_iter().filter_map(move |at| {
            let span = Span { start: self.place(at)?, end: self.place(at + words.len())? };
            span.text(blocks).map(|_| (at, span))
        })
    }
}
