//! Moving a claim when its article's text is split, joined or corrected.
//!
//! The claim follows its words to their new positions. It remembers its earlier words where they
//! changed, and becomes a claim about a block where none of them are left.

use crate::{
    article::{Blocks, MapResult, SpanMapping},
    time::Timestamp,
};

use super::{Claim, Target, TargetRange};

impl Claim {
    /// Returns the claim after the article's blocks have changed from `old` to `new`; `None` if the
    /// claim and its words stay the same.
    ///
    /// If its words have changed, the claim keeps the earlier ones in `previous_quote`. If none of
    /// its words are left, the claim is about the block from then on.
    pub fn remap(
        &self,
        span_mapping: &SpanMapping,
        old: &Blocks,
        new: &Blocks,
        at: Timestamp,
    ) -> Option<Self> {
        let pieces = self.target.ranges().filter_map(|target_range| {
            let span = match span_mapping.span(&target_range.span, new) {
                MapResult::Unchanged => target_range.span.clone(),
                MapResult::MovedTo(span) => span,
                MapResult::Deleted => return None,
            };
            Some(TargetRange { span, ..target_range.clone() })
        });
        let target = match Target::from_ranges(pieces, new) {
            Some(target) => target,
            None => Target::Block(span_mapping.block(self.target.block(), old, new)?),
        };
        let was = self.target.quote(old);
        // A split of a block in the middle of the span changes the words but moves neither end of
        // the span.
        let has_same_quote = was == target.quote(new);
        let claim = Self { target, ..self.clone() }.with_previous_quote(was, new, at);
        (!has_same_quote || claim != *self).then_some(claim)
    }

    /// Returns the claim with `previous_quote` set to its earliest known words, or to `None` if
    /// these are the same as its words in `blocks`. `was` is the quote before the change. Sets
    /// `modified` to `at` if `previous_quote` changes.
    #[must_use]
    pub fn with_previous_quote(
        mut self,
        was: Option<String>,
        blocks: &Blocks,
        at: Timestamp,
    ) -> Self {
        let before = self.previous_quote.take();
        let is = self.target.quote(blocks);
        let is_said = |was: &String| is.as_ref().is_none_or(|is| !is_same_words(was, is));
        self.previous_quote = before.clone().or(was).filter(is_said);
        if self.previous_quote != before {
            self.modified = at;
        }
        self
    }
}

/// Returns whether two quotes have the same words, apart from white space. If the numbers of their
/// line breaks differ, blocks were split or joined, perhaps inside a word, so only the letters
/// count.
fn is_same_words(one: &str, other: &str) -> bool {
    if one.split_whitespace().eq(other.split_whitespace()) {
        return true;
    }
    let breaks = |text: &str| text.matches('\n').count();
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    breaks(one) != breaks(other) && letters(one) == letters(other)
}
