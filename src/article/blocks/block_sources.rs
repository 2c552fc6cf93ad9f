//! What became of the imported blocks.

use std::{ops::Range, rc::Rc};

use crate::{
    article::{Block, Replacement},
    id::BlockId,
};

use super::{Blocks, index, joined};

impl Blocks {
    /// The blocks as they were imported, in order.
    pub fn imported(&self) -> &[Rc<Block>] {
        &self.sources
    }

    /// A block as it was imported; `None` where no block of that name was.
    pub fn source(&self, id: &BlockId) -> Option<&Rc<Block>> {
        self.sources.get(*self.source_index.get(id)?)
    }

    /// The text as it was imported, in the form of [`Blocks::text`].
    pub fn imported_text(&self) -> String {
        joined(&self.sources)
    }

    /// The blocks as if nothing had been done to them since they were imported.
    #[must_use]
    pub fn without_edits(&self) -> Self {
        let (imported, roots) = (Rc::clone(&self.sources), Rc::clone(&self.source_index));
        let (list, index) = (Rc::clone(&imported), Rc::clone(&roots));
        Self { sources: imported, source_index: roots, list, index, ..Self::default() }
    }

    /// The same blocks as if they had been imported as they are now.
    #[must_use]
    pub fn flattened(&self) -> Self {
        Self::of(Rc::clone(&self.list))
    }

    /// Whether any block is not as it was imported, but for its kind.
    pub fn is_edited(&self) -> bool {
        !self.replacements.is_empty()
    }

    /// What became of an imported block; `None` where it is as it was.
    pub fn parts(&self, root: &BlockId) -> Option<&Replacement> {
        self.replacements.get(root)
    }

    /// The imported block in whose place a block stands; `None` where that block is not there.
    pub fn root(&self, id: &BlockId) -> Option<&BlockId> {
        let home = self.source_at(self.position(id)?)?;
        self.sources.get(home).map(|block| &block.id)
    }

    /// The blocks that stand in the place of an imported one, in the kinds in which they came to be.
    pub fn blocks_of_source(&self, root: &BlockId) -> &[Rc<Block>] {
        if let Some(replacement) = self.replacements.get(root) {
            return replacement.list();
        }
        let own = self.source_index.get(root).and_then(|at| self.sources.get(*at..=*at));
        own.unwrap_or_default()
    }

    /// The position of an imported block among those that were imported.
    pub(in crate::article) fn source_position(&self, root: &BlockId) -> Option<usize> {
        self.source_index.get(root).copied()
    }

    fn source_at(&self, position: usize) -> Option<usize> {
        if self.source_of_block.is_empty() {
            Some(position)
        } else {
            self.source_of_block.get(position).copied()
        }
    }

    /// The positions of the blocks that stand in the place of some imported ones, which are given
    /// by their own positions.
    pub(in crate::article) fn blocks_range(&self, homes: Range<usize>) -> Range<usize> {
        if self.source_of_block.is_empty() {
            return homes;
        }
        let at = |home: usize| self.source_of_block.partition_point(|other| *other < home);
        at(homes.start)..at(homes.end)
    }

    /// The imported blocks that became something else than in `other`, by their positions in order.
    pub(in crate::article) fn changed_sources(&self, other: &Self) -> Vec<usize> {
        let imported = self.sources.iter().enumerate();
        let apart = imported
            .filter(|(_, it)| self.replacements.get(&it.id) != other.replacements.get(&it.id));
        apart.map(|(home, _)| home).collect()
    }

    /// A name for a further part of an imported block, made of something random; `None` where a
    /// block has it, or had it.
    pub fn new_part(&self, root: &BlockId, random: &str) -> Option<BlockId> {
        let id = BlockId::new(&format!("{root}.{random}")).or_else(|| BlockId::new(random))?;
        let is_known = self.index.contains_key(&id)
            || self.source_index.contains_key(&id)
            || self.kinds.contains_key(&id);
        (!is_known).then_some(id)
    }

    /// The place among the imported blocks of a block that may not be there now: names of parts
    /// begin with that of their root.
    fn source_by_id(&self, id: &BlockId) -> Option<usize> {
        let root = || id.as_str().rsplit_once('.').and_then(|(root, _)| BlockId::new(root));
        let present = self.position(id).and_then(|position| self.source_at(position));
        present.or_else(|| self.source_position(id)).or_else(|| self.source_position(&root()?))
    }

    /// The block that stands where one is or was; `None` where there are no blocks.
    pub fn successor(&self, id: &BlockId) -> Option<BlockId> {
        let near = self.source_by_id(id).and_then(|home| self.nearest(home));
        self.get(id).or(near).or(self.list.first()).map(|block| block.id.clone())
    }

    /// The positions of the blocks that came of the imported one where a block is or was, or of
    /// the one before, where they were joined to it; empty where nothing is known of the block.
    pub fn neighborhood(&self, id: &BlockId) -> Range<usize> {
        let Some(home) = self.source_by_id(id) else { return 0..0 };
        let scale_match = self.blocks_range(home..home + 1);
        if !scale_match.is_empty() {
            return scale_match;
        }
        let before = scale_match.start.checked_sub(1).and_then(|position| self.source_at(position));
        before.map_or(0..0, |home| self.blocks_range(home..home + 1))
    }

    /// The block that stands where an imported one was, or else before it.
    pub(in crate::article) fn nearest(&self, home: usize) -> Option<&Rc<Block>> {
        let scale_match = self.blocks_range(home..home + 1);
        let before = scale_match.start.saturating_sub(usize::from(scale_match.is_empty()));
        self.at(before)
    }

    /// Says what became of imported blocks; `None` is that they are as they were.
    ///
    /// Changes nothing, and says so, where a block was not imported, or two blocks would have the
    /// same identifier.
    pub fn set_parts(
        &mut self,
        changes: impl IntoIterator<Item = (BlockId, Option<Replacement>)>,
    ) -> bool {
        let mut parts = self.replacements.as_ref().clone();
        for (root, became) in changes {
            if !self.source_index.contains_key(&root) {
                return false;
            }
            match became {
                Some(became) => parts.insert(root, became),
                None => parts.remove(&root),
            };
        }
        let is_repaired = !parts.is_empty();
        let (mut list, mut homes) = (Vec::new(), Vec::new());
        for (home, block) in self.sources.iter().enumerate() {
            let own = parts.get(&block.id).map(Replacement::list);
            for block in own.unwrap_or(std::slice::from_ref(block)) {
                list.push(self.with_current_kind(block));
                homes.extend(is_repaired.then_some(home));
            }
        }
        let index = index(&list);
        if index.len() != list.len() {
            return false;
        }
        (self.replacements, self.list) = (Rc::new(parts), Rc::new(list));
        (self.index, self.source_of_block) = (Rc::new(index), Rc::new(homes));
        true
    }

    fn with_current_kind(&self, block: &Rc<Block>) -> Rc<Block> {
        match self.kinds.get(&block.id) {
            Some(kind) => Rc::new(Block { kind: *kind, ..block.as_ref().clone() }),
            None => Rc::clone(block),
        }
    }
}
