//! The blocks of an article, in order and by name.

use std::{collections::HashMap, rc::Rc};

use crate::id::BlockId;

use super::{Block, Kind};

/// The blocks of an article in order; cheap to clone.
///
/// Identifiers of blocks are unique, and no text has a line break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    list: Rc<Vec<Rc<Block>>>,
    index: Rc<HashMap<BlockId, usize>>,
}

impl Blocks {
    /// The blocks in that order; `None` when two have the same identifier or a text has a line
    /// break.
    pub fn new(list: impl IntoIterator<Item = Block>) -> Option<Self> {
        let list: Vec<Rc<Block>> = list.into_iter().map(Rc::new).collect();
        let index: HashMap<BlockId, usize> =
            list.iter().enumerate().map(|(at, block)| (block.id.clone(), at)).collect();
        let whole = list.iter().all(|block| crate::text::lines(&block.text).nth(1).is_none());
        (index.len() == list.len() && whole)
            .then_some(Self { list: list.into(), index: index.into() })
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

    /// Makes a block another kind of block; does nothing when there is no such block.
    pub fn set_kind(&mut self, id: &BlockId, kind: Kind) {
        let block =
            self.position(id).and_then(|position| Rc::make_mut(&mut self.list).get_mut(position));
        if let Some(block) = block {
            Rc::make_mut(block).kind = kind;
        }
    }

    /// The canonical text: the texts of the blocks, joined by a line feed.
    pub fn text(&self) -> String {
        let size = self.list.iter().map(|block| block.text.len() + 1).sum();
        let mut text = String::with_capacity(size);
        for (at, block) in self.list.iter().enumerate() {
            if at > 0 {
                text.push('\n');
            }
            text.push_str(&block.text);
        }
        text
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
