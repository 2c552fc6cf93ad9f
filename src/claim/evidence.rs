//! Sources, and what they say about a claim.

use crate::{id::SourceId, json::JsonObject};

use super::normalize_label;
use crate::web_url::WebUrl;

/// Something or somebody that evidence comes from. Only the identifier is always known.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The source's name in its article.
    pub id: SourceId,
    /// Where it is.
    pub url: Option<String>,
    /// Where a copy is that will stay.
    pub archived: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, in whatever form that is known.
    pub date: Option<String>,
    /// When it was looked at, in whatever form that is known.
    pub accessed: Option<String>,
    /// What sort of source it is.
    pub kind: Option<SourceKind>,
    /// Where in it to look, such as a page or a time.
    pub locator: Option<String>,
    /// Who can be asked about it.
    pub contact: Option<String>,
    /// The person's note.
    pub note: Option<String>,
    /// Where it stands among the sources of its article; two of the same go by their identifiers.
    pub order: u32,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

impl Source {
    /// A source of which nothing is known but its name; it stands after all others.
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

    /// A source of which is known what its address says, or else the words that name it. The address
    /// of a copy in a web archive says what it is a copy of.
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

    /// Whether another source has the same address, or neither has one and they have the same
    /// title.
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

    /// Whether nothing is known of it but what [`Source::named`] makes of its name.
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

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the trade's")]
pub enum SourceKind {
    Primary,
    Secondary,
    Expert,
    Data,
    Interview,
}

/// Every sort of source with its name in files.
pub const SOURCE_KINDS: [(SourceKind, &str); 5] = [
    (SourceKind::Primary, "primary"),
    (SourceKind::Secondary, "secondary"),
    (SourceKind::Expert, "expert"),
    (SourceKind::Data, "data"),
    (SourceKind::Interview, "interview"),
];

/// One use of a source for a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The source.
    pub source: SourceId,
    /// What it does to the claim.
    pub stance: Stance,
    /// The words of the source.
    pub block: String,
    /// The person's note.
    pub note: String,
    /// Members that this version does not know.
    pub unknown: JsonObject,
}

/// What a source does to a claim.
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
