//! The edit: one act of the person, as the records it changes, each with its value before and
//! after.
//!
//! The same value is applied, stored, shown as history, and turned round to undo.

mod act;
mod rebase;

use std::rc::Rc;

pub use act::Act;

use crate::{
    article::{Details, Kind, Moves, Parts},
    claim::{Claim, Scale, Source, Tag},
    document::Document,
    id::{ArticleId, BlockId, ClaimId, SourceId, TagId},
    ledger::Looked,
    stamp::Time,
};

/// One act of the person on one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What the person did.
    pub act: Act,
    /// The article.
    pub article: ArticleId,
    /// When.
    pub at: Time,
    /// What changed. The order does not matter; no two changes are of the same record, but
    /// for the details and the scale of an article, and for what is told of a block.
    pub changes: Vec<Change>,
}

/// One record before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The whole article, as it comes to the library or leaves it.
    Article(Swap<Option<Box<Document>>>),
    /// What is known of the article.
    Details(Swap<Rc<Details>>),
    /// The scale that verdicts are taken from; it is stored with the details.
    Scale(Swap<Rc<Scale>>),
    /// What became of an imported block; `None` is that it is as it was.
    Parts(BlockId, Swap<Option<Parts>>),
    /// The kind of a block.
    Kind(BlockId, Swap<Kind>),
    /// Whether a block has been looked at.
    Looked(BlockId, Swap<Option<Rc<Looked>>>),
    /// A claim.
    Claim(ClaimId, Swap<Option<Rc<Claim>>>),
    /// A source.
    Source(SourceId, Swap<Option<Rc<Source>>>),
    /// A tag.
    Tag(TagId, Swap<Option<Rc<Tag>>>),
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap<T> {
    /// What it was.
    pub before: T,
    /// What it is now.
    pub after: T,
}

