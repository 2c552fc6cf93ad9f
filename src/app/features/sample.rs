//! The sample article, which the first start adds. Its text is compiled into the program, and the
//! kinds of its blocks are listed here. The page can therefore show it without the worker.

use crate::{
    article::{Block, Blocks, Kind},
    id::BlockId,
    json::JsonObject,
};

/// The text of the sample article: one line for each block, the headline first.
pub(in crate::app) const SAMPLE: &str = include_str!("../../../static/sample.txt");
/// The identifier of the sample article. It is the same for all, so that two tabs that start
/// together do not add two of them.
pub(in crate::app) const SAMPLE_ID: &str = "0192f0c1-0000-7000-8000-000000000000";
/// The language of the sample article.
pub(in crate::app) const SAMPLE_LANGUAGE: &str = "en";

/// The lines of the sample article that are no paragraphs, counted from 0, with their kinds. The
/// worker's import of plain text finds the same kinds, which a test compares; the page starts
/// without the worker.
const KINDS: [(usize, Kind); 5] = [
    (0, Kind::Headline),
    (1, Kind::Standfirst),
    (11, Kind::Promo),
    (12, Kind::Subheading),
    (19, Kind::Promo),
];

/// Returns the blocks of the sample article.
pub(in crate::app) fn blocks() -> Blocks {
    let blocks = SAMPLE.lines().enumerate().filter_map(|(at, line)| {
        let kind = KINDS.iter().find(|(other, _)| *other == at);
        let kind = kind.map_or(Kind::Paragraph, |(_, kind)| *kind);
        let id = BlockId::new(&format!("b{}", at + 1))?;
        Some(Block { id, kind, text: line.into(), unknown: JsonObject::new() })
    });
    Blocks::new(blocks).unwrap_or_default()
}
