//! Moves an edge of a span by one word or one character.
//!
//! An edge stops only at the edges of units, and passes from block to block where a block has no
//! further unit. A move never leaves an empty span.

use crate::text::ByteOffset;

use super::{Blocks, Position, Span};

/// An edge of a span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// The start of the span.
    Start,
    /// The end of the span.
    #[default]
    End,
}

impl Edge {
    /// Returns the other edge.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::End => Self::Start,
        }
    }
}

/// A direction in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the start of the article.
    Back,
    /// Towards the end of the article.
    Forward,
}

/// Splits a text into units, such as its words, as ranges in order.
type Units = fn(&str) -> Vec<(ByteOffset, ByteOffset)>;

impl Span {
    /// Returns the span with one edge moved by one unit, if need be into another block.
    ///
    /// `None` if the span would become empty, and at the ends of the article.
    pub fn with_edge_moved(
        &self,
        blocks: &Blocks,
        edge: Edge,
        way: Direction,
        units: Units,
    ) -> Option<Self> {
        let place = match edge {
            Edge::Start => &self.start,
            Edge::End => &self.end,
        };
        let moved = moved(place, blocks, edge, way, units)?;
        let span = match edge {
            Edge::Start => Self { start: moved, end: self.end.clone() },
            Edge::End => Self { start: self.start.clone(), end: moved },
        };
        let order = |place: &Position| Some((blocks.position(&place.block)?, place.offset));
        (order(&span.start)? < order(&span.end)?).then_some(span)
    }
}

/// Returns the position to which an edge at `place` moves; `None` at the ends of the article.
fn moved(
    place: &Position,
    blocks: &Blocks,
    edge: Edge,
    way: Direction,
    units: Units,
) -> Option<Position> {
    let side = |unit: &(ByteOffset, ByteOffset)| match edge {
        Edge::Start => unit.0,
        Edge::End => unit.1,
    };
    let own = blocks.get(&place.block)?;
    let at = place.offset;
    let here = units(&own.text);
    let found = match (edge, way) {
        (_, Direction::Forward) => here.iter().find(|unit| side(unit) > at),
        (Edge::Start, Direction::Back) => here.iter().rev().find(|unit| unit.0 < at),
        // The end moves to the unit before the last one that the span covers, even if it covers
        // that only in part.
        (Edge::End, Direction::Back) => here.iter().rev().filter(|unit| unit.0 < at).nth(1),
    };
    if let Some(unit) = found {
        return Some(Position { block: own.id.clone(), offset: side(unit) });
    }
    let position = blocks.position(&place.block)?;
    let in_block = |at: usize| {
        let block = blocks.at(at)?;
        let units = units(&block.text);
        let unit = match way {
            Direction::Forward => units.first(),
            Direction::Back => units.last(),
        };
        Some(Position { block: block.id.clone(), offset: side(unit?) })
    };
    match way {
        Direction::Forward => (position + 1..blocks.len()).find_map(in_block),
        Direction::Back => (0..position).rev().find_map(in_block),
    }
}
