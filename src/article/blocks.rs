//! The blocks of an article, both as they were imported and as they are now.
//!
//! Blocks keep the imported state and a [`Replacement`] for each imported block that the user
//! split, joined or corrected; the current list follows from the two. Identifiers are unique, and
//! no text has a line break.

mod block_sources;

use std::{collections::HashMap, rc::Rc};

use crate::id::BlockId;

use super::{Block, Kind, Replacement};

/// The blocks of an article in order; cheap to clone.
///
/// Identifiers of blocks are unique, and no text has a line break. Where the user split, joined or
/// corrected an imported block, a [`Replacement`] holds the blocks in its place; the imported block
/// is the root of each of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    /// The blocks as they were imported.
    sources: Rc<Vec<Rc<Block>>>,
    /// The position of each imported block in `sources`.
    source_index: Rc<HashMap<BlockId, usize>>,
    /// The imported blocks that are edited, by their identifiers.
    replacements: Rc<HashMap<BlockId, Replacement>>,
    /// The changed kinds of blocks, also of blocks that are not in the article now.
    kinds: Rc<HashMap<BlockId, Kind>>,
    /// The blocks as they are now.
    list: Rc<Vec<Rc<Block>>>,
    /// The position of each block in `list`.
    index: Rc<HashMap<BlockId, usize>>,
    /// The position in `sources` of the root of each block in `list`; empty while no block is
    /// edited.
    source_of_block: Rc<Vec<usize>>,
}

impl Blocks {
    /// Makes unedited blocks from a list; `None` if two have the same identifier or a text has a
    /// line break.
    pub fn new(list: impl IntoIterator<Item = Block>) -> Option<Self> {
        let list: Vec<Rc<Block>> = list.into_iter().map(Rc::new).collect();
        let whole = list.iter().all(|block| crate::text::is_one_line(&block.text));
        let blocks = Self::of(Rc::new(list));
        (blocks.index.len() == blocks.list.len() && whole).then_some(blocks)
    }

    fn of(list: Rc<Vec<Rc<Block>>>) -> Self {
        let index = Rc::new(index(&list));
        Self {
            sources: Rc::clone(&list),
            source_index: Rc::clone(&index),
            list,
            index,
            ..Self::default()
        }
    }

    /// Returns the number of blocks.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns whether there is no block.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the blocks in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Block>> + ExactSizeIterator {
        self.list.iter()
    }

    /// Returns the blocks from position `from` up to, but not including, position `to`, in order.
    pub fn between(&self, from: usize, to: usize) -> impl Iterator<Item = &Rc<Block>> {
        // `skip` would walk over all blocks before `from`.
        (from..to.min(self.list.len())).filter_map(|at| self.list.get(at))
    }

    /// Returns the block at a position, counted from 0.
    pub fn at(&self, position: usize) -> Option<&Rc<Block>> {
        self.list.get(position)
    }

    /// Returns the position of a block, counted from 0.
    pub fn position(&self, id: &BlockId) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// Returns the block with that identifier.
    pub fn get(&self, id: &BlockId) -> Option<&Rc<Block>> {
        self.at(self.position(id)?)
    }

    /// Returns the kind of a block, also of one that is not in the article now; a paragraph if the
    /// program does not know its kind.
    pub fn kind(&self, id: &BlockId) -> Kind {
        let changed = self.kinds.get(id).copied();
        changed.or_else(|| self.original_kind(id)).unwrap_or(Kind::Paragraph)
    }

    /// Returns the kind that a block had when it was made; `None` if the block is not in the
    /// article now and was not imported.
    pub fn original_kind(&self, id: &BlockId) -> Option<Kind> {
        let own = |root: &BlockId| self.blocks_of_source(root).iter().find(|block| block.id == *id);
        let part = self.root(id).and_then(own);
        part.or_else(|| self.source(id)).map(|block| block.kind)
    }

    /// Returns whether the user changed the kind of a block to another than the one it was made
    /// with.
    pub fn is_kind_changed(&self, id: &BlockId) -> bool {
        self.kinds.get(id).is_some_and(|kind| self.original_kind(id) != Some(*kind))
    }

    /// Changes the kind of a block, which may be one that is not in the article now.
    pub fn set_kind(&mut self, id: &BlockId, kind: Kind) {
        if self.original_kind(id) == Some(kind) {
            Rc::make_mut(&mut self.kinds).remove(id);
        } else {
            Rc::make_mut(&mut self.kinds).insert(id.clone(), kind);
        }
        let block =
            self.position(id).and_then(|position| Rc::make_mut(&mut self.list).get_mut(position));
        if let Some(block) = block {
            Rc::make_mut(block).kind = kind;
        }
    }

    /// Returns the canonical text: the texts of the blocks, joined by a line feed.
    pub fn text(&self) -> String {
        joined(&self.list)
    }

    /// Returns whether `text` equals [`Blocks::text`], without building that text.
    pub fn is_text(&self, text: &str) -> bool {
        let blocks = self.list.iter().map(|block| block.text.as_ref());
        if self.is_empty() { text.is_empty() } else { blocks.eq(text.split('\n')) }
    }

    /// Returns the number on screen of each block, which counts the numbered blocks up to it.
    ///
    /// `None` for blocks that have no number.
    pub fn numbers(&self) -> impl Iterator<Item = Option<usize>> {
        self.list.iter().scan(0, |last, block| {
            let is_numbered = block.kind.is_numbered();
            *last += usize::from(is_numbered);
            Some(is_numbered.then_some(*last))
        })
    }
}

/// Returns the position of each block by its identifier.
fn index(list: &[Rc<Block>]) -> HashMap<BlockId, usize> {
    list.iter().enumerate().map(|(at, block)| (block.id.clone(), at)).collect()
}

/// Returns the texts of the blocks, joined by a line feed.
fn joined(list: &[Rc<Block>]) -> String {
    let size = list.iter().map(|block| block.text.len() + 1).sum();
    let mut text = String::with_capacity(size);
    for (at, block) in list.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str(&block.text);
    }
    text
}
