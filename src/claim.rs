//! The claim: a marked span, or a block without words, with the tags, status, verdict, evidence and
//! notes of its check.
//!
//! A claim about words has at least one range; its ranges are in text order and do not overlap.
//! Links to other claims may point to claims that the user has deleted since.

mod contact;
mod decimal_order;
mod evidence;
mod link;
mod merge;
mod remap;
mod scales;
mod status;
mod tag;
mod verdict;

pub use contact::{Contact, ReplyStatus, parse_date};
pub use evidence::{Evidence, SOURCE_KINDS, STANCES, Source, SourceKind, Stance};
pub use link::{LINK_KINDS, Link, LinkKind, LinkKindRow};
pub use scales::{BUILTIN_SCALES, BuiltinScale, default_scale};
pub use status::{PRIORITIES, Priority, STATUSES, Status};
pub use tag::{COLORS, Color, DEFAULT_TAGS, Digit, Tag, new_tag, normalize_label, shipped_tags};
pub use verdict::{NumberInput, Rating, Scale, ScaleMatch, Verdict};

use crate::{
    article::{Blocks, Position, Span},
    id::{BlockId, ClaimId, TagId},
    json::JsonObject,
    time::Timestamp,
};

/// A claim of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The claim's identifier within its article.
    pub id: ClaimId,
    /// The number that the user sees. The document counts its claims as they are created and never
    /// gives a number twice.
    pub number: u32,
    /// The words or the block that the claim is about.
    pub target: Target,
    /// The claim's tags, in the order in which the user added them.
    pub tags: Vec<TagId>,
    /// How far the check is.
    pub status: Status,
    /// How urgent the claim is; `None` if the user has not set it.
    pub priority: Option<Priority>,
    /// The verdict; `None` until the user gives one.
    pub verdict: Option<Verdict>,
    /// Who made the claim.
    pub claimant: Option<Claimant>,
    /// The claim in words that can be understood without the article.
    pub restated: String,
    /// The user's note, in Markdown.
    pub note: String,
    /// The correction: the words that should replace the claim's words.
    pub correction: Option<String>,
    /// The claim's words before the text was edited; `None` if they are unchanged or the user has
    /// dismissed the note about it.
    pub previous_quote: Option<String>,
    /// The evidence for and against the claim.
    pub evidence: Vec<Evidence>,
    /// The contact who was asked about the claim.
    pub contact: Option<Contact>,
    /// The claim's relations to other claims of the article, at most one to each.
    pub links: Vec<Link>,
    /// Who marked the claim.
    pub author: Option<String>,
    /// When the claim was marked.
    pub created: Timestamp,
    /// When the claim was last changed.
    pub modified: Timestamp,
    /// Members of a stored or imported claim that this version does not know.
    pub unknown: JsonObject,
}

/// The part of the article that a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Words of the article: usually one range, sometimes several in text order.
    Words {
        /// The first range.
        first: TargetRange,
        /// The other ranges, in text order.
        rest: Vec<TargetRange>,
    },
    /// A block as a whole, for a claim about something without words, such as a picture.
    Block(BlockId),
}

/// One range of words that a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRange {
    /// The position of the words in the article.
    pub span: Span,
    /// Members of an imported range that this version does not know. Those of a claim's first range
    /// are in [`Claim::unknown`].
    pub unknown: JsonObject,
    /// Members of an imported `position` that this version does not know.
    pub unknown_position_members: JsonObject,
}

/// Somebody who made a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimant {
    /// The claimant's name.
    pub name: String,
    /// The claimant's role, such as `Prime Minister`.
    pub role: Option<String>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

impl TargetRange {
    /// Returns the range of a span, without unknown members.
    pub fn new(span: Span) -> Self {
        Self { span, unknown: JsonObject::new(), unknown_position_members: JsonObject::new() }
    }
}

impl Target {
    /// Returns the target that consists of `pieces`, which must be in text order. Joins a range to
    /// the one before if they overlap. Returns `None` if there are no ranges.
    pub fn from_ranges(
        pieces: impl IntoIterator<Item = TargetRange>,
        blocks: &Blocks,
    ) -> Option<Self> {
        let order = |place: &Position| (blocks.position(&place.block), place.offset);
        let mut left: Vec<TargetRange> = Vec::new();
        for target_range in pieces {
            match left.last_mut() {
                Some(last) if order(&target_range.span.start) < order(&last.span.end) => {
                    if order(&last.span.end) < order(&target_range.span.end) {
                        last.span.end = target_range.span.end;
                    }
                }
                Some(_) | None => left.push(target_range),
            }
        }
        let mut left = left.into_iter();
        Some(Self::Words { first: left.next()?, rest: left.collect() })
    }

    /// Returns the claim's ranges in text order; none if the claim is about a block.
    pub fn ranges(&self) -> impl Iterator<Item = &TargetRange> {
        let (first, further) = match self {
            Self::Words { first, rest: further } => (Some(first), further.as_slice()),
            Self::Block(_) => (None, [].as_slice()),
        };
        first.into_iter().chain(further)
    }

    /// Returns the claim's words, with " … " between its ranges. Returns `None` if the claim is
    /// about a block or its words are not in `blocks`.
    pub fn quote(&self, blocks: &Blocks) -> Option<String> {
        let words: Vec<String> =
            self.ranges().filter_map(|target_range| target_range.span.text(blocks)).collect();
        (!words.is_empty()).then(|| words.join(" … "))
    }

    /// Returns the block where the claim starts, or the block that it is about.
    pub fn block(&self) -> &BlockId {
        match self {
            Self::Words { first, .. } => &first.span.start.block,
            Self::Block(block) => block,
        }
    }
}

impl Claim {
    /// Returns a new claim about the words of a span, with the status "to check".
    pub fn new(id: ClaimId, number: u32, span: Span, created: Timestamp) -> Self {
        let target = Target::Words { first: TargetRange::new(span), rest: Vec::new() };
        Self::new_at(id, number, target, created)
    }

    /// Returns a new claim about `target`, with the status "to check".
    pub fn new_at(id: ClaimId, number: u32, target: Target, created: Timestamp) -> Self {
        Self {
            id,
            number,
            target,
            tags: Vec::new(),
            status: Status::ToCheck,
            priority: None,
            verdict: None,
            claimant: None,
            restated: String::new(),
            note: String::new(),
            correction: None,
            previous_quote: None,
            evidence: Vec::new(),
            contact: None,
            links: Vec::new(),
            author: None,
            created,
            modified: created,
            unknown: JsonObject::new(),
        }
    }

    /// Returns the number of bytes of the article's text that the claim covers.
    pub fn size(&self, blocks: &Blocks) -> usize {
        let parts = self.target.ranges().flat_map(|target_range| target_range.span.parts(blocks));
        parts.map(|block_range| block_range.end.get().saturating_sub(block_range.start.get())).sum()
    }

    /// Returns whether the claim needs more work: it is to be checked, somebody was asked about it,
    /// or it needs a correction.
    pub fn is_open(&self) -> bool {
        match self.status {
            Status::ToCheck | Status::Asked | Status::NeedsCorrection => true,
            Status::Verified | Status::Fixed | Status::Dropped => false,
        }
    }
}
