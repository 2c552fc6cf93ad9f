//! What an imported block has become.

use std::rc::Rc;

use crate::text::{lines, trim_line_end};

use super::Block;

/// The blocks that stand where one block was imported: several after it was split, one with another
/// text after it was corrected or the next was joined to it, none after it was joined to another.
///
/// No two have the same identifier; each text is one line, not empty, without spaces at its end.
/// The kinds are those in which the blocks came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement(Rc<Vec<Rc<Block>>>);

impl Replacement {
    /// The blocks in that order; `None` where they do not fit.
    pub fn new(list: Vec<Rc<Block>>) -> Option<Self> {
        let fits = |text: &str| {
            !text.is_empty() && trim_line_end(text) == text && lines(text).nth(1).is_none()
        };
        let is_fit = list.iter().enumerate().all(|(at, block)| {
            fits(&block.text) && list.iter().skip(at + 1).all(|other| other.id != block.id)
        });
        is_fit.then(|| Self(Rc::new(list)))
    }

    /// The blocks in order.
    pub fn list(&self) -> &[Rc<Block>] {
        &self.0
    }
}
