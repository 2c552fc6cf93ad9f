//! Determines the language of most of an article from the `lang` attributes of its elements.
//!
//! Only letters of included text inside the article count.

use std::collections::BTreeMap;

use crate::import::Disposition;

use super::{
    builder::ElementContext,
    tree::{NodeId, Tree},
};

/// The number of letters under each element that declares a language. The key `None` holds the
/// letters for which no element declares one.
#[derive(Debug, Default)]
pub(super) struct LanguageCounts(BTreeMap<Option<NodeId>, usize>);

impl LanguageCounts {
    /// Adds the letters of `text` to the count of the element that declares their language, if
    /// `text` is part of the article.
    pub(super) fn take(&mut self, text: &str, element_context: &ElementContext) {
        if element_context.disposition == Disposition::Included
            && !element_context.is_outside_article
        {
            let letters = text.chars().filter(|it| it.is_alphabetic()).count();
            *self.0.entry(element_context.language).or_default() += letters;
        }
    }

    /// Returns the language tag that covers the most letters; `None` if most letters have no tag.
    ///
    /// A page may use one language around an article in another, and a few words in a third do not
    /// change the language of the whole.
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
