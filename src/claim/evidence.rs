//! Sources, and the evidence that a claim takes from them.
//!
//! A source belongs to the article and may serve several claims. An `Evidence` is one use of a
//! source by one claim.

use crate::{id::SourceId, json::JsonObject};

use super::normalize_label;
use crate::web_url::WebUrl;

/// A document or a person that evidence comes from. Only the identifier is always known.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The source's identifier within its article.
    pub id: SourceId,
    /// The source's address, as the user wrote it.
    pub url: Option<String>,
    /// The address of a permanent copy, such as one in a web archive.
    pub archived: Option<String>,
    /// The source's title.
    pub title: Option<String>,
    /// Who published the source.
    pub publisher: Option<String>,
    /// When the source was published, in any form.
    pub date: Option<String>,
    /// When somebody last read the source, in any form.
    pub accessed: Option<String>,
    /// The kind of source.
    pub kind: Option<SourceKind>,
    /// The place in the source, such as a page or a time.
    pub locator: Option<String>,
    /// Who can be asked about the source.
    pub contact: Option<String>,
    /// The user's note.
    pub note: Option<String>,
    /// The source's rank among the sources of its article. Sources of the same rank are in the
    /// order of their identifiers.
    pub order: u32,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

impl Source {
    /// Returns a source with nothing but its identifier; it sorts after all others.
    pub fn bare(id: SourceId) -> Self {
        Self {
            id,
            url: None,
            archived: None,
            title: None,
            publisher: None,
            date: None,
            accessed: None,
            kind: None,
            locator: None,
            contact: None,
            note: None,
            order: u32::MAX,
            unknown: JsonObject::new(),
        }
    }

    /// Returns a source from an address or a title that the user typed. An address also gives the
    /// publisher (its host) and the date (the day in its path). The address of an archived copy
    /// gives the address of the original too.
    pub fn named(id: SourceId, text: &str) -> Self {
        let bare = Self::bare(id);
        let Some(address) = WebUrl::parse_lenient(text) else {
            return Self { title: Some(normalize_label(text)).filter(|it| !it.is_empty()), ..bare };
        };
        if let Some(original) = address.original() {
            let archived = Some(address.as_written().to_owned());
            return Self { archived, ..Self::named(bare.id, original.href()) };
        }
        let url = Some(address.as_written().to_owned());
        if address.is_archive() {
            return Self { url, ..bare };
        }
        Self {
            url,
            publisher: Some(address.host().to_owned()),
            date: address.date().map(str::to_owned),
            ..bare
        }
    }

    /// Returns whether both sources have the same address. Compares addresses in a normalized form,
    /// or as they are written if neither can be read. Two sources without addresses are the same if
    /// they have the same title.
    pub fn is_same_as(&self, other: &Self) -> bool {
        match (self.link(), other.link()) {
            (Some(one), Some(other)) => one == other,
            (None, None) => {
                self.url == other.url
                    && (self.url.is_some() || (self.title.is_some() && self.title == other.title))
            }
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// Returns whether the source equals the result of [`Source::named`] for its address or its
    /// title, apart from its rank.
    pub fn has_only_name(&self) -> bool {
        let known = [&self.archived, &self.url, &self.title].into_iter().flatten();
        known.map(String::as_str).chain([""]).any(|name| {
            let named = Self::named(self.id.clone(), name);
            *self == Self { order: self.order, ..named }
        })
    }

    fn link(&self) -> Option<String> {
        Some(WebUrl::parse(self.url.as_deref()?)?.href().to_owned())
    }
}

/// The kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the trade's")]
pub enum SourceKind {
    Primary,
    Secondary,
    Expert,
    Data,
    Interview,
}

/// Every kind of source with its name in files.
pub const SOURCE_KINDS: [(SourceKind, &str); 5] = [
    (SourceKind::Primary, "primary"),
    (SourceKind::Secondary, "secondary"),
    (SourceKind::Expert, "expert"),
    (SourceKind::Data, "data"),
    (SourceKind::Interview, "interview"),
];

/// One use of a source by a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The source's identifier.
    pub source: SourceId,
    /// Whether the source supports or contradicts the claim, or gives context.
    pub stance: Stance,
    /// The words of the source that the claim relies on.
    pub quote: String,
    /// The user's note.
    pub note: String,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// The relation of a source to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the trade's")]
pub enum Stance {
    Supports,
    Contradicts,
    Context,
}

/// Every stance with its name in files.
pub const STANCES: [(Stance, &str); 3] = [
    (Stance::Supports, "supports"),
    (Stance::Contradicts, "contradicts"),
    (Stance::Context, "context"),
];
