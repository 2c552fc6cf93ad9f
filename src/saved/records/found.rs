//! Finding the words of a claim again, where they do not stand at its place any more.

use crate::{
    article::{Blocks, Moved, Moves, Place, Region, Span},
    claim::{Piece, Target},
};

/// What a claim is about that was about these words at these places, and what they were, where
/// they are not there any more; `None` where that cannot be, because nobody has touched the text.
pub(super) fn target(
    words: &[(String, Piece)],
    blocks: &Blocks,
) -> Option<(Target, Option<String>)> {
    let fits = |(quote, piece): &(String, Piece)| piece.span.words(blocks).as_ref() == Some(quote);
    let is_fit = words.iter().all(fits);
    if !is_fit && !blocks.is_repaired() {
        return None;
    }
    let pieces = words.iter().filter_map(|(quote, piece)| {
        Some(Piece { span: found(quote, &piece.span, blocks)?, ..piece.clone() })
    });
    let target = Target::of_pieces(pieces, blocks);
    let was: Vec<&str> = words.iter().map(|(quote, _)| quote.as_str()).collect();
    let was = (!is_fit).then(|| was.join(" … "));
    let (_, first) = words.first()?;
    let about_block = || Some(Target::Block(blocks.instead_of(&first.span.start.block)?));
    Some((target.or_else(about_block)?, was))
}

/// Where words are that stood at a place before the text was split, joined or corrected.
fn found(quote: &str, span: &Span, blocks: &Blocks) -> Option<Span> {
    if span.words(blocks).as_deref() == Some(quote) {
        return Some(span.clone());
    }
    // A block between its edges may have been split or joined.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    if span.words(blocks).is_some_and(|words| letters(&words) == letters(quote)) {
        return Some(span.clone());
    }
    let imported = blocks.as_imported();
    if span.words(&imported).as_deref() == Some(quote) {
        return match Moves::between(&imported, blocks).span(span, blocks) {
            Moved::Stays => Some(span.clone()),
            Moved::To(span) => Some(span),
            Moved::Gone => None,
        };
    }
    nearest(quote, &span.start, blocks).or_else(|| only(quote, blocks))
}

/// The words in what became of the block in which they were, nearest to where they were.
fn nearest(quote: &str, place: &Place, blocks: &Blocks) -> Option<Span> {
    let region = Region::new(blocks, blocks.around(&place.block));
    let before = region.offset(place).unwrap_or(place.offset.get());
    let found = region.find(quote, blocks).min_by_key(|(at, _)| at.abs_diff(before));
    found.map(|(_, span)| span)
}

/// The words in the whole article, if they stand there once.
fn only(quote: &str, blocks: &Blocks) -> Option<Span> {
    let region = Region::new(blocks, 0..blocks.len());
    let mut found = region.find(quote, blocks);
    let (_, span) = found.next()?;
    found.next().is_none().then_some(span)
}
