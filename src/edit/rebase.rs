//! A change of a claim that somebody else has changed in other respects since.

use std::rc::Rc;

use crate::document::Document;

use super::{Change, Diff};

impl Change {
    /// The change as it can be made on a document, where it touches nothing that has been changed
    /// since; where it does, the change itself.
    #[must_use]
    pub fn rebased(self, document: &Document) -> Self {
        let Self::Claim(id, Diff { before: Some(before), after: Some(after) }) = &self else {
            return self;
        };
        let Some(now) = document.claim(id).filter(|now| *now != before) else { return self };
        match now.apply_change(before, after) {
            Some(claim) => {
                let diff = Diff { before: Some(Rc::clone(now)), after: Some(Rc::new(claim)) };
                Self::Claim(id.clone(), diff)
            }
            None => self,
        }
    }
}
