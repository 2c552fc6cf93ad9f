//! Lanes: which underline each of some overlapping marks gets.

use crate::text::ByteOffset;

/// A lane for each range, so that overlapping ones have different lanes; the ranges come in text
/// order. `None` where all lanes are taken.
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
