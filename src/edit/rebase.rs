//! Adapting a change of a claim to a document in which the claim has changed in the meantime,
//! perhaps in another tab. The change is adapted only if both changes touch different fields, so no
//! change is lost.

use std::rc::Rc;

use crate::document::Document;

use super::{Change, Diff};

impl Change {
    /// Returns the change adapted to the claim's current state in `document`, if the two changes
    /// touch different fields. Otherwise returns the change as it is.
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
