//! The selector: a span as files describe it, by its words and the text around them.
//!
//! The context is long enough to tell the span from every other place in the text, unless the text
//! repeats itself over [`MAX_CONTEXT_CHARS`] code points on each side; then the stored offsets
//! decide.

mod repeated_substrings;

use repeated_substrings::RepeatedSubstrings;

use crate::text::{self, ByteOffset};

/// Code points of context on each side of a quote. The Hypothesis client keeps 32 too, in UTF-16
/// code units.
pub const CONTEXT_CHARS: usize = 32;

/// The most context on each side of a quote, in code points, for a span that less context does not
/// identify. If the context at this length still repeats, the stored position decides.
pub const MAX_CONTEXT_CHARS: usize = 512;

/// The words of a span and the text around them, as files keep them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The words of the span.
    pub quote: String,
    /// The text before the words, cut between grapheme clusters.
    pub prefix: String,
    /// The text after the words, cut between grapheme clusters.
    pub suffix: String,
}

/// Makes the selectors of spans of one text.
#[derive(Debug)]
pub struct SelectorBuilder<'a> {
    text: &'a str,
    repeats: RepeatedSubstrings,
}

impl<'a> SelectorBuilder<'a> {
    /// Prepares to describe spans of `text`; reads it once.
    pub fn new(text: &'a str) -> Self {
        Self { text, repeats: RepeatedSubstrings::of(text) }
    }

    /// Makes the selector of the span from `start` to `end`, in bytes of the text.
    ///
    /// Prefix and suffix have up to [`CONTEXT_CHARS`] code points each, and more only where the
    /// text contains the same words with the same context elsewhere, as Apache Annotator does it.
    /// `None` if the offsets do not fit the text.
    pub fn describe(&self, start: ByteOffset, end: ByteOffset) -> Option<Selector> {
        let quote = text::slice(self.text, start, end)?;
        let before = text::slice(self.text, ByteOffset::new(0), start)?;
        let after = text::slice(self.text, end, ByteOffset::new(self.text.len()))?;
        let mut context = CONTEXT_CHARS;
        loop {
            let prefix = text::last_graphemes(before, context);
            let suffix = text::first_graphemes(after, context);
            let is_whole = prefix.len() == before.len() && suffix.len() == after.len();
            let from = start.get() - prefix.len();
            let with_context = self.text.get(from..end.get() + suffix.len())?;
            if is_whole
                || context >= MAX_CONTEXT_CHARS
                || !self.repeats.repeats(self.text, with_context)
            {
                return Some(Selector {
                    quote: quote.to_owned(),
                    prefix: prefix.to_owned(),
                    suffix: suffix.to_owned(),
                });
            }
            context += CONTEXT_CHARS;
        }
    }
}
