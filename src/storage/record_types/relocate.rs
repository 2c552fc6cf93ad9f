//! Finds the words of a stored claim when they are no longer at the stored place.
//!
//! It searches only where blocks were split, joined or corrected. Where it cannot find the words,
//! the claim refers to the block instead.

use crate::{
    article::{Blocks, MapResult, Position, Span, SpanMapping, TextRegion},
    claim::{Target, TargetRange},
};

/// Returns the target of a claim whose words had these places, and its former words if they have
/// changed. Returns `None` where the words do not fit and nobody has edited the text, so the record
/// is wrong.
pub(super) fn relocate_target(
    words: &[(String, TargetRange)],
    blocks: &Blocks,
) -> Option<(Target, Option<String>)> {
    let fits = |(quote, target_range): &(String, TargetRange)| {
        target_range.span.text(blocks).as_ref() == Some(quote)
    };
    let is_fit = words.iter().all(fits);
    if !is_fit && !blocks.is_edited() {
        return None;
    }
    let pieces = words.iter().filter_map(|(quote, target_range)| {
        Some(TargetRange {
            span: found(quote, &target_range.span, blocks)?,
            ..target_range.clone()
        })
    });
    let target = Target::from_ranges(pieces, blocks);
    let was: Vec<&str> = words.iter().map(|(quote, _)| quote.as_str()).collect();
    let was = (!is_fit).then(|| was.join(" … "));
    let (_, first) = words.first()?;
    let about_block = || Some(Target::Block(blocks.successor(&first.span.start.block)?));
    Some((target.or_else(about_block)?, was))
}

/// Finds the span of words that had this span before the text was split, joined or corrected.
fn found(quote: &str, span: &Span, blocks: &Blocks) -> Option<Span> {
    if span.text(blocks).as_deref() == Some(quote) {
        return Some(span.clone());
    }
    // White space differs where a block inside the span was split or joined.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    if span.text(blocks).is_some_and(|words| letters(&words) == letters(quote)) {
        return Some(span.clone());
    }
    let imported = blocks.without_edits();
    if span.text(&imported).as_deref() == Some(quote) {
        return match SpanMapping::between(&imported, blocks).span(span, blocks) {
            MapResult::Unchanged => Some(span.clone()),
            MapResult::MovedTo(span) => Some(span),
            MapResult::Deleted => None,
        };
    }
    find_nearest(quote, &span.start, blocks).or_else(|| find_unique(quote, blocks))
}

/// Finds the words in the blocks that replaced their block, nearest to their former position.
fn find_nearest(quote: &str, position: &Position, blocks: &Blocks) -> Option<Span> {
    let text_region = TextRegion::new(blocks, blocks.neighborhood(&position.block));
    let before = text_region.offset(position).unwrap_or(position.offset.get());
    let found = text_region.find(quote, blocks).min_by_key(|(at, _)| at.abs_diff(before));
    found.map(|(_, span)| span)
}

/// Finds the words in the whole article, if they occur exactly once.
fn find_unique(quote: &str, blocks: &Blocks) -> Option<Span> {
    let text_region = TextRegion::new(blocks, 0..blocks.len());
    let mut found = text_region.find(quote, blocks);
    let (_, span) = found.next()?;
    found.next().is_none().then_some(span)
}
