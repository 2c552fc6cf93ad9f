//! The imported blocks of an article and the blocks that replace them.
//!
//! Every block of the article has a root: the imported block in whose place it is. The root of an
//! unedited block is that block as it was imported.

use std::{ops::Range, rc::Rc};

use crate::{
    article::{Block, Replacement},
    id::BlockId,
};

use super::{Blocks, index, joined};

impl Blocks {
    /// Returns the blocks as they were imported, in order.
    pub fn imported(&self) -> &[Rc<Block>] {
        &self.sources
    }

    /// Returns a block as it was imported; `None` if no block with that identifier was imported.
    pub fn source(&self, id: &BlockId) -> Option<&Rc<Block>> {
        self.sources.get(*self.source_index.get(id)?)
    }

    /// Returns the text as it was imported, in the form of [`Blocks::text`].
    pub fn imported_text(&self) -> String {
        joined(&self.sources)
    }

    /// Returns the blocks as they were imported, with their first kinds.
    #[must_use]
    pub fn without_edits(&self) -> Self {
        let (imported, roots) = (Rc::clone(&self.sources), Rc::clone(&self.source_index));
        let (list, index) = (Rc::clone(&imported), Rc::clone(&roots));
        Self { sources: imported, source_index: roots, list, index, ..Self::default() }
    }

    /// Returns the same blocks, with their current state as the imported one.
    #[must_use]
    pub fn flattened(&self) -> Self {
        Self::of(Rc::clone(&self.list))
    }

    /// Returns whether any block differs from its imported state in more than its kind.
    pub fn is_edited(&self) -> bool {
        !self.replacements.is_empty()
    }

    /// Returns the blocks that replace an imported block; `None` if the block is unedited.
    pub fn parts(&self, root: &BlockId) -> Option<&Replacement> {
        self.replacements.get(root)
    }

    /// Returns the root of a block, the imported block in whose place it is; `None` if the block is
    /// not in the article now.
    pub fn root(&self, id: &BlockId) -> Option<&BlockId> {
        let home = self.source_at(self.position(id)?)?;
        self.sources.get(home).map(|block| &block.id)
    }

    /// Returns the blocks in the place of an imported one, with the kinds that they were made with.
    pub fn blocks_of_source(&self, root: &BlockId) -> &[Rc<Block>] {
        if let Some(replacement) = self.replacements.get(root) {
            return replacement.list();
        }
        let own = self.source_index.get(root).and_then(|at| self.sources.get(*at..=*at));
        own.unwrap_or_default()
    }

    /// Returns the position of an imported block among the imported blocks.
    pub(in crate::article) fn source_position(&self, root: &BlockId) -> Option<usize> {
        self.source_index.get(root).copied()
    }

    /// Returns the position of the root of the block at `position`, among the imported blocks.
    fn source_at(&self, position: usize) -> Option<usize> {
        if self.source_of_block.is_empty() {
            Some(position)
        } else {
            self.source_of_block.get(position).copied()
        }
    }

    /// Returns the positions of the blocks in the place of the imported blocks at the positions
    /// `homes`.
    pub(in crate::article) fn blocks_range(&self, homes: Range<usize>) -> Range<usize> {
        if self.source_of_block.is_empty() {
            return homes;
        }
        let at = |home: usize| self.source_of_block.partition_point(|other| *other < home);
        at(homes.start)..at(homes.end)
    }

    /// Returns the positions, in order, of the imported blocks whose replacement differs from that
    /// in `other`.
    pub(in crate::article) fn changed_sources(&self, other: &Self) -> Vec<usize> {
        let imported = self.sources.iter().enumerate();
        let apart = imported
            .filter(|(_, it)| self.replacements.get(&it.id) != other.replacements.get(&it.id));
        apart.map(|(home, _)| home).collect()
    }

    /// Makes an identifier for a new part of an imported block from the identifier of that block
    /// and `random`; `None` if a block has it or had it.
    pub fn new_part(&self, root: &BlockId, random: &str) -> Option<BlockId> {
        let id = BlockId::new(&format!("{root}.{random}")).or_else(|| BlockId::new(random))?;
        let is_known = self.index.contains_key(&id)
            || self.source_index.contains_key(&id)
            || self.kinds.contains_key(&id);
        (!is_known).then_some(id)
    }

    /// Returns the position of the root of a block that may not be in the article now. The
    /// identifiers of parts begin with that of their root.
    fn source_by_id(&self, id: &BlockId) -> Option<usize> {
        let root = || id.as_str().rsplit_once('.').and_then(|(root, _)| BlockId::new(root));
        let present = self.position(id).and_then(|position| self.source_at(position));
        present.or_else(|| self.source_position(id)).or_else(|| self.source_position(&root()?))
    }

    /// Returns the block itself, or the block that is now in its place; `None` if there are no
    /// blocks.
    pub fn successor(&self, id: &BlockId) -> Option<BlockId> {
        let near = self.source_by_id(id).and_then(|home| self.nearest(home));
        self.get(id).or(near).or(self.list.first()).map(|block| block.id.clone())
    }

    /// Returns the positions of the blocks with the same root as a block that may not be in the
    /// article now. If the root has none because it was joined to the block before, those of that
    /// block's root; empty if the program does not know the block.
    pub fn neighborhood(&self, id: &BlockId) -> Range<usize> {
        let Some(home) = self.source_by_id(id) else { return 0..0 };
        let range = self.blocks_range(home..home + 1);
        if !range.is_empty() {
            return range;
        }
        let before = range.start.checked_sub(1).and_then(|position| self.source_at(position));
        before.map_or(0..0, |home| self.blocks_range(home..home + 1))
    }

    /// Returns the first block in the place of the imported block at position `home`, or the block
    /// before that place if there is none.
    pub(in crate::article) fn nearest(&self, home: usize) -> Option<&Rc<Block>> {
        let range = self.blocks_range(home..home + 1);
        let before = range.start.saturating_sub(usize::from(range.is_empty()));
        self.at(before)
    }

    /// Replaces imported blocks; `None` restores a block as it was imported.
    ///
    /// Returns `false` and changes nothing if a block was not imported, or if two blocks would have
    /// the same identifier.
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

    /// Returns the block with the kind that it has now.
    fn with_current_kind(&self, block: &Rc<Block>) -> Rc<Block> {
        match self.kinds.get(&block.id) {
            Some(kind) => Rc::new(Block { kind: *kind, ..block.as_ref().clone() }),
            None => Rc::clone(block),
        }
    }
}
