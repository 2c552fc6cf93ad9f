//! Blocks that follow each other, as one text.

use std::{ops::Range, rc::Rc};

use crate::text::ByteOffset;

use super::{Block, Blocks, Position, Span};

/// Blocks that follow each other, as one text in which they are joined by line feeds.
#[derive(Clone, Debug)]
pub struct TextRegion {
    blocks: Vec<Rc<Block>>,
    /// Where each block starts in the text.
    starts: Vec<usize>,
    text: String,
}

impl TextRegion {
    /// The blocks at these positions.
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

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a place is in the text, in bytes; `None` where it is in another block.
    pub fn offset(&self, place: &Position) -> Option<usize> {
        let at = self.blocks.iter().position(|block| block.id == place.block)?;
        Some(self.starts.get(at)? + place.offset.get())
    }

    /// The place of an offset in the text, in bytes; a line feed is after the end of its block.
    pub fn place(&self, offset: usize) -> Option<Position> {
        let at = self.starts.partition_point(|start| *start <= offset).checked_sub(1)?;
        let (block, start) = (self.blocks.get(at)?, self.starts.get(at)?);
        let offset = ByteOffset::new((offset - start).min(block.text.len()));
        Some(Position { block: block.id.clone(), offset })
    }

    /// Where these words stand, a line feed or a space between them; `None` unless that fits
    /// `blocks`.
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
