//! The block, of which articles are made, and the kinds of block.
//!
//! A block is one line of text with an identifier, which stays the same when its kind or text
//! changes.

use std::rc::Rc;

use crate::{id::BlockId, json::JsonObject};

/// The member of a block that holds its label: who speaks, and when.
///
/// [`Block::unknown`] keeps it with the members that a version does not know, because the first
/// version did not know it.
pub const LABEL: &str = "label";

/// A piece of an article that the page shows as one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The identifier of the block in its article; it stays the same when the kind changes.
    pub id: BlockId,
    /// The kind of block.
    pub kind: Kind,
    /// The text, without line breaks.
    pub text: Rc<str>,
    /// Members of an imported block that this version does not know.
    pub unknown: JsonObject,
}

impl Block {
    /// Returns the label, such as who speaks and when, which the page shows beside the text; `None`
    /// if the block has none.
    pub fn label(&self) -> Option<&str> {
        self.unknown.get(LABEL)?.as_str()
    }
}

/// The role of a block in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the trade's, and KINDS says what each means")]
pub enum Kind {
    Headline,
    Standfirst,
    Byline,
    Subheading,
    Paragraph,
    Quotation,
    ListItem,
    Caption,
    Promo,
    Other,
}

/// The names of a kind of block in files and on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// The name in files and in the page's `data-kind`.
    pub name: &'static str,
    /// The label in the menu.
    pub label: &'static str,
}

/// Every kind of block, in the order of the menu.
pub const KINDS: [KindRow; 10] = [
    KindRow { kind: Kind::Headline, name: "headline", label: "Headline" },
    KindRow { kind: Kind::Standfirst, name: "standfirst", label: "Standfirst" },
    KindRow { kind: Kind::Byline, name: "byline", label: "Byline" },
    KindRow { kind: Kind::Subheading, name: "subheading", label: "Subheading" },
    KindRow { kind: Kind::Paragraph, name: "paragraph", label: "Paragraph" },
    KindRow { kind: Kind::Quotation, name: "quotation", label: "Quotation" },
    KindRow { kind: Kind::ListItem, name: "list-item", label: "List item" },
    KindRow { kind: Kind::Caption, name: "caption", label: "Caption" },
    KindRow { kind: Kind::Promo, name: "promo", label: "Promo" },
    KindRow { kind: Kind::Other, name: "other", label: "Other" },
];

impl Kind {
    /// Returns the kind with that name in files; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// Returns the name of the kind in files and in the page's `data-kind`.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|row| row.kind == self).map_or("other", |row| row.name)
    }

    /// Returns whether the page numbers blocks of this kind, so that they count as paragraphs.
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Paragraph | Self::Quotation | Self::ListItem)
    }
}
