//! Identifiers of stored things, one type for each kind of thing.
//!
//! An identifier is 1 to 64 characters of `A-Z a-z 0-9 . _ -`. Its text is shared, so cloning is
//! cheap.

use std::{fmt, rc::Rc};

/// The longest identifier, in characters.
const LONGEST: usize = 64;

/// Returns whether `text` can be an identifier: 1 to 64 of the characters `A-Z a-z 0-9 . _ -`.
fn fits(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_alphanumeric() || b"._-".contains(&it))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Makes an identifier from `text`; `None` unless it is 1 to 64 of `A-Za-z0-9._-`.
            pub fn new(text: &str) -> Option<Self> {
                fits(text).then(|| Self(text.into()))
            }

            /// Returns the identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id! {
    /// The identifier of an article in this browser.
    ArticleId
}
id! {
    /// The identifier of a block in its article.
    BlockId
}
id! {
    /// The identifier of a claim in its article.
    ClaimId
}
id! {
    /// The identifier of a source in its article.
    SourceId
}
id! {
    /// The identifier of a tag in its article.
    TagId
}
