//! Moves spans and blocks when the user splits, joins or corrects blocks.
//!
//! A mapping compares the old and the new state of the blocks that differ, as one text for each
//! group of neighbouring blocks, and moves positions by the word diff of the two texts. Positions
//! in all other blocks stay as they are.

use crate::{
    id::BlockId,
    text::{ByteOffset, Hunk, hunks},
};

use super::{Blocks, Position, Span, TextRegion};

/// The mapping of positions from one state of an article's blocks to another.
#[derive(Clone, Debug)]
pub struct SpanMapping {
    groups: Vec<Group>,
}

/// The result of mapping a span.
#[derive(Clone, Debug, PartialEq)]
pub enum MapResult {
    /// The span is the same in both states.
    Unchanged,
    /// The span in the new state.
    MovedTo(Span),
    /// The new state has nothing of the text that the span covered.
    Deleted,
}

/// The text of neighbouring imported blocks that differ between the two states.
#[derive(Clone, Debug)]
struct Group {
    old: TextRegion,
    new: TextRegion,
    hunks: Vec<Hunk>,
}

impl SpanMapping {
    /// Makes the mapping from `old` to `new`, which must come from the same imported blocks.
    pub fn between(old: &Blocks, new: &Blocks) -> Self {
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for home in old.changed_sources(new) {
            // Two changed blocks also form one group if neither state has a block between them: a
            // join may have removed those.
            let is_next = |end: usize| {
                end == home
                    || (old.blocks_range(end..home).is_empty()
                        && new.blocks_range(end..home).is_empty())
            };
            match groups.last_mut() {
                Some((_, end)) if is_next(*end) => *end = home + 1,
                Some(_) | None => groups.push((home, home + 1)),
            }
        }
        let groups = groups.into_iter().map(|(from, to)| {
            let [old, new] = [old, new].map(|it| TextRegion::new(it, it.blocks_range(from..to)));
            let hunks = hunks(old.text(), new.text());
            Group { old, new, hunks }
        });
        Self { groups: groups.collect() }
    }

    /// Maps a span to the new state, whose blocks are `new`.
    ///
    /// An edge inside replaced words moves to the edge of the words that replace them, so that the
    /// span covers all of these.
    pub fn span(&self, span: &Span, new: &Blocks) -> MapResult {
        let (start, end) = (self.group(&span.start), self.group(&span.end));
        if start.is_none() && end.is_none() {
            return MapResult::Unchanged;
        }
        let start = start.map_or(Some(span.start.clone()), |(group, at)| {
            group.new.place(map_start(at, &group.hunks))
        });
        let end = end.map_or(Some(span.end.clone()), |(group, at)| {
            group.new.place(map_end(at, &group.hunks))
        });
        let moved = start.zip(end);
        let moved = moved.and_then(|(start, end)| Span { start, end }.to_graphemes(new));
        match moved {
            Some(moved) if moved == *span => MapResult::Unchanged,
            Some(moved) => MapResult::MovedTo(moved),
            None => MapResult::Deleted,
        }
    }

    /// Returns the block of the new state that holds the start of `block`, or else the nearest one;
    /// `None` if there are no blocks any more.
    pub fn block(&self, block: &BlockId, old: &Blocks, new: &Blocks) -> Option<BlockId> {
        if new.get(block).is_some() {
            return Some(block.clone());
        }
        let start = Position { block: block.clone(), offset: ByteOffset::new(0) };
        let group = self.group(&start);
        let moved = group.and_then(|(group, at)| group.new.place(map_start(at, &group.hunks)));
        let moved = moved.map(|position| position.block);
        let home = || old.root(block).and_then(|root| old.source_position(root));
        moved.or_else(|| new.nearest(home()?).map(|it| it.id.clone()))
    }

    /// Returns the group that contains a position and the byte offset of the position in the
    /// group's old text; `None` if the position is in no changed block.
    fn group(&self, position: &Position) -> Option<(&Group, usize)> {
        self.groups.iter().find_map(|group| Some((group, group.old.offset(position)?)))
    }
}

/// Maps the start of a span, in bytes: before the words that replace those around it, and after an
/// insertion at the start itself.
fn map_start(at: usize, hunks: &[Hunk]) -> usize {
    match hunks.iter().find(|it| it.old.0 <= at && at < it.old.1) {
        Some(hunk) => hunk.new.0,
        None => shift(at, hunks.iter().rfind(|it| it.old.1 <= at)),
    }
}

/// Maps the end of a span, in bytes: after the words that replace those around it, and before an
/// insertion at the end itself.
fn map_end(at: usize, hunks: &[Hunk]) -> usize {
    match hunks.iter().find(|it| it.old.0 < at && at <= it.old.1) {
        Some(hunk) => hunk.new.1,
        None => shift(at, hunks.iter().rfind(|it| it.old.0 < at && it.old.1 <= at)),
    }
}

/// Maps an offset outside all hunks; `last` is the last hunk before it, if any.
fn shift(at: usize, last: Option<&Hunk>) -> usize {
    last.map_or(at, |hunk| at - hunk.old.1 + hunk.new.1)
}
