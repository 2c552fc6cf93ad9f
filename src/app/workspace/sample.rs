//! The sample article, which is there at the very first start.

use crate::{
    article::{Block, Blocks, Kind},
    id::BlockId,
    json::JsonObject,
};

/// The text of the sample article: a block a line, the headline first.
pub(super) const SAMPLE: &str = include_str!("../../../static/sample.txt");
/// The name of the sample article: the same for all, so that two tabs that start together do not
/// make two.
pub(super) const SAMPLE_ID: &str = "0192f0c1-0000-7000-8000-000000000000";
/// The language of the sample article.
pub(super) const SAMPLE_LANGUAGE: &str = "en";

/// The lines of it that are no paragraphs, counted from 0. The worker's reader of plain text says the
/// same (a test compares them), and the page starts without the worker.
const KINDS: [(usize, Kind); 5] = [
    (0, Kind::Headline),
    (1, Kind::Standfirst),
    (11, Kind::Promo),
    (12, Kind::Subheading),
    (19, Kind::Promo),
];

/// The blocks of the sample article.
pub(super) fn blocks() -> Blocks {
    let blocks = SAMPLE.lines().enumerate().filter_map(|(at, line)| {
        let kind = KINDS.iter().find(|(other, _)| *other == at);
        let kind = kind.map_or(Kind::Paragraph, |(_, kind)| *kind);
        let id = BlockId::new(&format!("b{}", at + 1))?;
        Some(Block { id, kind, text: line.into(), unknown: JsonObject::new() })
    });
    Blocks::new(blocks).unwrap_or_default()
}
