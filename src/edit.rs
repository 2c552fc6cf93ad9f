//! The edit: one act of the user, as the list of records that it changes, each with its value
//! before and after.
//!
//! The program applies an edit, stores it in the journal and lists it in the history. To undo an
//! edit it applies the inverse.

mod action;
mod rebase;

use std::rc::Rc;

pub use action::Action;

use crate::{
    article::{ArticleMetadata, Kind, Replacement, SpanMapping},
    claim::{Claim, Scale, Source, Tag},
    document::Document,
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    review::BlockReview,
    time::Timestamp,
};

/// One act of the user on one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The name of the act.
    pub action: Action,
    /// The identifier of the article.
    pub article: ArticleId,
    /// When the user acted.
    pub at: Timestamp,
    /// The changes, in any order. At most one change belongs to each record, with two exceptions:
    /// details and scale of an article share a record, and so do the parts, kind and review of a
    /// block.
    pub changes: Vec<Change>,
}

/// One record before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The whole article, when it enters or leaves the library.
    Article(Diff<Option<Box<Document>>>),
    /// The article's metadata.
    Details(Diff<Rc<ArticleMetadata>>),
    /// The scale that verdicts choose from; it is stored with the details.
    Scale(Diff<Rc<Scale>>),
    /// The blocks that an imported block has become; `None` if it is unchanged.
    Parts(BlockId, Diff<Option<Replacement>>),
    /// The kind of a block.
    Kind(BlockId, Diff<Kind>),
    /// The review of a block; `None` if the user has not looked at it.
    Review(BlockId, Diff<Option<Rc<BlockReview>>>),
    /// A claim; `None` if it does not exist.
    Claim(ClaimId, Diff<Option<Rc<Claim>>>),
    /// A source; `None` if it does not exist.
    Source(SourceId, Diff<Option<Rc<Source>>>),
    /// A tag; `None` if it does not exist.
    Tag(TagId, Diff<Option<Rc<Tag>>>),
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff<T> {
    /// The value before the change.
    pub before: T,
    /// The value after the change.
    pub after: T,
}

impl<T> Diff<T> {
    /// Returns the diff that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

impl Change {
    /// Returns the change that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Article(diff) => Self::Article(diff.inverse()),
            Self::Details(diff) => Self::Details(diff.inverse()),
            Self::Scale(diff) => Self::Scale(diff.inverse()),
            Self::Parts(id, diff) => Self::Parts(id, diff.inverse()),
            Self::Kind(id, diff) => Self::Kind(id, diff.inverse()),
            Self::Review(id, diff) => Self::Review(id, diff.inverse()),
            Self::Claim(id, diff) => Self::Claim(id, diff.inverse()),
            Self::Source(id, diff) => Self::Source(id, diff.inverse()),
            Self::Tag(id, diff) => Self::Tag(id, diff.inverse()),
        }
    }

    /// Extends the change to the result of a further change of the same record. Returns `false` and
    /// does nothing if the records differ or are of a kind that the user does not type in.
    pub fn coalesce(&mut self, further: &Self) -> bool {
        match (self, further) {
            (Self::Claim(one, diff), Self::Claim(other, next)) if one == other => {
                diff.after.clone_from(&next.after);
                true
            }
            (Self::Source(one, diff), Self::Source(other, next)) if one == other => {
                diff.after.clone_from(&next.after);
                true
            }
            (Self::Tag(one, diff), Self::Tag(other, next)) if one == other => {
                diff.after.clone_from(&next.after);
                true
            }
            (Self::Details(diff), Self::Details(next)) => {
                diff.after.clone_from(&next.after);
                true
            }
            (Self::Scale(diff), Self::Scale(next)) => {
                diff.after.clone_from(&next.after);
                true
            }
            _ => false,
        }
    }

    /// Returns the claim that changes, if the change is one of a claim.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::Claim(id, _) => Some(id),
            Self::Article(_)
            | Self::Details(_)
            | Self::Scale(_)
            | Self::Parts(..)
            | Self::Kind(..)
            | Self::Review(..)
            | Self::Source(..)
            | Self::Tag(..) => None,
        }
    }

    /// Returns whether the values before and after are the same.
    pub fn is_noop(&self) -> bool {
        match self {
            Self::Article(_) => false,
            Self::Details(diff) => diff.before == diff.after,
            Self::Scale(diff) => diff.before == diff.after,
            Self::Parts(_, diff) => diff.before == diff.after,
            Self::Kind(_, diff) => diff.before == diff.after,
            Self::Review(_, diff) => diff.before == diff.after,
            Self::Claim(_, diff) => diff.before == diff.after,
            Self::Source(_, diff) => diff.before == diff.after,
            Self::Tag(_, diff) => diff.before == diff.after,
        }
    }

    /// Returns whether the document has the value from before the change.
    pub fn matches_before(&self, document: &Document) -> bool {
        match self {
            Self::Article(_) => true,
            Self::Details(diff) => diff.before == *document.details(),
            Self::Scale(diff) => diff.before == *document.scale(),
            Self::Parts(id, diff) => diff.before.as_ref() == document.blocks().parts(id),
            Self::Kind(id, diff) => diff.before == document.blocks().kind(id),
            Self::Review(id, diff) => diff.before.as_ref() == document.review(id),
            Self::Claim(id, diff) => diff.before.as_ref() == document.claim(id),
            Self::Source(id, diff) => diff.before.as_ref() == document.source(id),
            Self::Tag(id, diff) => diff.before.as_ref() == document.tag(id),
        }
    }

    /// Makes the change in a document. Does nothing for changes of whole articles, which the
    /// library makes.
    pub fn apply(&self, document: &mut Document) {
        match self {
            // `Edit::apply` makes all changes of parts together, before all others.
            Self::Article(_) | Self::Parts(..) => {}
            Self::Details(diff) => document.set_details(Rc::clone(&diff.after)),
            Self::Scale(diff) => document.set_scale(Rc::clone(&diff.after)),
            Self::Kind(id, diff) => document.set_kind(id, diff.after),
            Self::Review(id, diff) => document.set_review(id, diff.after.clone()),
            Self::Claim(id, diff) => document.set_claim(id, diff.after.clone()),
            Self::Source(id, diff) => document.set_source(id, diff.after.clone()),
            Self::Tag(id, diff) => document.set_tag(id, diff.after.clone()),
        }
    }
}

