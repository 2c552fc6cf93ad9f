//! Splits a text at the edges of ranges, so that the page can draw each part separately.
//!
//! Ranges may overlap. Each part lists the ranges that cover it.

use crate::sorted_vec;

use super::{ByteOffset, slice};

/// A part of a text that the same ranges cover throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The part of the text; never empty.
    pub text: &'a str,
    /// The indexes of the ranges that cover it, in ascending order.
    pub covered_by: Vec<usize>,
    /// The indexes of the ranges that begin with it.
    pub first_of: Vec<usize>,
    /// The indexes of the ranges that end with it.
    pub last_of: Vec<usize>,
}

/// Splits `text` into runs covered by the same ranges.
///
/// Runs are in text order, never empty, and together cover `text` exactly once. The function
/// ignores ranges that are empty or do not fit the text.
pub fn runs<'a>(text: &'a str, ranges: &[(ByteOffset, ByteOffset)]) -> Vec<Run<'a>> {
    let fits = |(start, end): &(ByteOffset, ByteOffset)| {
        start < end && slice(text, *start, *end).is_some()
    };
    let edges = ranges.iter().filter(|range| fits(range)).flat_map(|(start, end)| [*start, *end]);
    let whole = [ByteOffset::new(0), ByteOffset::new(text.len())];
    let mut cuts = sorted_vec::by_key(whole.into_iter().chain(edges), |cut| *cut);
    cuts.dedup();
    let inside = |start: ByteOffset| {
        let covers = move |(_, range): &(usize, &(ByteOffset, ByteOffset))| {
            fits(range) && range.0 <= start && start < range.1
        };
        ranges.iter().enumerate().filter(covers)
    };
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .filter_map(|(start, end)| {
            Some(Run {
                text: slice(text, *start, *end)?,
                covered_by: inside(*start).map(|(at, _)| at).collect(),
                first_of: inside(*start)
                    .filter(|(_, range)| range.0 == *start)
                    .map(|(at, _)| at)
                    .collect(),
                last_of: inside(*start)
                    .filter(|(_, range)| range.1 == *end)
                    .map(|(at, _)| at)
                    .collect(),
            })
        })
        .collect()
}
