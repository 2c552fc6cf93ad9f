//! The action: the name of an act of the user, without the changes that it makes.
//!
//! It gives the text that undo and the history show, and it says whether typing joins the step
//! before.

use crate::{
    article::MetadataField,
    id::{BlockId, ClaimId, SourceId, TagId},
};

/// The name of an act of the user. Two acts with equal actions may join in one undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Action {
    ArticleAdded,
    /// The program read the article's text again in another way.
    ArticleReimported,
    ArticleDeleted,
    /// The user deleted all articles, including this one.
    ArticlesDeleted,
    KindChanged(BlockId),
    BlockSplit(BlockId),
    /// The user joined the next block to this one.
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
    /// The user archived the article.
    ArticleArchived,
    ArticleUnarchived,
    /// The user dismissed the note about the claim's words before the text was edited.
    QuoteChangeDismissed(ClaimId),
    /// The user chose a status for the claim.
    StatusChosen(ClaimId),
    PriorityChosen(ClaimId),
    /// The user edited a text field of the claim.
    ClaimFieldEdited(ClaimId),
    ClaimsLinked(ClaimId),
    ClaimsUnlinked(ClaimId),
    VerdictGiven(ClaimId),
    VerdictRemoved(ClaimId),
    /// The user edited a verdict in a sentence.
    VerdictTextEdited(ClaimId),
    /// The user edited the reason for a verdict.
    ReasonWritten(ClaimId),
    /// The user chose another scale for the article.
    ScaleChosen,
    /// The user edited the article's scale.
    ScaleChanged,
    /// The user added evidence to the claim.
    EvidenceAdded(ClaimId),
    EvidenceRemoved(ClaimId),
    EvidenceWritten(ClaimId),
    SourceWritten(SourceId),
    SourceDeleted,
    /// The user chose the other of two conflicting versions.
    ConflictResolved,
    /// The user took the article back to an earlier state.
    Restored,
}

impl Action {
    /// Returns the claim that the act is about.
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

    /// Returns the block that the act is about.
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

    /// Returns whether the act adds, removes or replaces a whole article.
    pub fn affects_whole_article(&self) -> bool {
        matches!(
            self,
            Self::ArticleAdded
                | Self::ArticleReimported
                | Self::ArticleDeleted
                | Self::ArticlesDeleted
        )
    }

    /// Returns whether the act edits or deletes a source. The user can do that in the card of a
    /// claim, too.
    pub fn edits_sources(&self) -> bool {
        matches!(self, Self::SourceWritten(_) | Self::SourceDeleted)
    }

    /// Returns whether the act belongs to the library, where an article need not be on screen.
    pub fn is_library_action(&self) -> bool {
        [Self::ArticleArchived, Self::ArticleUnarchived].contains(self)
    }
}
