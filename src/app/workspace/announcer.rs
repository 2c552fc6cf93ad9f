//! The sentences that screen readers speak: the live region of the page.

use super::Workspace;

impl Workspace {
    /// The sentence in the live region, and how many sentences there have been: the same sentence
    /// twice is spoken twice.
    pub fn said(&self) -> (&str, usize) {
        (&self.announcement.0, self.announcement.1)
    }

    /// Puts a sentence into the live region.
    pub(super) fn announce(&mut self, text: String) {
        self.announcement = (text, self.announcement.1 + 1);
    }
}
