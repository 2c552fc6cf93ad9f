//! What the person did.

use crate::{
    article::Detail,
    id::{BlockId, ClaimId, SourceId, TagId},
};

/// What the person did, as far as it is told and joined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Act {
    ArticleAdded,
    /// The text that the article came from was read otherwise.
    ArticleReadAgain,
    ArticleDeleted,
    /// All articles were deleted, this one among them.
    ArticlesDeleted,
    KindChanged(BlockId),
    BlockSplit(BlockId),
    /// The next block was joined to this one.
    BlocksJoined(BlockId),
    BlockCorrected(BlockId),
    ClaimMarked(ClaimId),
    ClaimDeleted(ClaimId),
    TagGiven(ClaimId),
    TagTaken(ClaimId),
    NoteWritten(ClaimId),
    Looked(BlockId),
    TagChanged(TagId),
    TagsChanged,
    ArticleNoteWritten,
    DetailWritten(Detail),
    /// The article was put out of the way, or brought back.
    ArticleArchived,
    ArticleBroughtBack,
    /// Somebody has seen what the words of a claim were before they were corrected.
    WordsSeen(ClaimId),
    /// The status of a claim, or its priority, was chosen.
    StatusChosen(ClaimId),
    PriorityChosen(ClaimId),
    /// A field of a claim was written.
    WorkWritten(ClaimId),
    ClaimsLinked(ClaimId),
    ClaimsUnlinked(ClaimId),
    VerdictGiven(ClaimId),
    VerdictTaken(ClaimId),
    /// A verdict in a sentence was written.
    SentenceWritten(ClaimId),
    /// The reason for a verdict was written.
    ReasonWritten(ClaimId),
    /// Another scale was chosen for the verdicts.
    ScaleChosen,
    /// The scale was edited.
    ScaleChanged,
    /// A claim was given evidence, or evidence was taken from it, or what is said of it was written.
    EvidenceAdded(ClaimId),
    EvidenceTaken(ClaimId),
    EvidenceWritten(ClaimId),
    SourceWritten(SourceId),
    SourceTaken,
    /// Of two tabs' words for one thing, the others were taken.
    OtherTaken,
    /// The article went back to what it was before.
    WentBack,
}

impl Act {
    /// The claim that the act is about.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::ArticleAdded
            | Self::ArticleReadAgain
            | Self::ArticleDeleted
            | Self::ArticlesDeleted
            | Self::SourceWritten(_)
            | Self::SourceTaken
            | Self::OtherTaken
            | Self::WentBack
            | Self::KindChanged(_)
            | Self::BlockSplit(_)
            | Self::BlocksJoined(_)
            | Self::BlockCorrected(_)
            | Self::Looked(_)
            | Self::TagChanged(_)
            | Self::TagsChanged
            | Self::ArticleNoteWritten
            | Self::DetailWritten(_)
            | Self::ScaleChosen
            | Self::ScaleChanged
            | Self::ArticleArchived
            | Self::ArticleBroughtBack => None,
            Self::ClaimMarked(id)
            | Self::ClaimDeleted(id)
            | Self::TagGiven(id)
            | Self::TagTaken(id)
            | Self::NoteWritten(id)
            | Self::WordsSeen(id)
            | Self::StatusChosen(id)
            | Self::PriorityChosen(id)
            | Self::WorkWritten(id)
            | Self::ClaimsLinked(id)
            | Self::ClaimsUnlinked(id)
            | Self::VerdictGiven(id)
            | Self::VerdictTaken(id)
            | Self::SentenceWritten(id)
            | Self::ReasonWritten(id)
            | Self::EvidenceAdded(id)
            | Self::EvidenceTaken(id)
            | Self::EvidenceWritten(id) => Some(id),
        }
    }

    /// The block that the act is about.
    pub fn block(&self) -> Option<&BlockId> {
        match self {
            Self::KindChanged(id)
            | Self::BlockSplit(id)
            | Self::BlocksJoined(id)
            | Self::BlockCorrected(id)
            | Self::Looked(id) => Some(id),
            Self::ArticleAdded
            | Self::ArticleReadAgain
            | Self::ArticleDeleted
            | Self::ArticlesDeleted
            | Self::OtherTaken
            | Self::WentBack
            | Self::ClaimMarked(_)
            | Self::ClaimDeleted(_)
            | Self::TagGiven(_)
            | Self::TagTaken(_)
            | Self::NoteWritten(_)
            | Self::WordsSeen(_)
            | Self::StatusChosen(_)
            | Self::PriorityChosen(_)
            | Self::WorkWritten(_)
            | Self::ClaimsLinked(_)
            | Self::ClaimsUnlinked(_)
            | Self::VerdictGiven(_)
            | Self::VerdictTaken(_)
            | Self::SentenceWritten(_)
            | Self::ReasonWritten(_)
            | Self::EvidenceAdded(_)
            | Self::EvidenceTaken(_)
            | Self::EvidenceWritten(_)
            | Self::SourceWritten(_)
            | Self::SourceTaken
            | Self::TagChanged(_)
            | Self::TagsChanged
            | Self::ArticleNoteWritten
            | Self::DetailWritten(_)
            | Self::ScaleChosen
            | Self::ScaleChanged
            | Self::ArticleArchived
            | Self::ArticleBroughtBack => None,
        }
    }

    /// Whether an article came, went or was replaced as a whole.
    pub fn is_whole(&self) -> bool {
        matches!(
            self,
            Self::ArticleAdded
                | Self::ArticleReadAgain
                | Self::ArticleDeleted
                | Self::ArticlesDeleted
        )
    }

    /// Whether a source was written or deleted, which is done at a claim, too.
    pub fn is_of_sources(&self) -> bool {
        matches!(self, Self::SourceWritten(_) | Self::SourceTaken)
    }

    /// Whether the act was done in the library, where articles need not be on screen.
    pub fn is_of_library(&self) -> bool {
        [Self::ArticleArchived, Self::ArticleBroughtBack].contains(self)
    }
}
