//! What the person did.

use crate::{
    article::MetadataField,
    id::{BlockId, ClaimId, SourceId, TagId},
};

/// What the person did, as far as it is told and joined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Action {
    ArticleAdded,
    /// The text that the article came from was read otherwise.
    ArticleReimported,
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
    TagAdded(ClaimId),
    TagRemoved(ClaimId),
    NoteWritten(ClaimId),
    BlockReviewed(BlockId),
    TagChanged(TagId),
    TagsChanged,
    ArticleNoteWritten,
    DetailWritten(MetadataField),
    /// The article was put out of the way, or brought back.
    ArticleArchived,
    ArticleUnarchived,
    /// Somebody has seen what the words of a claim were before they were corrected.
    QuoteChangeDismissed(ClaimId),
    /// The status of a claim, or its priority, was chosen.
    StatusChosen(ClaimId),
    PriorityChosen(ClaimId),
    /// A field of a claim was written.
    ClaimFieldEdited(ClaimId),
    ClaimsLinked(ClaimId),
    ClaimsUnlinked(ClaimId),
    VerdictGiven(ClaimId),
    VerdictRemoved(ClaimId),
    /// A verdict in a sentence was written.
    VerdictTextEdited(ClaimId),
    /// The reason for a verdict was written.
    ReasonWritten(ClaimId),
    /// Another scale was chosen for the verdicts.
    ScaleChosen,
    /// The scale was edited.
    ScaleChanged,
    /// A claim was given evidence, or evidence was taken from it, or what is said of it was written.
    EvidenceAdded(ClaimId),
    EvidenceRemoved(ClaimId),
    EvidenceWritten(ClaimId),
    SourceWritten(SourceId),
    SourceDeleted,
    /// Of two tabs' words for one thing, the others were taken.
    ConflictResolved,
    /// The article went back to what it was before.
    Restored,
}

impl Action {
    /// The claim that the act is about.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::ArticleAdded
            | Self::ArticleReimported
            | Self::ArticleDeleted
            | Self::ArticlesDeleted
            | Self::SourceWritten(_)
            | Self::SourceDeleted
            | Self::ConflictResolved
            | Self::Restored
            | Self::KindChanged(_)
            | Self::BlockSplit(_)
            | Self::BlocksJoined(_)
            | Self::BlockCorrected(_)
            | Self::BlockReviewed(_)
            | Self::TagChanged(_)
            | Self::TagsChanged
            | Self::ArticleNoteWritten
            | Self::DetailWritten(_)
            | Self::ScaleChosen
            | Self::ScaleChanged
            | Self::ArticleArchived
            | Self::ArticleUnarchived => None,
            Self::ClaimMarked(id)
            | Self::ClaimDeleted(id)
            | Self::TagAdded(id)
            | Self::TagRemoved(id)
            | Self::NoteWritten(id)
            | Self::QuoteChangeDismissed(id)
            | Self::StatusChosen(id)
            | Self::PriorityChosen(id)
            | Self::ClaimFieldEdited(id)
            | Self::ClaimsLinked(id)
            | Self::ClaimsUnlinked(id)
            | Self::VerdictGiven(id)
            | Self::VerdictRemoved(id)
            | Self::VerdictTextEdited(id)
            | Self::ReasonWritten(id)
            | Self::EvidenceAdded(id)
            | Self::EvidenceRemoved(id)
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
            | Self::BlockReviewed(id) => Some(id),
            Self::ArticleAdded
            | Self::ArticleReimported
            | Self::ArticleDeleted
            | Self::ArticlesDeleted
            | Self::ConflictResolved
            | Self::Restored
            | Self::ClaimMarked(_)
            | Self::ClaimDeleted(_)
            | Self::TagAdded(_)
            | Self::TagRemoved(_)
            | Self::NoteWritten(_)
            | Self::QuoteChangeDismissed(_)
            | Self::StatusChosen(_)
            | Self::PriorityChosen(_)
            | Self::ClaimFieldEdited(_)
            | Self::ClaimsLinked(_)
            | Self::ClaimsUnlinked(_)
            | Self::VerdictGiven(_)
            | Self::VerdictRemoved(_)
            | Self::VerdictTextEdited(_)
            | Self::ReasonWritten(_)
            | Self::EvidenceAdded(_)
            | Self::EvidenceRemoved(_)
            | Self::EvidenceWritten(_)
            | Self::SourceWritten(_)
            | Self::SourceDeleted
            | Self::TagChanged(_)
            | Self::TagsChanged
            | Self::ArticleNoteWritten
            | Self::DetailWritten(_)
            | Self::ScaleChosen
            | Self::ScaleChanged
            | Self::ArticleArchived
            | Self::ArticleUnarchived => None,
        }
    }

    /// Whether an article came, went or was replaced as a whole.
    pub fn affects_whole_article(&self) -> bool {
        matches!(
            self,
            Self::ArticleAdded
                | Self::ArticleReimported
                | Self::ArticleDeleted
                | Self::ArticlesDeleted
        )
    }

    /// Whether a source was written or deleted, which is done at a claim, too.
    pub fn edits_sources(&self) -> bool {
        matches!(self, Self::SourceWritten(_) | Self::SourceDeleted)
    }

    /// Whether the act was done in the library, where articles need not be on screen.
    pub fn is_library_action(&self) -> bool {
        [Self::ArticleArchived, Self::ArticleUnarchived].contains(self)
    }
}
