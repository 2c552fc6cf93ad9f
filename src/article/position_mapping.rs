//! How spans move when blocks are split, joined or corrected.

use crate::{
    id::BlockId,
    text::{ByteOffset, Hunk, hunks},
};

use super::{Blocks, Position, Span, TextRegion};

/// How spans move from blocks to what became of them.
#[derive(Clone, Debug)]
pub struct SpanMapping {
    groups: Vec<Group>,
}

/// What became of a span.
#[derive(Clone, Debug, PartialEq)]
pub enum MapResult {
    /// It is where it was.
    Unchanged,
    /// It is there now.
    MovedTo(Span),
    /// Nothing of what it covered is left.
    Deleted,
}

/// Imported blocks that follow each other and are not what they were.
#[derive(Clone, Debug)]
struct Group {
    old: TextRegion,
    new: TextRegion,
    hunks: Vec<Hunk>,
}

impl SpanMapping {
    /// From `old` to `new`, which were imported as the same blocks.
    pub fn between(old: &Blocks, new: &Blocks) -> Self {
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for home in old.changed_sources(new) {
            // What is joined to a block before it may have had blocks between them that are gone.
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

    /// What becomes of a span; `new` are the blocks that it moves to.
    ///
    /// An edge inside words that were replaced moves to their edge, so that what stands there now
    /// is covered.
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

    /// The block where the start of a block is now; `None` where there are no blocks any more.
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

    /// The blocks that changed around a place, and where it is in their old text; `None` where
    /// nothing around it has changed.
    fn group(&self, position: &Position) -> Option<(&Group, usize)> {
        self.groups.iter().find_map(|group| Some((group, group.old.offset(position)?)))
    }
}

/// Where a start moves: before what replaces the words that it stands in, and behind what was put
/// in right there.
fn map_start(at: usize, hunks: &[Hunk]) -> usize {
    match hunks.iter().find(|it| it.old.0 <= at && at < it.old.1) {
        Some(hunk) => hunk.new.0,
        None => shift(at, hunks.iter().rfind(|it| it.old.1 <= at)),
    }
}

/// Where an end moves: behind what replaces the words that it stands in, and before what was put in
/// right there.
fn map_end(at: usize, hunks: &[Hunk]) -> usize {
    match hunks.iter().find(|it| it.old.0 < at && at <= it.old.1) {
        Some(hunk) => hunk.new.1,
        None => shift(at, hunks.iter().rfind(|it| it.old.0 < at && it.old.1 <= at)),
    }
}

/// Where a place is that stands behind a last hunk, or before all of them.
fn shift(at: usize, last: Option<&Hunk>) -> usize {
    last.map_or(at, |hunk| at - hunk.old.1 + hunk.new.1)
}