impl<T> Swap<T> {
    /// The swap that takes this one back.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Article(swap) => Self::Article(swap.turned()),
            Self::Details(swap) => Self::Details(swap.turned()),
            Self::Scale(swap) => Self::Scale(swap.turned()),
            Self::Parts(id, swap) => Self::Parts(id, swap.turned()),
            Self::Kind(id, swap) => Self::Kind(id, swap.turned()),
            Self::Looked(id, swap) => Self::Looked(id, swap.turned()),
            Self::Claim(id, swap) => Self::Claim(id, swap.turned()),
            Self::Source(id, swap) => Self::Source(id, swap.turned()),
            Self::Tag(id, swap) => Self::Tag(id, swap.turned()),
        }
    }

    /// Takes what is after a further change of the same record; does nothing, and says so, when it
    /// is of another. Only what is typed goes on.
    pub fn go_on(&mut self, further: &Self) -> bool {
        match (self, further) {
            (Self::Claim(one, swap), Self::Claim(other, next)) if one == other => {
                swap.after.clone_from(&next.after);
                true
            }
            (Self::Source(one, swap), Self::Source(other, next)) if one == other => {
                swap.after.clone_from(&next.after);
                true
            }
            (Self::Tag(one, swap), Self::Tag(other, next)) if one == other => {
                swap.after.clone_from(&next.after);
                true
            }
            (Self::Details(swap), Self::Details(next)) => {
                swap.after.clone_from(&next.after);
                true
            }
            (Self::Scale(swap), Self::Scale(next)) => {
                swap.after.clone_from(&next.after);
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
            | Self::Looked(..)
            | Self::Source(..)
            | Self::Tag(..) => None,
        }
    }

    /// Whether nothing is changed.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Article(_) => false,
            Self::Details(swap) => swap.before == swap.after,
            Self::Scale(swap) => swap.before == swap.after,
            Self::Parts(_, swap) => swap.before == swap.after,
            Self::Kind(_, swap) => swap.before == swap.after,
            Self::Looked(_, swap) => swap.before == swap.after,
            Self::Claim(_, swap) => swap.before == swap.after,
            Self::Source(_, swap) => swap.before == swap.after,
            Self::Tag(_, swap) => swap.before == swap.after,
        }
    }

    /// Whether a document is as it was before the change.
    pub fn is_before(&self, document: &Document) -> bool {
        match self {
            Self::Article(_) => true,
            Self::Details(swap) => swap.before == *document.details(),
            Self::Scale(swap) => swap.before == *document.scale(),
            Self::Parts(id, swap) => swap.before.as_ref() == document.blocks().parts(id),
            Self::Kind(id, swap) => swap.before == document.blocks().kind(id),
            Self::Looked(id, swap) => swap.before.as_ref() == document.looked(id),
            Self::Claim(id, swap) => swap.before.as_ref() == document.claim(id),
            Self::Source(id, swap) => swap.before.as_ref() == document.source(id),
            Self::Tag(id, swap) => swap.before.as_ref() == document.tag(id),
        }
    }

    /// Makes the change to a document that is there; the coming and going of whole articles is
    /// the library's business.
    pub fn apply(&self, document: &mut Document) {
        match self {
            // What became of blocks comes first, and together: see `Edit::apply`.
            Self::Article(_) | Self::Parts(..) => {}
            Self::Details(swap) => document.set_details(Rc::clone(&swap.after)),
            Self::Scale(swap) => document.set_scale(Rc::clone(&swap.after)),
            Self::Kind(id, swap) => document.set_kind(id, swap.after),
            Self::Looked(id, swap) => document.set_looked(id, swap.after.clone()),
            Self::Claim(id, swap) => document.set_claim(id, swap.after.clone()),
            Self::Source(id, swap) => document.set_source(id, swap.after.clone()),
            Self::Tag(id, swap) => document.set_tag(id, swap.after.clone()),
        }
    }
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn turned(self) -> Self {
        let changes = self.changes.into_iter().map(Change::turned).collect();
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
            if let Change::Article(swap) = change {
                *document = swap.after.as_deref().cloned();
            } else if let Some(document) = document {
                change.apply(document);
            }
        }
    }

    /// What becomes of imported blocks.
    fn parts(&self) -> impl Iterator<Item = (BlockId, Option<Parts>)> {
        self.changes.iter().filter_map(|change| match change {
            Change::Parts(root, swap) => Some((root.clone(), swap.after.clone())),
            Change::Article(_)
            | Change::Details(_)
            | Change::Scale(_)
            | Change::Kind(..)
            | Change::Looked(..)
            | Change::Claim(..)
            | Change::Source(..)
            | Change::Tag(..) => None,
        })
    }

    /// The further changes that belong to the edit, which is about to be made: the claims move with
    /// the text, but for those that it changes itself.
    pub fn carried(&self, document: &Document) -> Vec<Change> {
        let mut parts = self.parts().peekable();
        let (old, mut new) = (document.blocks(), document.blocks().clone());
        if parts.peek().is_none() || !new.set_parts(parts) {
            return Vec::new();
        }
        let moves = Moves::between(old, &new);
        let own: Vec<&ClaimId> = self.changes.iter().filter_map(Change::claim).collect();
        let carried = document.claims().filter(|claim| !own.contains(&&claim.id));
        let carried = carried.filter_map(|claim| {
            let after = claim.moved(&moves, old, &new, self.at)?;
            let swap = Swap { before: Some(Rc::clone(claim)), after: Some(Rc::new(after)) };
            Some(Change::Claim(claim.id.clone(), swap))
        });
        carried.collect()
    }

    /// Whether the act is typing in a field, or going through the options of a list.
    pub fn is_typing(&self) -> bool {
        matches!(
            self.act,
            Act::NoteWritten(_)
                | Act::TagChanged(_)
                | Act::ArticleNoteWritten
                | Act::DetailWritten(_)
                | Act::WorkWritten(_)
                | Act::SentenceWritten(_)
                | Act::ReasonWritten(_)
                | Act::ScaleChosen
                | Act::ScaleChanged
                | Act::EvidenceWritten(_)
                | Act::SourceWritten(_)
        )
    }

    /// Whether both edits are typing in one and the same field.
    pub fn is_of_one_field_with(&self, other: &Self) -> bool {
        self.is_typing() && self.act == other.act && self.article == other.article
    }

    /// The claim that the edit is about, to be shown when it is taken back.
    pub fn claim(&self) -> Option<&ClaimId> {
        self.act.claim()
    }

    /// The block that the edit is about, to be shown when it is taken back.
    pub fn block(&self) -> Option<&BlockId> {
        self.act.block()
    }
}
