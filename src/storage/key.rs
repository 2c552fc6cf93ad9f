//! The keys of records, and their text form.
//!
//! A key names the article and the record in it, so one listing of a store's keys shows all
//! records. Both stores use the same keys.

use std::fmt;

use crate::id::{ArticleId, BlockId, ClaimId, SourceId, TagId};

use super::TabId;

/// The start of every key of Claimlight; the number is the version of the key layout.
const PREFIX: &str = "claimlight/1/";

/// The key of a record, the same in both stores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A record of an article.
    Article(ArticleId, RecordId),
    /// A setting of this browser, by name.
    Setting(String),
    /// A quarantined value, named by its SHA-256.
    Quarantined(String),
    /// A draft: the tab in which the user types, and the field.
    Pending(TabId, String),
}

/// The kind of a record of an article, and the identifier where the article has several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// The article's metadata, its scale, and what belongs to no other record.
    Details,
    /// The article's imported text.
    Text,
    /// The state of a block.
    Block(BlockId),
    /// A tag.
    Tag(TagId),
    /// A source.
    Source(SourceId),
    /// A claim.
    Claim(ClaimId),
}

impl Key {
    /// Parses a key; returns `None` when `text` is not a key that this version knows.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(PREFIX)?;
        let mut parts = rest.split('/');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next());
        if parts.next().is_some() {
            return None;
        }
        match kind {
            "aside" if second.is_none() => return Some(Self::Quarantined(first.to_owned())),
            "setting" if second.is_none() => return Some(Self::Setting(first.to_owned())),
            "pending" => {
                return Some(Self::Pending(TabId::stored(first), second?.to_owned()));
            }
            _ => {}
        }
        let place = match (kind, second) {
            ("article", None) => RecordId::Details,
            ("text", None) => RecordId::Text,
            ("block", Some(id)) => RecordId::Block(BlockId::new(id)?),
            ("tag", Some(id)) => RecordId::Tag(TagId::new(id)?),
            ("source", Some(id)) => RecordId::Source(SourceId::new(id)?),
            ("claim", Some(id)) => RecordId::Claim(ClaimId::new(id)?),
            _ => return None,
        };
        Some(Self::Article(ArticleId::new(first)?, place))
    }

    /// Returns whether a key of a store belongs to Claimlight, even if this version does not know
    /// its kind.
    pub fn is_app_key(text: &str) -> bool {
        text.starts_with(PREFIX)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Setting(name) => write!(formatter, "{PREFIX}setting/{name}"),
            Self::Quarantined(sha256) => write!(formatter, "{PREFIX}aside/{sha256}"),
            Self::Pending(tab, field) => {
                write!(formatter, "{PREFIX}pending/{}/{field}", tab.as_str())
            }
            Self::Article(article, place) => match place {
                RecordId::Details => write!(formatter, "{PREFIX}article/{article}"),
                RecordId::Text => write!(formatter, "{PREFIX}text/{article}"),
                RecordId::Block(id) => write!(formatter, "{PREFIX}block/{article}/{id}"),
                RecordId::Tag(id) => write!(formatter, "{PREFIX}tag/{article}/{id}"),
                RecordId::Source(id) => write!(formatter, "{PREFIX}source/{article}/{id}"),
                RecordId::Claim(id) => write!(formatter, "{PREFIX}claim/{article}/{id}"),
            },
        }
    }
}