impl Edit {
    /// Returns the edit that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        let changes = self.changes.into_iter().map(Change::inverse).collect();
        Self { changes, ..self }
    }

    /// Makes the edit in an article's document, which is `None` if the article is not in the
    /// library.
    pub fn apply(&self, document: &mut Option<Document>) {
        let mut parts = self.parts().peekable();
        if let Some(document) = document
            && parts.peek().is_some()
        {
            document.set_parts(parts);
        }
        for change in &self.changes {
            if let Change::Article(diff) = change {
                *document = diff.after.as_deref().cloned();
            } else if let Some(document) = document {
                change.apply(document);
            }
        }
    }

    /// Returns the imported blocks that the edit changes, with the blocks that they become.
    fn parts(&self) -> impl Iterator<Item = (BlockId, Option<Replacement>)> {
        self.changes.iter().filter_map(|change| match change {
            Change::Parts(root, diff) => Some((root.clone(), diff.after.clone())),
            Change::Article(_)
            | Change::Details(_)
            | Change::Scale(_)
            | Change::Kind(..)
            | Change::Review(..)
            | Change::Claim(..)
            | Change::Source(..)
            | Change::Tag(..) => None,
        })
    }

    /// Returns the changes that move claims with the text when the edit changes blocks, except for
    /// claims that the edit changes itself. Call it before the edit is made, and add the changes to
    /// the edit.
    pub fn follow_up_claim_moves(&self, document: &Document) -> Vec<Change> {
        let mut parts = self.parts().peekable();
        let (old, mut new) = (document.blocks(), document.blocks().clone());
        if parts.peek().is_none() || !new.set_parts(parts) {
            return Vec::new();
        }
        let span_mapping = SpanMapping::between(old, &new);
        let own: Vec<&ClaimId> = self.changes.iter().filter_map(Change::claim).collect();
        let carried = document.claims().filter(|claim| !own.contains(&&claim.id));
        let carried = carried.filter_map(|claim| {
            let after = claim.remap(&span_mapping, old, &new, self.at)?;
            let diff = Diff { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
            Some(Change::Claim(claim.id.clone(), diff))
        });
        carried.collect()
    }

    /// Returns whether the act is typing in a field, or stepping through the options of a list.
    pub fn is_coalescible(&self) -> bool {
        matches!(
            self.action,
            Action::NoteWritten(_)
                | Action::TagChanged(_)
                | Action::ArticleNoteWritten
                | Action::DetailWritten(_)
                | Action::ClaimFieldEdited(_)
                | Action::VerdictTextEdited(_)
                | Action::ReasonWritten(_)
                | Action::ScaleChosen
                | Action::ScaleChanged
                | Action::EvidenceWritten(_)
                | Action::SourceWritten(_)
        )
    }

    /// Returns whether both edits are typing in the same field of the same article.
    pub fn edits_same_field(&self, other: &Self) -> bool {
        self.is_coalescible() && self.action == other.action && self.article == other.article
    }

    /// Returns the claim that the edit is about. The page shows it after undo.
    pub fn claim(&self) -> Option<&ClaimId> {
        self.action.claim()
    }

    /// Returns the block that the edit is about. The page shows it after undo.
    pub fn block(&self) -> Option<&BlockId> {
        self.action.block()
    }
}
