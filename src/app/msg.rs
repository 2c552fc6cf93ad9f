//! What can happen.

use crate::{
    article::{Kind, Span},
    id::{ArticleId, BlockId, ClaimId, TagId},
    saved::Found,
};

use super::{Address, Answer, Edges, Press};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Both stores have been read.
    Started(Box<Start>),
    /// All writes up to that batch are where a crash cannot take them.
    Saved(u64),
    /// What was sent could not be saved.
    SaveFailed(NotSaved),
    /// The address of the page was changed by the person.
    AddressChanged(Address),

    /// Another article was picked.
    ArticlePicked(ArticleId),
    /// The dialog for a new article was asked for.
    AddAsked,
    /// The dialog for a new article was closed without adding one.
    AddDismissed,
    /// The text in that dialog was changed.
    DraftTyped(String),
    /// The text in that dialog was confirmed.
    DraftAdded,
    /// A text was pasted outside any field.
    TextPasted(String),
    /// A file was opened.
    FileRead {
        /// The file's name.
        name: String,
        /// The file's bytes.
        bytes: Vec<u8>,
    },
    /// A file could not be opened.
    FileUnreadable {
        /// The file's name.
        name: String,
    },
    /// What is in a file that was opened, or a sentence that says why it cannot be read.
    FileOpened(Answer),
    /// A file could not be written.
    ExportFailed(String),
    /// The file without loss was asked for.
    ExportAsked,
    /// What could not be read was asked for as a file.
    AsidesAsked,
    /// A notice was closed.
    NoticeClosed,

    /// Text was selected; `edges` says whether half words are wanted.
    TextSelected {
        /// The span, as it was dragged.
        span: Span,
        /// Whether the selection is to be taken as it is, this once.
        edges: Edges,
    },
    /// No text is selected any more.
    SelectionGone,
    /// The switch for exact selections was turned.
    EdgesTurned,
    /// The selection was marked without a tag.
    MarkAsked,
    /// A tag was given to the selection, or given to or taken from the selected claim.
    TagChosen(TagId),

    /// Marked words were clicked: the claims that cover them, from the smallest out.
    MarkClicked(Vec<ClaimId>),
    /// A claim was picked.
    ClaimPicked {
        /// The claim.
        claim: ClaimId,
        /// Where it was picked, so that the other place follows.
        from: PickedIn,
    },
    /// The selected claim was left.
    ClaimLeft,
    /// The next claim around the selected one was asked for.
    OuterClaimAsked,
    /// The selected claim was deleted.
    ClaimDeleted(ClaimId),
    /// A tag was named for a claim; a name that no tag has makes a new one.
    TagNamed(ClaimId, String),
    /// A tag was taken from a claim.
    TagRemoved(ClaimId, TagId),
    /// The note of a claim was changed.
    NoteTyped(ClaimId, String),
    /// The field that was typed in has been left.
    FieldLeft,
    /// Another kind was chosen for a block.
    KindChosen(BlockId, Kind),

    /// A key was pressed.
    Pressed(Press),
    /// The last act was to be taken back.
    UndoAsked,
    /// What was undone was to be done again.
    RedoAsked,
}

/// What is known when the page starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What both stores hold.
    pub found: Found,
    /// Whether there is anywhere to save.
    pub trouble: Option<NotSaved>,
    /// What the address asks for.
    pub address: Address,
}

/// Why something could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser has no room left.
    Full,
    /// The browser lets this page store nothing.
    Blocked,
    /// A newer version of this program wrote the record.
    Newer,
    /// Something else, in the browser's words.
    Other(String),
}

/// Where something was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickedIn {
    /// In the article.
    Article,
    /// In the list of claims.
    List,
    /// By a key, or by the address.
    Elsewhere,
}
