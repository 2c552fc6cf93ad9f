//! One block of an article, and the kinds of block there are.

use std::rc::Rc;

use crate::{id::BlockId, json::JsonObject};

/// The member of a block that says what stands beside it: who speaks, and when. It is kept with
/// the members that a version does not know, because the first one did not.
pub const LABEL: &str = "label";

/// A piece of an article that is shown as one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The block's name in its article; stays when the kind changes.
    pub id: BlockId,
    /// What the block is.
    pub kind: Kind,
    /// The text, without line breaks.
    pub text: Rc<str>,
    /// Members of an imported block that this version does not know.
    pub unknown: JsonObject,
}

impl Block {
    /// What stands beside the block and is not in its text, such as who speaks and when.
    pub fn label(&self) -> Option<&str> {
        self.unknown.get(LABEL)?.as_str()
    }
}

/// What a block is in its article.
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

/// How a kind of block is written in files and on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// How files and the page's `data-kind` name it.
    pub name: &'static str,
    /// How the menu names it.
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
    /// The kind that files call `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// How files and the page's `data-kind` name the kind.
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|row| row.kind == self).map_or("other", |row| row.name)
    }

    /// Whether blocks of this kind are numbered on screen, and so count as paragraphs.
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Paragraph | Self::Quotation | Self::ListItem)
    }
}
