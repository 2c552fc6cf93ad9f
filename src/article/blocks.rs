//! The blocks of an article: as they were imported, and what became of them.

mod block_sources;

use std::{collections::HashMap, rc::Rc};

use crate::id::BlockId;

use super::{Block, Kind, Replacement};

/// The blocks of an article in order; cheap to clone.
///
/// Identifiers of blocks are unique, and no text has a line break. Where a block was split, joined
/// or corrected, its [`Replacement`] stand in its place; it is their root.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    sources: Rc<Vec<Rc<Block>>>,
    source_index: Rc<HashMap<BlockId, usize>>,
    replacements: Rc<HashMap<BlockId, Replacement>>,
    /// The kinds that were changed since a block came to be, also of blocks that are not there now.
    kinds: Rc<HashMap<BlockId, Kind>>,
    list: Rc<Vec<Rc<Block>>>,
    index: Rc<HashMap<BlockId, usize>>,
    /// The position of each block's root; empty while nothing has parts.
    source_of_block: Rc<Vec<usize>>,
}

impl Blocks {
    /// The blocks in that order; `None` when two have the same identifier or a text has a line
    /// break.
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

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no block.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The blocks in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Block>> + ExactSizeIterator {
        self.list.iter()
    }

    /// The blocks from one position up to another, in order.
    pub fn between(&self, from: usize, to: usize) -> impl Iterator<Item = &Rc<Block>> {
        // Skipping to `from` would walk over all blocks before it.
        (from..to.min(self.list.len())).filter_map(|at| self.list.get(at))
    }

    /// The block at a position, counted from 0.
    pub fn at(&self, position: usize) -> Option<&Rc<Block>> {
        self.list.get(position)
    }

    /// The position of a block, counted from 0.
    pub fn position(&self, id: &BlockId) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The block of that name.
    pub fn get(&self, id: &BlockId) -> Option<&Rc<Block>> {
        self.at(self.position(id)?)
    }

    /// The kind of a block, also of one that is not there now; a paragraph where nothing is known.
    pub fn kind(&self, id: &BlockId) -> Kind {
        let changed = self.kinds.get(id).copied();
        changed.or_else(|| self.original_kind(id)).unwrap_or(Kind::Paragraph)
    }

    /// The kind in which a block came to be; `None` of a part that is not there now.
    pub fn original_kind(&self, id: &BlockId) -> Option<Kind> {
        let own = |root: &BlockId| self.blocks_of_source(root).iter().find(|block| block.id == *id);
        let part = self.root(id).and_then(own);
        part.or_else(|| self.source(id)).map(|block| block.kind)
    }

    /// Whether a block is of another kind than that in which it came to be, as far as is known.
    pub fn is_kind_changed(&self, id: &BlockId) -> bool {
        self.kinds.get(id).is_some_and(|kind| self.original_kind(id) != Some(*kind))
    }

    /// Makes a block another kind of block, also one that is not there now.
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

    /// The canonical text: the texts of the blocks, joined by a line feed.
    pub fn text(&self) -> String {
        joined(&self.list)
    }

    /// Whether this is [`Blocks::text`], which is not made for it.
    pub fn is_text(&self, text: &str) -> bool {
        let blocks = self.list.iter().map(|block| block.text.as_ref());
        if self.is_empty() { text.is_empty() } else { blocks.eq(text.split('\n')) }
    }

    /// The number on screen of each block, which counts the numbered blocks up to it.
    ///
    /// `None` for blocks that are not numbered.
    pub fn numbers(&self) -> impl Iterator<Item = Option<usize>> {
        self.list.iter().scan(0, |last, block| {
            let is_numbered = block.kind.is_numbered();
            *last += usize::from(is_numbered);
            Some(is_numbered.then_some(*last))
        })
    }
}

fn index(list: &[Rc<Block>]) -> HashMap<BlockId, usize> {
    list.iter().enumerate().map(|(at, block)| (block.id.clone(), at)).collect()
}

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
