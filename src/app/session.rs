//! What the person is at just now; forgotten on reload.

use crate::{article::Span, id::ClaimId};

/// What the person is at.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Session {
    /// Reading.
    #[default]
    Reading,
    /// Selecting text.
    Selecting {
        /// The span as it was dragged.
        dragged: Span,
        /// The span that would be marked.
        span: Span,
        /// Whether the bar with the tags is shown.
        bar: Bar,
        /// The claim that was worked on before, and is again afterwards.
        claim: Option<ClaimId>,
    },
    /// Working on a claim.
    Claim(ClaimId),
}

/// Whether the bar with the tags is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// It is.
    Shown,
    /// The person has closed it.
    Closed,
}

/// Whether a mark may begin and end inside a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edges {
    /// Half-covered words are taken whole, and spaces at the edges are left out.
    #[default]
    Words,
    /// The selection is taken as it is.
    Exact,
}

/// Something that the person has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentences.
    pub text: String,
    /// Whether something was refused or went wrong.
    pub weight: Weight,
}

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was refused or went wrong.
    Alert,
    /// Something stored could not be read; it can be downloaded.
    Aside,
    /// Good to know.
    Remark,
}

impl Session {
    /// Working on a claim, or reading where there is none.
    pub fn on(claim: Option<ClaimId>) -> Self {
        claim.map_or(Self::Reading, Self::Claim)
    }

    /// The claim that is worked on, also while text is selected.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::Claim(claim) => Some(claim),
            Self::Selecting { claim, .. } => claim.as_ref(),
            Self::Reading => None,
        }
    }
}
