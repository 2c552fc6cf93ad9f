//! What one claim is to another.

use crate::{id::ClaimId, json::JsonObject};

/// What a claim is to another claim of its article; it is kept with the first and shown on both.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The other claim; it may have been deleted.
    pub claim: ClaimId,
    /// What the first is to it.
    pub kind: LinkKind,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// What a claim is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in `LINK_KINDS` say it")]
pub enum LinkKind {
    SameAs,
    Contradicts,
    DependsOn,
}

/// How a kind of link is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkKindRow {
    /// The kind.
    pub kind: LinkKind,
    /// How files name it.
    pub name: &'static str,
    /// How the first claim shows it, before the other one.
    pub label: &'static str,
    /// How the other claim shows it, before the first one.
    pub reverse: &'static str,
}

/// Every kind of link.
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
    /// How the kind is named.
    pub fn row(self) -> &'static LinkKindRow {
        let [first, ..] = &LINK_KINDS;
        LINK_KINDS.iter().find(|row| row.kind == self).unwrap_or(first)
    }
}
