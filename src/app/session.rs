//! What the person is at just now; forgotten on reload.

use std::rc::Rc;

use crate::{
    article::{Edge, Span},
    claim::Scale,
    id::{BlockId, ClaimId, SourceId, TagId},
    storage::Entry,
    time::Timestamp,
};

use super::{Command, Library, StorageReport};

/// What the person is at.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// Reading.
    #[default]
    Reading,
    /// Selecting text.
    Selecting {
        /// The span as it was dragged.
        dragged: Span,
        /// The span that would be marked.
        span: Span,
        /// Whether the bar with the tags is shown.
        bar: Toolbar,
        /// Which edge the keys move.
        edge: Edge,
        /// The claim that was worked on before, and is again afterwards.
        claim: Option<ClaimId>,
    },
    /// Working on a claim.
    Claim(ClaimId),
}

/// Whether the bar with the tags is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolbar {
    /// It is.
    Shown,
    /// The person has closed it.
    Closed,
    /// It is, and a tag's name is typed in it.
    TypingTag,
}

/// Whether a mark may begin and end inside a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Snap {
    /// Half-covered words are taken whole, and spaces at the edges are left out.
    #[default]
    Words,
    /// The selection is taken as it is.
    None,
}

/// What the panel beside the article shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The claims.
    #[default]
    Claims,
    /// What the tags mean, and the article's own note.
    Guidelines,
}

/// Whether the panel is open where it is a sheet from below, on narrow screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawer {
    /// It is not.
    #[default]
    Closed,
    /// It is.
    Open,
}

/// How the article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FocusMode {
    /// All blocks alike.
    #[default]
    Off,
    /// The current block large, the others dimmed.
    On,
}

/// A window over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// All keys.
    Keys {
        /// The command that is about to be given another key.
        changing: Option<Command>,
        /// Why a key was refused.
        problem: Option<String>,
    },
    /// The tags.
    Tags {
        /// The tag that is about to be deleted.
        deleting: Option<TagId>,
        /// What came of the last act, or why it was refused.
        said: Option<String>,
    },
    /// The scale of the verdicts.
    Scale {
        /// The scales that can be chosen.
        offered: Vec<Rc<Scale>>,
        /// What came of the last act, or why it was refused.
        said: Option<&'static str>,
    },
    /// The sources of the article.
    Sources {
        /// The source that is about to be deleted, though claims use it.
        deleting: Option<SourceId>,
    },
    /// Where the work is.
    Stores {
        /// What the browser says of its stores.
        storage_report: StorageReport,
        /// What is about to be deleted.
        deleting: Option<Deletion>,
    },
    /// How the page looks.
    Settings,
    /// What is known of the article.
    Details,
    /// The corrections of the article.
    Corrections {
        /// What came of copying it.
        said: Option<&'static str>,
    },
    /// Who was asked about the claims of the article.
    Contacts,
    /// All articles.
    Library(Library),
    /// The text of a block, to be corrected.
    Correction {
        /// The block.
        block: BlockId,
        /// What the block said when that was last shown to the person.
        base: String,
        /// The text as it is typed so far.
        text: String,
        /// Why it was refused.
        problem: Option<&'static str>,
    },
    /// What was done to a claim.
    ClaimHistory {
        /// The claim's number.
        number: u32,
        /// When something was done, and what, in words, from the newest on.
        done: Vec<(Timestamp, Vec<String>)>,
    },
    /// What was done.
    History {
        /// The names and entries that the journal keeps, from the oldest on.
        journal: Vec<(String, String)>,
        /// Those of the article on screen, from the newest on.
        listed: Vec<Entry>,
    },
}

/// What is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The article on screen.
    Article,
    /// All articles.
    All,
}

/// Something that the person has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentences.
    pub text: String,
    /// Whether something was refused or went wrong.
    pub weight: NoticeKind,
}

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was refused or went wrong.
    Alert,
    /// Something stored could not be read; it can be downloaded.
    Quarantine,
    /// Good to know.
    Remark,
    /// What was done to a text that was just added; it can be shown and changed.
    ArticleImported,
    /// Texts came together; what was done to each can be shown while its article is on screen.
    BatchImported,
    /// The same, but others that came with them were refused.
    BatchPartlyImported,
}

impl Mode {
    /// Working on a claim, or reading where there is none.
    pub fn on_claim(claim: Option<ClaimId>) -> Self {
        claim.map_or(Self::Reading, Self::Claim)
    }

    /// The claim that is worked on, also while text is selected.
    pub fn claim(&self) -> Option<&ClaimId> {
        match self {
            Self::Claim(claim) => Some(claim),
            Self::Selecting { claim, .. } => claim.as_ref(),
            Self::Reading => None,
        }
    }
}
