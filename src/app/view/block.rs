//! A block with its marks.

use std::{cmp::Reverse, rc::Rc};

use crate::{
    article::Kind,
    claim::Claim,
    document::Document,
    id::{BlockId, ClaimId},
    review::ReviewState,
    sorted_vec, strings,
    text::{self, ByteOffset},
};

use super::{Highlight, underline_lanes::lanes};

/// How many overlapping marks have an underline of their own.
pub const LANES: usize = 4;

/// The colour of marks without a tag.
pub(super) const UNTAGGED: &str = "grey";

/// A block as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// The block's position in the article, counted from 0.
    pub position: usize,
    /// The block.
    pub id: BlockId,
    /// What it is.
    pub kind: Kind,
    /// Its number on screen, if it has one.
    pub number: Option<usize>,
    /// Whether it is the current one.
    pub is_current: bool,
    /// What came of looking at it; `None` when it has not been looked at.
    pub reviewed: Option<ReviewState>,
    /// How many claims that somebody still has to work on have words in it.
    pub open: usize,
    /// What stands beside its text, such as who speaks and when.
    pub label: Option<String>,
    /// Its text.
    pub text: Rc<str>,
    /// The names of all claims that touch it, joined by spaces.
    pub claims: String,
    /// The text with its marks.
    pub runs: Vec<RunView>,
}

/// A part of a block's text that is shown in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// The words.
    pub text: String,
    /// How they are marked, if they are.
    pub mark: Option<MarkView>,
}

/// How words are marked.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkView {
    /// The claims that cover the words, the smallest first.
    pub claims: Vec<ClaimId>,
    /// The colour of the smallest claim.
    pub background: &'static str,
    /// The colour of the underline in each lane.
    pub lanes: [Option<&'static str>; LANES],
    /// Whether the claim that is worked on covers them.
    pub is_selected: bool,
    /// What is said of claims that begin here.
    pub aria_label: Option<String>,
    /// Whether nobody has to do anything about the smallest claim any more.
    pub is_settled: bool,
    /// How far the checks of the claims are that end here, in signs.
    pub status_icons: Option<String>,
}

impl BlockView {
    /// The block at a position with all claims that touch it.
    pub(super) fn new(
        document: &Document,
        shown: Highlight<'_>,
        position: usize,
        number: Option<usize>,
    ) -> Option<Self> {
        let block = document.blocks().at(position)?;
        let covers = covers(document, position);
        let ids: Vec<&str> = covers.iter().map(|cover| cover.claim.id.as_str()).collect();
        let mut claims = ids.clone();
        claims.dedup();
        Some(Self {
            position,
            id: block.id.clone(),
            kind: block.kind,
            number,
            is_current: shown.current == Some(&block.id),
            reviewed: document.review(&block.id).map(|reviewed| reviewed.state),
            open: document.claims_of(position).filter(|claim| claim.is_open()).count(),
            label: block.label().map(str::to_owned),
            text: Rc::clone(&block.text),
            claims: claims.join(" "),
            runs: runs(&block.text, &covers, shown.selected, document),
        })
    }
}

/// One piece of a claim in a block.
struct MarkRange<'a> {
    claim: &'a Rc<Claim>,
    range: (ByteOffset, ByteOffset),
    size: usize,
    is_start: bool,
    is_end: bool,
}

/// What covers the block at a position, in text order.
fn covers(document: &Document, position: usize) -> Vec<MarkRange<'_>> {
    let blocks = document.blocks();
    let mut covers = Vec::new();
    for claim in document.claims_touching(position) {
        let size = claim.size(blocks);
        for target_range in claim.target.ranges() {
            let parts = target_range.span.parts(blocks);
            let part = parts.iter().enumerate().find(|(_, part)| part.position == position);
            covers.extend(part.map(|(at, block_range)| MarkRange {
                claim,
                range: (block_range.start, block_range.end),
                size,
                is_start: at == 0,
                is_end: at + 1 == parts.len(),
            }));
        }
    }
    covers
}

fn runs(
    text: &str,
    covers: &[MarkRange<'_>],
    selected: Option<&ClaimId>,
    document: &Document,
) -> Vec<RunView> {
    let ranges: Vec<_> = covers.iter().map(|cover| cover.range).collect();
    let lanes = lanes(&ranges, LANES);
    let mark = |run: &text::Run<'_>| {
        let here = run.covered_by.iter().filter_map(|at| Some((*at, covers.get(*at)?)));
        let here = sorted_vec::by_key(here, |(at, cover)| (cover.size, Reverse(*at)));
        let (_, smallest) = here.first()?;
        let mut colors = [None; LANES];
        for (at, cover) in &here {
            let lane = lanes.get(*at).copied().flatten().and_then(|lane| colors.get_mut(lane));
            if let Some(color) = lane {
                *color = Some(color_of(cover.claim, document));
            }
        }
        Some(MarkView {
            claims: here.iter().map(|(_, cover)| cover.claim.id.clone()).collect(),
            background: color_of(smallest.claim, document),
            lanes: colors,
            is_selected: here.iter().any(|(_, cover)| Some(&cover.claim.id) == selected),
            aria_label: aria_label(run.first_of.iter().filter_map(|at| covers.get(*at)), document),
            is_settled: !smallest.claim.is_open(),
            status_icons: status_icons(run.last_of.iter().filter_map(|at| covers.get(*at))),
        })
    };
    text::runs(text, &ranges)
        .into_iter()
        .map(|run| RunView { text: run.text.to_owned(), mark: mark(&run) })
        .collect()
}

/// The signs of how far the checks of claims are, where they end.
fn status_icons<'a>(ending: impl Iterator<Item = &'a MarkRange<'a>>) -> Option<String> {
    let ending = ending.filter(|cover| cover.is_end);
    let signs: String = ending.map(|cover| strings::status_sign(cover.claim.status)).collect();
    (!signs.is_empty()).then_some(signs)
}

/// The colour of a claim's first tag.
pub(super) fn color_of(claim: &Claim, document: &Document) -> &'static str {
    let tag = claim.tags.first().and_then(|tag| document.tag(tag));
    tag.map_or(UNTAGGED, |tag| tag.color.name())
}

/// What is said where claims begin, such as "Claim 3, Quantity: ".
fn aria_label<'a>(
    starting: impl Iterator<Item = &'a MarkRange<'a>>,
    document: &Document,
) -> Option<String> {
    let labels: Vec<String> = starting
        .filter(|cover| cover.is_start)
        .map(|cover| {
            let tags = cover.claim.tags.iter().filter_map(|tag| document.tag(tag));
            let labels: Vec<&str> = tags.map(|tag| tag.label.as_str()).collect();
            strings::spoken_claim(cover.claim.number, &labels, cover.claim.status)
        })
        .collect();
    (!labels.is_empty()).then(|| labels.join(" "))
}
