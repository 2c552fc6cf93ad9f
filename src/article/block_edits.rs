//! Splits, joins and corrects blocks.
//!
//! No function changes the blocks that it works on: each returns the edits of the imported blocks
//! concerned, which the caller applies with [`Blocks::set_parts`].

use std::rc::Rc;

use crate::{
    id::BlockId,
    json::JsonObject,
    text::{self, ByteOffset, lines, trim_line_end},
};

use super::{Block, Blocks, Replacement};

/// The identifier of an imported block and the blocks that replace it; `None` restores the block as
/// it was imported.
type SourceEdit = (BlockId, Option<Replacement>);

impl Blocks {
    /// Splits a block at `at` and returns the edit and the identifier of the second block, which is
    /// made from `random`.
    ///
    /// The split drops the spaces around `at`. `None` if one of the two blocks would have no words,
    /// if the new identifier is taken, or if there is no such block or no edge of a grapheme
    /// cluster at `at`.
    pub fn split(
        &self,
        id: &BlockId,
        at: ByteOffset,
        random: &str,
    ) -> Option<(SourceEdit, BlockId)> {
        let block = self.get(id).filter(|block| text::is_grapheme_edge(&block.text, at))?;
        let (first, second) = block.text.split_at_checked(at.get())?;
        let (first, second) = (trim_line_end(first), second.trim_start());
        if first.trim().is_empty() || second.is_empty() {
            return None;
        }
        let root = self.root(id)?;
        let new = self.new_part(root, random)?;
        let second = Block {
            id: new.clone(),
            kind: self.kind(id),
            text: second.into(),
            unknown: JsonObject::new(),
        };
        let became = self.replaced(id, |block| {
            vec![Rc::new(Block { text: first.into(), ..block.clone() }), Rc::new(second)]
        })?;
        Some((became, new))
    }

    /// Joins the next block to a block, with a space between the texts, and removes the next one;
    /// `None` if there is no next block.
    pub fn join(&self, id: &BlockId) -> Option<Vec<SourceEdit>> {
        let block = self.get(id)?;
        let next = self.at(self.position(id)? + 1)?;
        let joined = format!("{} {}", block.text, next.text);
        let longer =
            |block: &Block| vec![Rc::new(Block { text: joined.as_str().into(), ..block.clone() })];
        let root = self.root(id)?;
        if self.root(&next.id)? != root {
            return Some(vec![
                self.replaced(id, longer)?,
                self.replaced(&next.id, |_| Vec::new())?,
            ]);
        }
        let made = self.blocks_of_source(root).iter().filter(|it| it.id != next.id);
        let list = made.flat_map(|it| if it.id == *id { longer(it) } else { vec![Rc::clone(it)] });
        Some(vec![self.replace_source(root, list.collect())?])
    }

    /// Replaces the text of a block. Line breaks become spaces, and NUL becomes U+FFFD, as in an
    /// import; `None` if the text has no words or there is no such block.
    pub fn set_text(&self, id: &BlockId, text: &str) -> Option<SourceEdit> {
        let text = text.replace('\0', "\u{fffd}");
        let mut lines = lines(&text).map(trim_line_end).filter(|line| !line.trim().is_empty());
        let first = lines.next()?.to_owned();
        let text = lines.fold(first, |text, line| text + " " + line.trim_start());
        self.replaced(id, |block| vec![Rc::new(Block { text: text.into(), ..block.clone() })])
    }

    /// Returns the edit of the imported block behind `id` in which `by` gives the blocks that
    /// replace `id`.
    fn replaced(
        &self,
        id: &BlockId,
        by: impl FnOnce(&Block) -> Vec<Rc<Block>>,
    ) -> Option<SourceEdit> {
        let root = self.root(id)?;
        let mut list = self.blocks_of_source(root).to_vec();
        let at = list.iter().position(|block| block.id == *id)?;
        let others = by(list.get(at)?);
        list.splice(at..=at, others);
        self.replace_source(root, list)
    }

    /// Returns the edit that puts `list` in the place of an imported block; it restores that block
    /// if `list` is the block itself.
    fn replace_source(&self, root: &BlockId, list: Vec<Rc<Block>>) -> Option<SourceEdit> {
        let is_as_imported = matches!(list.as_slice(), [only] if Some(only) == self.source(root));
        let parts = if is_as_imported { None } else { Some(Replacement::new(list)?) };
        Some((root.clone(), parts))
    }
}
