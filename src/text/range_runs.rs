//! Cutting a text where ranges begin and end.

use crate::sorted_vec;

use super::{ByteOffset, slice};

/// A part of a text that the same ranges cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The part of the text; never empty.
    pub text: &'a str,
    /// Which of the ranges cover it, by their place in the list, in order.
    pub covered_by: Vec<usize>,
    /// Which of the ranges begin with it.
    pub first_of: Vec<usize>,
    /// Which of the ranges end with it.
    pub last_of: Vec<usize>,
}

/// Splits `text` into runs covered by the same ranges.
///
/// Runs are in text order, never empty, and together cover `text` exactly once. Ranges that do not
/// fit the text are left out.
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
