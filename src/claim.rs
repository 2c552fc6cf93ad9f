//! The claim: a marked span with what is known and decided about it.

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

/// One claim of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The claim's name in its article.
    pub id: ClaimId,
    /// The number people call it by; counts the claims of an article as they are made.
    pub number: u32,
    /// What it is about.
    pub target: Target,
    /// The tags it carries, in the order in which they were given.
    pub tags: Vec<TagId>,
    /// How far the check is.
    pub status: Status,
    /// How urgent it is, where somebody has said so.
    pub priority: Option<Priority>,
    /// The verdict, once there is one.
    pub verdict: Option<Verdict>,
    /// Who made the claim.
    pub claimant: Option<Claimant>,
    /// The claim in words that stand alone.
    pub restated: String,
    /// The person's note, in Markdown.
    pub note: String,
    /// The words that should stand instead of the quote.
    pub correction: Option<String>,
    /// What its words were before the text was corrected, until somebody has seen that.
    pub previous_quote: Option<String>,
    /// What was found for and against it.
    pub evidence: Vec<Evidence>,
    /// Who was asked about it.
    pub contact: Option<Contact>,
    /// What it is to other claims of the article, each of them once.
    pub links: Vec<Link>,
    /// Who marked it.
    pub author: Option<String>,
    /// When it was marked.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// Members of a stored or imported claim that this version does not know.
    pub unknown: JsonObject,
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Words of the article: one piece, mostly, and then further ones in text order.
    Words {
        /// The first piece.
        first: TargetRange,
        /// The further pieces, in text order.
        rest: Vec<TargetRange>,
    },
    /// Something that is not in the words, such as a picture, at a block.
    Block(BlockId),
}

/// One range of words that a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRange {
    /// Where the words stand.
    pub span: Span,
    /// Members of an imported piece that this version does not know; those of a claim's first
    /// piece belong to the claim.
    pub unknown: JsonObject,
    /// Members of an imported `position` that this version does not know.
    pub unknown_position_members: JsonObject,
}

/// Who made a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimant {
    /// The name.
    pub name: String,
    /// What the claimant is, such as `Prime Minister`.
    pub role: Option<String>,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

impl TargetRange {
    /// The words of a span as a piece.
    pub fn new(span: Span) -> Self {
        Self { span, unknown: JsonObject::new(), unknown_position_members: JsonObject::new() }
    }
}

impl Target {
    /// Words in pieces that come in text order, each that overlaps the one before joined to it;
    /// `None` where there is none.
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

    /// The claim's pieces in text order; none where it is not about words.
    pub fn ranges(&self) -> impl Iterator<Item = &TargetRange> {
        let (first, further) = match self {
            Self::Words { first, rest: further } => (Some(first), further.as_slice()),
            Self::Block(_) => (None, [].as_slice()),
        };
        first.into_iter().chain(further)
    }

    /// The claim's words, its pieces joined by " … "; `None` where it is not about words, or they
    /// are not in `blocks`.
    pub fn quote(&self, blocks: &Blocks) -> Option<String> {
        let words: Vec<String> =
            self.ranges().filter_map(|target_range| target_range.span.text(blocks)).collect();
        (!words.is_empty()).then(|| words.join(" … "))
    }

    /// The block where the claim starts, or where it belongs.
    pub fn block(&self) -> &BlockId {
        match self {
            Self::Words { first, .. } => &first.span.start.block,
            Self::Block(block) => block,
        }
    }
}

impl Claim {
    /// A new claim about the words of a span, to be checked.
    pub fn new(id: ClaimId, number: u32, span: Span, created: Timestamp) -> Self {
        let target = Target::Words { first: TargetRange::new(span), rest: Vec::new() };
        Self::new_at(id, number, target, created)
    }

    /// A new claim about this, to be checked.
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

    /// How many bytes of the article the claim covers.
    pub fn size(&self, blocks: &Blocks) -> usize {
        let parts = self.target.ranges().flat_map(|target_range| target_range.span.parts(blocks));
        parts.map(|block_range| block_range.end.get().saturating_sub(block_range.start.get())).sum()
    }

    /// Whether somebody still has to do something about the claim.
    pub fn is_open(&self) -> bool {
        match self.status {
            Status::ToCheck | Status::Asked | Status::NeedsCorrection => true,
            Status::Verified | Status::Fixed | Status::Dropped => false,
        }
    }
}
