//! In what language most of an article is.

use std::collections::BTreeMap;

use crate::import::Disposition;

use super::{
    builder::ElementContext,
    tree::{NodeId, Tree},
};

/// How many characters each element that names a language says it of.
#[derive(Debug, Default)]
pub(super) struct LanguageCounts(BTreeMap<Option<NodeId>, usize>);

impl LanguageCounts {
    /// Counts a text.
    pub(super) fn take(&mut self, text: &str, frame: &ElementContext) {
        if frame.disposition == Disposition::Included && !frame.is_outside_article {
            let letters = text.chars().filter(|it| it.is_alphabetic()).count();
            *self.0.entry(frame.language).or_default() += letters;
        }
    }

    /// The tag that is said of most of the text. A page may be built in one language around an
    /// article in another, and words in a third say nothing of the whole.
    pub(super) fn dominant(&self, tree: &Tree) -> Option<String> {
        let mut tags: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for (id, letters) in &self.0 {
            let tag = id.and_then(|id| tree.element(id)).and_then(|it| it.attribute("lang"));
            *tags.entry(tag).or_default() += letters;
        }
        let most = tags.into_iter().max_by_key(|(_, letters)| *letters);
        most.filter(|(_, letters)| *letters > 0)?.0.map(str::to_owned)
    }
}
