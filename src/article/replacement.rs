//! The blocks that replace an imported block after the user edited it.

use std::rc::Rc;

use crate::text::{lines, trim_line_end};

use super::Block;

/// The blocks in the place of one imported block: several after a split, one with another text
/// after a correction or after the next block was joined to it, none after it was joined to another
/// block.
///
/// No two have the same identifier; each text is one line, not empty, without white space at its
/// end. The kinds are those with which the blocks were made.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement(Rc<Vec<Rc<Block>>>);

impl Replacement {
    /// Makes a replacement of blocks in that order; `None` if they break one of the rules above.
    pub fn new(list: Vec<Rc<Block>>) -> Option<Self> {
        let fits = |text: &str| {
            !text.is_empty() && trim_line_end(text) == text && lines(text).nth(1).is_none()
        };
        let is_fit = list.iter().enumerate().all(|(at, block)| {
            fits(&block.text) && list.iter().skip(at + 1).all(|other| other.id != block.id)
        });
        is_fit.then(|| Self(Rc::new(list)))
    }

    /// Returns the blocks in order.
    pub fn list(&self) -> &[Rc<Block>] {
        &self.0
    }
}
