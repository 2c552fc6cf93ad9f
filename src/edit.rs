//! The edit: one act of the person, as the records it changes, each with its value before and
//! after.
//!
//! The same value is applied, stored, shown as history, and turned round to undo.

use std::rc::Rc;

use crate::{
    article::{Detail, Details, Kind},
    claim::{Claim, Source, Tag},
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
    /// What changed. The order does not matter; no two changes are of the same record.
    pub changes: Vec<Change>,
}

/// What the person did, as far as it is told and joined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Act {
    ArticleAdded,
    ArticleDeleted,
    /// All articles were deleted, this one among them.
    ArticlesDeleted,
    KindChanged(BlockId),
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
    /// Of two tabs' words for one thing, the others were taken.
    OtherTaken,
    /// The article went back to what it was before.
    WentBack,
}

/// One record before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The whole article, as it comes to the library or leaves it.
    Article(Swap<Option<Box<Document>>>),
    /// What is known of the article.
    Details(Swap<Rc<Details>>),
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
            (Self::Tag(one, swap), Self::Tag(other, next)) if one == other => {
                swap.after.clone_from(&next.after);
                true
            }
            (Self::Details(swap), Self::Details(next)) => {
                swap.after.clone_from(&next.after);
                true
            }
            _ => false,
        }
    }

    /// Whether nothing is changed.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Article(_) => false,
            Self::Details(swap) => swap.before == swap.after,
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
            Self::Kind(id, swap) => {
                document.blocks().get(id).is_some_and(|it| it.kind == swap.before)
            }
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
            Self::Article(_) => {}
            Self::Details(swap) => document.set_details(Rc::clone(&swap.after)),
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
        for change in &self.changes {
            if let Change::Article(swap) = change {
                *document = swap.after.as_deref().cloned();
            } else if let Some(document) = document {
                change.apply(document);
            }
        }
    }

    /// Whether the act is typing in a field.
    pub fn is_typing(&self) -> bool {
        matches!(
            self.act,
            Act::NoteWritten(_)
                | Act::TagChanged(_)
                | Act::ArticleNoteWritten
                | Act::DetailWritten(_)
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
        match &self.act {
            Act::KindChanged(id) | Act::Looked(id) => Some(id),
            Act::ArticleAdded
            | Act::ArticleDeleted
            | Act::ArticlesDeleted
            | Act::OtherTaken
            | Act::WentBack
            | Act::ClaimMarked(_)
            | Act::ClaimDeleted(_)
            | Act::TagGiven(_)
            | Act::TagTaken(_)
            | Act::NoteWritten(_)
            | Act::TagChanged(_)
            | Act::TagsChanged
            | Act::ArticleNoteWritten
            | Act::DetailWritten(_)
            | Act::ArticleArchived
            | Act::ArticleBroughtBack => None,
        }
    }
}

impl Act {
    /// The claim that the act is about.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::ArticleAdded
            | Self::ArticleDeleted
            | Self::ArticlesDeleted
            | Self::OtherTaken
            | Self::WentBack
            | Self::KindChanged(_)
            | Self::Looked(_)
            | Self::TagChanged(_)
            | Self::TagsChanged
            | Self::ArticleNoteWritten
            | Self::DetailWritten(_)
            | Self::ArticleArchived
            | Self::ArticleBroughtBack => None,
            Self::ClaimMarked(id)
            | Self::ClaimDeleted(id)
            | Self::TagGiven(id)
            | Self::TagTaken(id)
            | Self::NoteWritten(id) => Some(id),
        }
    }

    /// Whether an article came or went as a whole.
    pub fn is_whole(&self) -> bool {
        [Self::ArticleAdded, Self::ArticleDeleted, Self::ArticlesDeleted].contains(self)
    }
    /// Whether the act was done in the library, where articles need not be on screen.
    pub fn is_of_library(&self) -> bool {
        [Self::ArticleArchived, Self::ArticleBroughtBack].contains(self)
    }
}
