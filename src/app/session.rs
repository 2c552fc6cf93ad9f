//! The state of the user's session: mode, panel, dialogs and notices.
//!
//! Nothing in this module is stored, so a reload forgets it. The mode says on what the user works:
//! on nothing in particular, on a selection or on a claim.

use std::rc::Rc;

use crate::{
    article::{Edge, Span},
    claim::Scale,
    id::{BlockId, ClaimId, SourceId, TagId},
    storage::Entry,
    time::Timestamp,
};

use super::{Command, Library, StorageReport};

/// The activity of the user.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// The user reads.
    #[default]
    Reading,
    /// The user selects text.
    Selecting {
        /// The selected span, as the browser reports it.
        dragged: Span,
        /// The span that a mark would cover.
        span: Span,
        /// The state of the tag toolbar.
        bar: Toolbar,
        /// The edge that the arrow keys move.
        edge: Edge,
        /// The claim that the user selected before, and returns to afterwards.
        claim: Option<ClaimId>,
    },
    /// The user works on this claim.
    Claim(ClaimId),
}

/// The state of the tag toolbar, which appears beside the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolbar {
    /// The toolbar is open.
    Shown,
    /// The user has closed the toolbar.
    Closed,
    /// The toolbar is open, and the user types the name of a tag in it.
    TypingTag,
}

/// Whether a selection snaps to whole words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Snap {
    /// The mark covers whole words, also where the selection covers only a part of one, and no
    /// spaces at its edges.
    #[default]
    Words,
    /// The mark covers the selection as it is, to whole grapheme clusters.
    None,
}

/// The content of the panel beside the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The list of claims.
    #[default]
    Claims,
    /// The descriptions of the tags, and the note about the article.
    Guidelines,
}

/// Whether the drawer is open. On narrow screens the panel is a drawer that slides in from below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawer {
    /// The drawer is closed.
    #[default]
    Closed,
    /// The drawer is open.
    Open,
}

/// Whether the page emphasises the current block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FocusMode {
    /// The page shows all blocks alike.
    #[default]
    Off,
    /// The page shows the current block large and dims the others.
    On,
}

/// A dialog over the page, apart from the import dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The list of all shortcuts.
    Keys {
        /// The command whose new key the dialog waits for.
        changing: Option<Command>,
        /// The reason why the program refused a key.
        problem: Option<String>,
    },
    /// The tags of the article.
    Tags {
        /// The tag that the user is about to delete.
        deleting: Option<TagId>,
        /// The result of the last action, or the reason why the program refused it.
        said: Option<String>,
    },
    /// The scale of the verdicts.
    Scale {
        /// The scales that the user can choose.
        offered: Vec<Rc<Scale>>,
        /// The result of the last action, or the reason why the program refused it.
        said: Option<&'static str>,
    },
    /// The sources of the article.
    Sources {
        /// The source that the user is about to delete although claims use it.
        deleting: Option<SourceId>,
    },
    /// The stores, and how to delete the work in them.
    Stores {
        /// The platform's report about the stores.
        storage_report: StorageReport,
        /// The articles that the user is about to delete.
        deleting: Option<Deletion>,
    },
    /// The settings.
    Settings,
    /// The metadata of the article.
    Details,
    /// The list of all corrections of the article.
    Corrections {
        /// The result of copying the list.
        said: Option<&'static str>,
    },
    /// The contacts of the claims of the article.
    Contacts,
    /// The library.
    Library(Library),
    /// The correction of a block.
    Correction {
        /// The block.
        block: BlockId,
        /// The text of the block when the dialog last showed it to the user. If another tab changes
        /// the block meanwhile, the program compares with this text.
        base: String,
        /// The text that the user has typed so far.
        text: String,
        /// The reason why the program refused the text.
        problem: Option<&'static str>,
    },
    /// The history of a claim.
    ClaimHistory {
        /// The number of the claim.
        number: u32,
        /// The time of each change, with sentences that describe it, newest first.
        done: Vec<(Timestamp, Vec<String>)>,
    },
    /// The history of the article.
    History {
        /// All journal entries that the platform read, oldest first: their names and values.
        journal: Vec<(String, String)>,
        /// The entries about the article on screen, newest first.
        listed: Vec<Entry>,
    },
}

/// The articles that a deletion removes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The article on screen.
    Article,
    /// All articles.
    All,
}

/// A notice that the page shows to the user until the user closes it or it no longer applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The text: one or more sentences.
    pub text: String,
    /// The kind of the notice.
    pub weight: NoticeKind,
}

/// The kind of a notice, which decides how the page shows it and which buttons it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// The program refused something, or something went wrong.
    Alert,
    /// The program could not read a stored value; the user can download it.
    Quarantine,
    /// The notice is useful to know, and goes away when the user goes on.
    Remark,
    /// The program changed the text of an article that it just imported; the user can see and
    /// change that.
    ArticleImported,
    /// The program imported several files; the user can see how it read each one while its article
    /// is on screen.
    BatchImported,
    /// As [`NoticeKind::BatchImported`], but the program refused some of the files.
    BatchPartlyImported,
}

impl Mode {
    /// Returns the mode of working on this claim; the mode of reading if there is none.
    pub fn on_claim(claim: Option<ClaimId>) -> Self {
        claim.map_or(Self::Reading, Self::Claim)
    }

    /// Returns the selected claim, also while the user selects text.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::Claim(claim) => Some(claim),
            Self::Selecting { claim, .. } => claim.as_ref(),
            Self::Reading => None,
        }
    }
}
