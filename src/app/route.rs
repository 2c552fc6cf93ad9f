//! Addresses of articles and claims within the page.

use std::fmt;

use crate::id::{ArticleId, ClaimId};

/// What the part after `#` asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Nothing.
    #[default]
    Home,
    /// Nothing that is known.
    Unknown,
    /// An article.
    Article(ArticleId),
    /// A claim of an article.
    Claim(ArticleId, ClaimId),
    /// A new article, from what the query says of it.
    Add(String),
}

impl Route {
    /// Reads the part of an address from `#` on; what is not understood is [`Route::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.trim_start_matches('#').split('/').collect();
        let address = match parts.as_slice() {
            ["", "article", article] => ArticleId::new(article).map(Self::Article),
            ["", "article", article, "claim", claim] => {
                ArticleId::new(article).zip(ClaimId::new(claim)).map(|it| Self::Claim(it.0, it.1))
            }
            [""] | ["", ""] => Some(Self::Home),
            ["", "add"] => Some(Self::Add(query.to_owned())),
            _ => None,
        };
        address.unwrap_or(Self::Unknown)
    }
}

impl Route {
    /// The article that the address asks for.
    pub fn article(&self) -> Option<&ArticleId> {
        match self {
            Self::Home | Self::Unknown | Self::Add(_) => None,
            Self::Article(article) | Self::Claim(article, _) => Some(article),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => formatter.write_str("#/"),
            Self::Article(article) => write!(formatter, "#/article/{article}"),
            Self::Claim(article, claim) => write!(formatter, "#/article/{article}/claim/{claim}"),
            Self::Add(query) => write!(formatter, "#/add?{query}"),
        }
    }
}
