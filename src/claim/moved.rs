//! What becomes of a claim when the text is split, joined or corrected.

use crate::{
    article::{Blocks, Moved, Moves},
    stamp::Time,
};

use super::{Claim, Piece, Target};

impl Claim {
    /// The claim after its article's blocks have become others; `None` where that
    /// changes neither it nor its words.
    ///
    /// Where its words changed, it says what they were; where nothing is left of them, it is about
    /// the block from then on.
    pub fn moved(&self, moves: &Moves, old: &Blocks, new: &Blocks, at: Time) -> Option<Self> {
        let pieces = self.target.pieces().filter_map(|piece| {
            let span = match moves.span(&piece.span, new) {
                Moved::Stays => piece.span.clone(),
                Moved::To(span) => span,
                Moved::Gone => return None,
            };
            Some(Piece { span, ..piece.clone() })
        });
        let target = match Target::of_pieces(pieces, new) {
            Some(target) => target,
            None => Target::Block(moves.block(self.target.block(), old, new)?),
        };
        let was = self.target.quote(old);
        // A block between its edges may be split, which moves neither.
        let has_same_quote = was == target.quote(new);
        let claim = Self { target, ..self.clone() }.telling(was, new, at);
        (!has_same_quote || claim != *self).then_some(claim)
    }

    /// The claim that says what its words were, if they are not what they were before.
    #[must_use]
    pub fn telling(mut self, was: Option<String>, blocks: &Blocks, at: Time) -> Self {
        let before = self.corrected.take();
        let is = self.target.quote(blocks);
        let is_said = |was: &String| is.as_ref().is_none_or(|is| !is_same_words(was, is));
        self.corrected = before.clone().or(was).filter(is_said);
        if self.corrected != before {
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
