//! Lanes: the levels on which the page draws the underlines of overlapping marks.
//!
//! Within a block a mark keeps one lane over its whole length, and two overlapping marks never
//! share a lane. If all lanes are in use, a mark gets no underline.

use crate::text::ByteOffset;

/// Returns a lane, from 0, for each range, so that overlapping ranges have different lanes; `None`
/// for a range that finds all lanes in use. The ranges must be in text order.
pub(super) fn lanes(ranges: &[(ByteOffset, ByteOffset)], lanes: usize) -> Vec<Option<usize>> {
    let mut taken_until = vec![ByteOffset::new(0); lanes];
    ranges
        .iter()
        .map(|(start, end)| {
            let free = taken_until.iter().position(|until| until <= start)?;
            if let Some(until) = taken_until.get_mut(free) {
                *until = *end;
            }
            Some(free)
        })
        .collect()
}
