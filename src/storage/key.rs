//! The keys of records.

use std::fmt;

use crate::id::{ArticleId, BlockId, ClaimId, SourceId, TagId};

use super::TabId;

/// What every key of ours begins with; the number is the version of the layout.
const PREFIX: &str = "claimlight/1/";

/// The name of a record in both stores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A record of an article.
    Article(ArticleId, RecordId),
    /// A setting of this browser, by its name.
    Setting(String),
    /// What could not be read, as it was found; named by its SHA-256.
    Quarantined(String),
    /// What is typed in a field and not yet taken: the tab, and the field.
    Pending(TabId, String),
}

/// Which record of an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// The article's details.
    Details,
    /// The article's text.
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
    /// The key that is written `text`; `None` when it is not one of ours.
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

    /// Whether a stored key is of this layout, whatever follows.
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
