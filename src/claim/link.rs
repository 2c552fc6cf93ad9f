//! Links between claims of one article, such as "contradicts" or "depends on".
//!
//! The document stores a link with one of the two claims and shows it on both.

use crate::{id::ClaimId, json::JsonObject};

/// A relation of a claim to another claim of its article. The claim that holds the link is its
/// first claim; both claims show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The other claim. The user may have deleted it.
    pub claim: ClaimId,
    /// The relation of the first claim to the other one.
    pub kind: LinkKind,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// The relation of one claim to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `LINK_KINDS` say it")]
pub enum LinkKind {
    SameAs,
    Contradicts,
    DependsOn,
}

/// The names of a kind of link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkKindRow {
    /// The kind.
    pub kind: LinkKind,
    /// The kind's name in files.
    pub name: &'static str,
    /// The label that the first claim shows before the other claim.
    pub label: &'static str,
    /// The label that the other claim shows before the first claim.
    pub reverse: &'static str,
}

/// Every kind of link with its names.
pub const LINK_KINDS: [LinkKindRow; 3] = [
    LinkKindRow { kind: LinkKind::SameAs, name: "same-as", label: "Same as", reverse: "Same as" },
    LinkKindRow {
        kind: LinkKind::Contradicts,
        name: "contradicts",
        label: "Contradicts",
        reverse: "Contradicted by",
    },
    LinkKindRow {
        kind: LinkKind::DependsOn,
        name: "depends-on",
        label: "Depends on",
        reverse: "Needed by",
    },
];

impl LinkKind {
    /// Returns the names of the kind.
    pub fn row(self) -> &'static LinkKindRow {
        let [first, ..] = &LINK_KINDS;
        LINK_KINDS.iter().find(|row| row.kind == self).unwrap_or(first)
    }
}
