//! The edit: one act of the person, as the records it changes, each with its value before and
//! after.
//!
//! The same value is applied, stored, shown as history, and turned round to undo.

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

/// One act of the person on one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What the person did.
    pub action: Action,
    /// The article.
    pub article: ArticleId,
    /// When.
    pub at: Timestamp,
    /// What changed. The order does not matter; no two changes are of the same record, but
    /// for the details and the scale of an article, and for what is told of a block.
    pub changes: Vec<Change>,
}

/// One record before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The whole article, as it comes to the library or leaves it.
    Article(Diff<Option<Box<Document>>>),
    /// What is known of the article.
    Details(Diff<Rc<ArticleMetadata>>),
    /// The scale that verdicts are taken from; it is stored with the details.
    Scale(Diff<Rc<Scale>>),
    /// What became of an imported block; `None` is that it is as it was.
    Parts(BlockId, Diff<Option<Replacement>>),
    /// The kind of a block.
    Kind(BlockId, Diff<Kind>),
    /// Whether a block has been looked at.
    Review(BlockId, Diff<Option<Rc<BlockReview>>>),
    /// A claim.
    Claim(ClaimId, Diff<Option<Rc<Claim>>>),
    /// A source.
    Source(SourceId, Diff<Option<Rc<Source>>>),
    /// A tag.
    Tag(TagId, Diff<Option<Rc<Tag>>>),
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff<T> {
    /// What it was.
    pub before: T,
    /// What it is now.
    pub after: T,
}

impl<T> Diff<T> {
    /// The swap that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

impl Change {
    /// The change that takes this one back.
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

    /// Takes what is after a further change of the same record; does nothing, and says so, when it
    /// is of another. Only what is typed goes on.
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

    /// The claim that is changed, if it is one.
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

    /// Whether nothing is changed.
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

    /// Whether a document is as it was before the change.
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

    /// Makes the change to a document that is there; the coming and going of whole articles is
    /// the library's business.
    pub fn apply(&self, document: &mut Document) {
        match self {
            // What became of blocks comes first, and together: see `Edit::apply`.
            Self::Article(_) | Self::Parts(..) => {}
            Self::Details(diff) => document.set_details(Rc::clone(&diff.after)),
            Self::Scale(diff) => document.set_scale(Rc::clone(&diff.after)),
            Self::Kind(id, diff) => document.set_kind(id, diff.after),
            Self::Review(id, diff) => document.set_looked(id, diff.after.clone()),
            Self::Claim(id, diff) => document.set_claim(id, diff.after.clone()),
            Self::Source(id, diff) => document.set_source(id, diff.after.clone()),
            Self::Tag(id, diff) => document.set_tag(id, diff.after.clone()),
        }
    }
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        let changes = self.changes.into_iter().map(Change::inverse).collect();
        Self { changes, ..self }
    }

    /// Makes the edit to the article, which is `None` where it is not in the library.
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

    /// What becomes of imported blocks.
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

    /// The further changes that belong to the edit, which is about to be made: the claims move with
    /// the text, but for those that it changes itself.
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

    /// Whether the act is typing in a field, or going through the options of a list.
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

    /// Whether both edits are typing in one and the same field.
    pub fn edits_same_field(&self, other: &Self) -> bool {
        self.is_coalescible() && self.action == other.action && self.article == other.article
    }

    /// The claim that the edit is about, to be shown when it is taken back.
    pub fn claim(&self) -> Option<&ClaimId> {
        self.action.claim()
    }

    /// The block that the edit is about, to be shown when it is taken back.
    pub fn block(&self) -> Option<&BlockId> {
        self.action.block()
    }
}
