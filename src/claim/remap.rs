//! What becomes of a claim when the text is split, joined or corrected.

use crate::{
    article::{Blocks, MapResult, SpanMapping},
    time::Timestamp,
};

use super::{Claim, Target, TargetRange};

impl Claim {
    /// The claim after its article's blocks have become others; `None` where that
    /// changes neither it nor its words.
    ///
    /// Where its words changed, it says what they were; where nothing is left of them, it is about
    /// the block from then on.
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
        // A block between its edges may be split, which moves neither.
        let has_same_quote = was == target.quote(new);
        let claim = Self { target, ..self.clone() }.with_previous_quote(was, new, at);
        (!has_same_quote || claim != *self).then_some(claim)
    }

    /// The claim that says what its words were, if they are not what they were before.
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

/// Whether words are the same, white space aside: lines that were split or joined do not count.
fn is_same_words(one: &str, other: &str) -> bool {
    if one.split_whitespace().eq(other.split_whitespace()) {
        return true;
    }
    let breaks = |text: &str| text.matches('\n').count();
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    breaks(one) != breaks(other) && letters(one) == letters(other)
}
