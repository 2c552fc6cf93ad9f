//! The view model of a block: its text in runs, each with the marks that cover it.
//!
//! The runs of a block together are exactly its text. Where marks overlap, the smallest claim
//! colours the background, and each mark underlines its words in a lane of its own.

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

/// The number of lanes, and so of overlapping marks that each get an underline.
pub const LANES: usize = 4;

/// The colour of claims without a tag.
pub(super) const UNTAGGED: &str = "grey";

/// The view model of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// The position of the block in the article, from 0.
    pub position: usize,
    /// The identifier of the block.
    pub id: BlockId,
    /// The kind of the block.
    pub kind: Kind,
    /// The number that the page shows beside the block; `None` for kinds without a number.
    pub number: Option<usize>,
    /// Whether the block is the current one.
    pub is_current: bool,
    /// The outcome of the review; `None` if the user has not reviewed the block.
    pub reviewed: Option<ReviewState>,
    /// The number of open claims that have words in the block, or that belong to it without words.
    pub open: usize,
    /// The label beside the text, such as the speaker and the time.
    pub label: Option<String>,
    /// The text of the block.
    pub text: Rc<str>,
    /// The identifiers of all claims that touch the block, separated by spaces.
    pub claims: String,
    /// The text with its marks, in runs.
    pub runs: Vec<RunView>,
}

/// A part of a block's text that the same claims cover.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// The words.
    pub text: String,
    /// The mark on the words; `None` where no claim covers them.
    pub mark: Option<MarkView>,
}

/// The mark on a run of words.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkView {
    /// The claims that cover the words, smallest first.
    pub claims: Vec<ClaimId>,
    /// The colour of the smallest claim.
    pub background: &'static str,
    /// The colour of the underline in each lane; `None` where the lane is empty.
    pub lanes: [Option<&'static str>; LANES],
    /// Whether the selected claim covers the words.
    pub is_selected: bool,
    /// The text with which a screen reader announces the claims that begin with these words; `None`
    /// if none begins here.
    pub aria_label: Option<String>,
    /// Whether the smallest claim needs no more work.
    pub is_settled: bool,
    /// The symbols for the status of the claims that end with these words; `None` if there are
    /// none.
    pub status_icons: Option<String>,
}

impl BlockView {
    /// Returns the view model of the block at a position, with all claims that touch it; `None` if
    /// there is no such block.
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

/// The part of a claim that lies in one block.
struct MarkRange<'a> {
    claim: &'a Rc<Claim>,
    /// The byte range in the text of the block.
    range: (ByteOffset, ByteOffset),
    /// The number of bytes that the whole claim covers.
    size: usize,
    /// Whether this part begins one of the claim's spans.
    is_start: bool,
    /// Whether this part ends one of the claim's spans.
    is_end: bool,
}

/// Returns the parts of all claims in the block at a position, claims in text order.
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

/// Splits a block's text into runs, and gives each the mark of the claims that cover it.
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

/// Returns the symbols for the status of the claims that end in these ranges.
fn status_icons<'a>(ending: impl Iterator<Item = &'a MarkRange<'a>>) -> Option<String> {
    let ending = ending.filter(|cover| cover.is_end);
    let signs: String = ending.map(|cover| strings::status_sign(cover.claim.status)).collect();
    (!signs.is_empty()).then_some(signs)
}

/// Returns the colour of a claim's first tag.
pub(super) fn color_of(claim: &Claim, document: &Document) -> &'static str {
    let tag = claim.tags.first().and_then(|tag| document.tag(tag));
    tag.map_or(UNTAGGED, |tag| tag.color.name())
}

/// Returns the text that announces the claims that start in these ranges, such as "[claim 3,
/// Quantity] ".
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
