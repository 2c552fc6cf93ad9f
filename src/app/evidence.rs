//! Messages about evidence and sources, and the text fields of sources.
//!
//! Evidence is one use of a source by one claim; a source belongs to the article, and several
//! claims may use it. [`SOURCE_FIELDS`] lists the text fields of a source in the order of the page.

use crate::{
    claim::{Evidence, Source, SourceKind, Stance},
    id::{ClaimId, SourceId},
};

/// A message about evidence or sources.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceMsg {
    /// The user named a source for a claim, by an address or in words. If the article has a source
    /// with that name, the claim uses it.
    SourceNamed(ClaimId, String),
    /// The user chose a source of the article for a claim.
    SourcePicked(ClaimId, SourceId),
    /// The user removed a piece of evidence from its claim.
    Removed(EvidenceRef),
    /// The user chose whether the source supports or refutes the claim or gives context.
    StanceChosen(EvidenceRef, Stance),
    /// The user typed in a text field of a piece of evidence: the new text.
    Typed(EvidenceRef, EvidenceField, String),
    /// The user typed in a text field of a source: the new text.
    SourceTyped(SourceId, SourceField, String),
    /// The user chose the kind of a source, or `None`.
    KindChosen(SourceId, Option<SourceKind>),
    /// The user pressed the button that deletes a source. The first time, if claims use the source,
    /// the dialog only shows what deleting it would change; the second time, the program keeps the
    /// source.
    SourceTaken(SourceId),
    /// The user confirmed that the source and all evidence from it be deleted.
    SourceDeleted(SourceId),
    /// The user selected a claim in the list of sources.
    ClaimShown(ClaimId),
}

/// A reference to one piece of evidence: a use of a source by a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRef {
    /// The claim.
    pub claim: ClaimId,
    /// The source.
    pub source: SourceId,
    /// The index of the use among the uses of the same source by the claim, from 0.
    pub nth: usize,
}

impl EvidenceRef {
    /// Returns the references to all evidence of a claim, in the order of `evidence`.
    pub fn all(claim: &ClaimId, evidence: &[Evidence]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for it in evidence {
            let nth = all.iter().filter(|other| other.source == it.source).count();
            all.push(Self { claim: claim.clone(), source: it.source.clone(), nth });
        }
        all
    }

    /// Returns the index of the use in the evidence of its claim, from 0; `None` if the claim no
    /// longer has it.
    pub fn position(&self, evidence: &[Evidence]) -> Option<usize> {
        let own = evidence.iter().enumerate().filter(|(_, it)| it.source == self.source);
        own.map(|(at, _)| at).nth(self.nth)
    }
}

/// A text field of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceField {
    /// The words of the source that serve as evidence.
    Quote,
    /// The user's note.
    Note,
}

/// A text field of a source. An empty text means that nothing is known.
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

/// The names of a text field of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFieldRow {
    /// The field.
    pub field: SourceField,
    /// The label that the user reads.
    pub label: &'static str,
    /// The placeholder that the empty field shows.
    pub hint: &'static str,
}

/// All text fields of a source, in the order in which the page shows them.
pub const SOURCE_FIELDS: [SourceFieldRow; 9] = [
    row(SourceField::Title, "Title", "Name of the source, or who said it"),
    row(SourceField::Url, "Link", "https://"),
    row(SourceField::Archived, "Archived link", "https://"),
    row(SourceField::Publisher, "Publisher", ""),
    row(SourceField::Date, "Published on", "2026-11-22"),
    row(SourceField::Accessed, "Accessed on", "2026-11-22"),
    row(SourceField::Locator, "Page or time", "p. 4, 00:12:30"),
    row(SourceField::Contact, "Contact", "Name, phone, e-mail"),
    row(SourceField::Note, "Note on the source", ""),
];

const fn row(field: SourceField, label: &'static str, hint: &'static str) -> SourceFieldRow {
    SourceFieldRow { field, label, hint }
}

impl SourceField {
    /// Returns whether the text of the field may have several lines.
    pub fn has_lines(self) -> bool {
        [Self::Contact, Self::Note].contains(&self)
    }

    /// Returns the text of the field; an empty string if nothing is known.
    pub fn value(self, source: &Source) -> &str {
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

    /// Sets the text of the field. An empty text removes the value.
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
