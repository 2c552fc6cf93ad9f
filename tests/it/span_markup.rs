//! Articles as tests write them: a line is a block, and `⟦…⟧` marks a span.

use claimlight::{
    article::{Block, Blocks, Kind, Position, Span},
    id::BlockId,
    json::JsonObject,
    text::ByteOffset,
};

/// An article and the spans that are marked in it, in order.
pub(crate) fn article(marked: &str) -> (Blocks, Vec<Span>) {
    let (plain, ranges) = ranges(marked);
    let blocks = blocks(&plain);
    let spans = ranges
        .into_iter()
        .map(|(start, end)| Span { start: place(&plain, start), end: place(&plain, end) });
    (blocks, spans.collect())
}

/// The text without marks, and the marked ranges in bytes.
pub(crate) fn ranges(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut plain, mut ranges, mut start) = (String::new(), Vec::new(), 0);
    for character in marked.chars() {
        match character {
            '⟦' => start = plain.len(),
            '⟧' => ranges.push((start, plain.len())),
            _ => plain.push(character),
        }
    }
    (plain, ranges)
}

/// The text of `blocks` with a span marked.
pub(crate) fn mark(blocks: &Blocks, span: Option<&Span>) -> String {
    let mut text = blocks.text();
    let Some(span) = span else { return text };
    let at = |place: &Position| {
        let position = blocks.position(&place.block).unwrap();
        let before: usize = blocks.between(0, position).map(|it| it.text.len() + 1).sum();
        before + place.offset.get()
    };
    text.insert(at(&span.end), '⟧');
    text.insert(at(&span.start), '⟦');
    text
}

/// Each line as a paragraph, named `b1`, `b2` and so on.
pub(crate) fn blocks(plain: &str) -> Blocks {
    let blocks = plain.split('\n').enumerate().map(|(at, line)| Block {
        id: id(at),
        kind: Kind::Paragraph,
        text: line.into(),
        unknown: JsonObject::new(),
    });
    Blocks::new(blocks).unwrap()
}

fn id(position: usize) -> BlockId {
    BlockId::new(&format!("b{}", position + 1)).unwrap()
}

fn place(plain: &str, offset: usize) -> Position {
    let before = &plain[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Position { block: id(before.matches('\n').count()), offset: ByteOffset::new(offset - start) }
}
