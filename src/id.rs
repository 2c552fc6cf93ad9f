//! Identifiers of stored things.

use std::{fmt, rc::Rc};

/// The longest identifier, in characters.
const LONGEST: usize = 64;

/// Whether `text` can be an identifier: 1 to 64 of the characters `A-Z a-z 0-9 . _ -`.
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
            /// The identifier written `text`; `None` unless it is 1 to 64 of `A-Za-z0-9._-`.
            pub fn new(text: &str) -> Option<Self> {
                fits(text).then(|| Self(text.into()))
            }

            /// The identifier as it is written.
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
    /// Names an article in this browser.
    ArticleId
}
id! {
    /// Names a block within its article.
    BlockId
}
id! {
    /// Names a claim within its article.
    ClaimId
}
id! {
    /// Names a source within its article.
    SourceId
}
id! {
    /// Names a tag within its article.
    TagId
}
