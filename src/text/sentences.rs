//! Placeholder until the real one is merged.
use super::ByteOffset;
/// x
pub fn sentences(text: &str) -> Vec<(ByteOffset, ByteOffset)> {
    vec![(ByteOffset::new(0), ByteOffset::new(text.len()))]
}
/// x
pub fn clauses(_: &str, start: ByteOffset, end: ByteOffset) -> Vec<(ByteOffset, ByteOffset)> {
    vec![(start, end)]
}
