//! The live region of the page: the sentences that screen readers speak. The workspace keeps the
//! last sentence and a count of all sentences so far. The count makes the page announce a sentence
//! again when the same one comes twice in a row.

use super::Workspace;

impl Workspace {
    /// Returns the sentence in the live region, and how many sentences there have been. A new count
    /// has the page speak the sentence even where its words are the same as before.
    pub fn announcement(&self) -> (&str, usize) {
        (&self.announcement.0, self.announcement.1)
    }

    /// Puts a sentence into the live region.
    pub(super) fn announce(&mut self, text: String) {
        self.announcement = (text, self.announcement.1 + 1);
    }
}
