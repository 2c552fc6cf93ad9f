//! The claim: a marked span with what is known and decided about it.

mod address;
mod changed;
mod contact;
mod evidence;
mod link;
mod moved;
mod scales;
mod size;
mod status;
mod tag;
mod verdict;

pub use address::WebAddress;
pub use contact::{Contact, Enquiry, day_of};
pub use evidence::{Evidence, SOURCE_KINDS, STANCES, Source, SourceKind, Stance};
pub use link::{LINK_KINDS, Link, LinkKind, LinkKindRow};
pub use scales::{SHIPPED_SCALES, ShippedScale, shipped_scale};
pub use status::{PRIORITIES, Priority, STATUSES, Status};
pub use tag::{COLORS, Color, Digit, SHIPPED_TAGS, Tag, new_tag, shipped_tags, tidy_label};
pub use verdict::{Rating, Scale, Standing, Verdict, WrittenNumber};

use crate::{
    article::{Blocks, Place, Span},
    id::{BlockId, ClaimId, TagId},
    json::Members,
    stamp::Time,
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
    pub corrected: Option<String>,
    /// What was found for and against it.
    pub evidence: Vec<Evidence>,
    /// Who was asked about it.
    pub contact: Option<Contact>,
    /// What it is to other claims of the article, each of them once.
    pub links: Vec<Link>,
    /// Who marked it.
    pub author: Option<String>,
    /// When it was marked.
    pub created: Time,
    /// When it was last changed.
    pub modified: Time,
    /// Members of a stored or imported claim that this version does not know.
    pub unknown: Members,
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Words of the article: one piece, mostly, and then further ones in text order.
    Words {
        /// The first piece.
        first: Piece,
        /// The further pieces, in text order.
        further: Vec<Piece>,
    },
    /// Something that is not in the words, such as a picture, at a block.
    Block(BlockId),
}

/// One range of words that a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where the words stand.
    pub span: Span,
    /// Members of an imported piece that this version does not know; those of a claim's first
    /// piece belong to the claim.
    pub unknown: Members,
    /// Members of an imported `position` that this version does not know.
    pub unknown_position: Members,
}

/// Who made a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimant {
    /// The name.
    pub name: String,
    /// What the claimant is, such as `Prime Minister`.
    pub role: Option<String>,
    /// Members that this version does not know.
    pub unknown: Members,
}

impl Piece {
    /// The words of a span as a piece.
    pub fn new(span: Span) -> Self {
        Self { span, unknown: Members::new(), unknown_position: Members::new() }
    }
}

impl Target {
    /// Words in pieces that come in text order, each that overlaps the one before joined to it;
    /// `None` where there is none.
    pub fn of_pieces(pieces: impl IntoIterator<Item = Piece>, blocks: &Blocks) -> Option<Self> {
        let order = |place: &Place| (blocks.position(&place.block), place.offset);
        let mut left: Vec<Piece> = Vec::new();
        for piece in pieces {
            match left.last_mut() {
                Some(last) if order(&piece.span.start) < order(&last.span.end) => {
                    if order(&last.span.end) < order(&piece.span.end) {
                        last.span.end = piece.span.end;
                    }
                }
                Some(_) | None => left.push(piece),
            }
        }
        let mut left = left.into_iter();
        Some(Self::Words { first: left.next()?, further: left.collect() })
    }

    /// The claim's pieces in text order; none where it is not about words.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let (first, further) = match self {
            Self::Words { first, further } => (Some(first), further.as_slice()),
            Self::Block(_) => (None, [].as_slice()),
        };
        first.into_iter().chain(further)
    }

    /// The claim's words, its pieces joined by " … "; `None` where it is not about words, or they
    /// are not in `blocks`.
    pub fn quote(&self, blocks: &Blocks) -> Option<String> {
        let words: Vec<String> =
            self.pieces().filter_map(|piece| piece.span.words(blocks)).collect();
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
    pub fn new(id: ClaimId, number: u32, span: Span, created: Time) -> Self {
        let target = Target::Words { first: Piece::new(span), further: Vec::new() };
        Self::about(id, number, target, created)
    }

    /// A new claim about this, to be checked.
    pub fn about(id: ClaimId, number: u32, target: Target, created: Time) -> Self {
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
            corrected: None,
            evidence: Vec::new(),
            contact: None,
            links: Vec::new(),
            author: None,
            created,
            modified: created,
            unknown: Members::new(),
        }
    }

    /// How many bytes of the article the claim covers.
    pub fn size(&self, blocks: &Blocks) -> usize {
        let parts = self.target.pieces().flat_map(|piece| piece.span.parts(blocks));
        parts.map(|part| part.end.get().saturating_sub(part.start.get())).sum()
    }

    /// Whether somebody still has to do something about the claim.
    pub fn is_open(&self) -> bool {
        match self.status {
            Status::ToCheck | Status::Asked | Status::NeedsCorrection => true,
            Status::Verified | Status::Fixed | Status::Dropped => false,
        }
    }
}
