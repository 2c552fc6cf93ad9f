//! Routes: the part of an address from `#` on, which names an article or a claim.
//!
//! [`Route::parse`] never fails, and for known routes it is the inverse of the
//! [`Display`](fmt::Display) form.

use std::fmt;

use crate::id::{ArticleId, ClaimId};

/// The place in the program to which an address leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// No place in particular: an address without a route.
    #[default]
    Home,
    /// An address that the program does not understand.
    Unknown,
    /// An article.
    Article(ArticleId),
    /// A claim of an article.
    Claim(ArticleId, ClaimId),
    /// The import dialog, with a text from the query of the address.
    Add(String),
}

impl Route {
    /// Parses the part of an address from `#` on. The result is [`Route::Unknown`] for anything
    /// that the program does not understand.
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
    /// Returns the article that the route names; `None` if it names none.
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
