//! What was found for and against claims, and the sources that it comes from.

use crate::{
    claim::{Evidence, Source, SourceKind, Stance},
    id::{ClaimId, SourceId},
};

/// Something about evidence or sources.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceMsg {
    /// A source was named for a claim, by an address or in words; one of that name is used again.
    SourceNamed(ClaimId, String),
    /// A source of the article was chosen for a claim.
    SourcePicked(ClaimId, SourceId),
    /// A use was taken from its claim.
    Removed(EvidenceRef),
    /// It was said what the source does to the claim.
    StanceChosen(EvidenceRef, Stance),
    /// Something was written about a use.
    Typed(EvidenceRef, EvidenceField, String),
    /// Something was written about a source.
    SourceTyped(SourceId, SourceField, String),
    /// It was said what sort of source it is.
    KindChosen(SourceId, Option<SourceKind>),
    /// A source is to be deleted; where claims use it, this says first what that would touch, and
    /// the next time that all is kept.
    SourceTaken(SourceId),
    /// It is to be deleted with its uses, which were told.
    SourceDeleted(SourceId),
    /// The claim of a use was picked in the list of sources.
    ClaimShown(ClaimId),
}

/// One use of a source for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRef {
    /// The claim.
    pub claim: ClaimId,
    /// The source.
    pub source: SourceId,
    /// Which of the claim's uses of that source it is, from 0 on.
    pub nth: usize,
}

impl EvidenceRef {
    /// The uses of sources for a claim, as its evidence is listed.
    pub fn all(claim: &ClaimId, evidence: &[Evidence]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for it in evidence {
            let nth = all.iter().filter(|other| other.source == it.source).count();
            all.push(Self { claim: claim.clone(), source: it.source.clone(), nth });
        }
        all
    }

    /// Where it stands in the evidence of its claim.
    pub fn position(&self, evidence: &[Evidence]) -> Option<usize> {
        let own = evidence.iter().enumerate().filter(|(_, it)| it.source == self.source);
        own.map(|(at, _)| at).nth(self.nth)
    }
}

/// A field of a use that is a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceField {
    /// The words of the source.
    Passage,
    /// The person's note.
    Note,
}

/// A field of a source that is a text; an empty one is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `SOURCE_FIELDS` say it")]
pub enum SourceField {
    Title,
    Url,
    Archived,
    Publisher,
    Date,
    Accessed,
    Locator,
    Contact,
    Note,
}

/// How a field of a source is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFieldRow {
    /// The field.
    pub field: SourceField,
    /// How the person reads it.
    pub label: &'static str,
    /// What stands in it while it is empty.
    pub hint: &'static str,
}

/// Every field of a source that is a text, in the order in which they are shown.
pub const SOURCE_FIELDS: [SourceFieldRow; 9] = [
    row(SourceField::Title, "Title", "What it is called, or who said it"),
    row(SourceField::Url, "Link", "https://"),
    row(SourceField::Archived, "Archived link", "https://"),
    row(SourceField::Publisher, "Publisher", ""),
    row(SourceField::Date, "Published on", "2026-11-22"),
    row(SourceField::Accessed, "Looked at on", "2026-11-22"),
    row(SourceField::Locator, "Page or time", "p. 4, 00:12:30"),
    row(SourceField::Contact, "Contact", "Name, telephone, mail"),
    row(SourceField::Note, "Note on the source", ""),
];

const fn row(field: SourceField, label: &'static str, hint: &'static str) -> SourceFieldRow {
    SourceFieldRow { field, label, hint }
}

impl SourceField {
    /// Whether it may have several lines.
    pub fn has_lines(self) -> bool {
        [Self::Contact, Self::Note].contains(&self)
    }

    /// What the field says; empty where nothing is known.
    pub fn said(self, source: &Source) -> &str {
        let said = match self {
            Self::Title => &source.title,
            Self::Url => &source.url,
            Self::Archived => &source.archived,
            Self::Publisher => &source.publisher,
            Self::Date => &source.date,
            Self::Accessed => &source.accessed,
            Self::Locator => &source.locator,
            Self::Contact => &source.contact,
            Self::Note => &source.note,
        };
        said.as_deref().unwrap_or_default()
    }

    /// Writes the field.
    pub fn write(self, source: &mut Source, text: String) {
        let field = match self {
            Self::Title => &mut source.title,
            Self::Url => &mut source.url,
            Self::Archived => &mut source.archived,
            Self::Publisher => &mut source.publisher,
            Self::Date => &mut source.date,
            Self::Accessed => &mut source.accessed,
            Self::Locator => &mut source.locator,
            Self::Contact => &mut source.contact,
            Self::Note => &mut source.note,
        };
        *field = Some(text).filter(|text| !text.is_empty());
    }
}
