//! What can happen.

use crate::{
    article::{Kind, Position, Span},
    claim::{Color, Digit},
    id::{ArticleId, BlockId, ClaimId, TagId},
    settings::View,
    storage::{Conflict, SaveError, TabId},
};

use super::{
    ClaimMsg, Command, Deletion, Drawer, FileSyncMsg, ImportMsg, KeyPress, LibraryMsg, Panel,
    Route, Snap, StartupData, StorageReport,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Both stores have been read.
    Started(Box<StartupData>),
    /// The page has answered the person, who may do something else before what is still due is done.
    Tick,
    /// All writes up to that batch are where a crash cannot take them.
    Saved {
        /// The number of the batch.
        number: u64,
        /// The keys and values of records that came out otherwise than they were sent.
        settled: Vec<(String, String)>,
    },
    /// Another tab has stored these keys and values.
    RemoteChanged(Vec<(String, String)>),
    /// It is known which tabs are open, and what the journal keeps.
    TabsListed {
        /// The tabs that are open, but for this one.
        open_tabs: Vec<TabId>,
        /// The newest entries of the journal, from the oldest on: names and values.
        entries: Vec<(String, String)>,
    },
    /// Something about an article that comes in.
    Import(ImportMsg),
    /// Something about the work on a claim.
    Claim(ClaimMsg),
    /// Something about all articles, or about what is known of the one on screen.
    Library(LibraryMsg),
    /// Something about what is stored of the article on screen.
    Storage(StorageMsg),
    /// Something was typed in a field, and not yet taken.
    Typed(Field, String),
    /// What was sent could not be saved.
    SaveFailed(SaveError),
    /// The stores may lack what was called saved.
    StoresInDoubt(Doubt),
    /// The address of the page was changed by the person.
    AddressChanged(Route),

    /// Another article was picked.
    ArticlePicked(ArticleId),
    /// The dialog for a new article was asked for.
    AddArticleRequested,
    /// A file could not be opened.
    FileUnreadable {
        /// The file's name.
        name: String,
    },
    /// A file could not be written.
    ExportFailed(String),
    /// What could not be read was asked for as a file.
    QuarantineExportRequested,
    /// A notice was closed.
    NoticeClosed,

    /// Text was selected; `edges` says whether half words are wanted.
    TextSelected {
        /// The span, as it was dragged.
        span: Span,
        /// Whether the selection is to be taken as it is, this once.
        edges: Snap,
    },
    /// No text is selected any more.
    SelectionCleared,
    /// A finger rested on a word, at this place.
    WordLongPressed(Position),
    /// A sentence was tapped, at this place.
    SentenceTapped(Position),
    /// A tag was given to the selection, or given to or taken from the selected claim.
    TagChosen(TagId),

    /// Marked words were clicked: the claims that cover them, from the smallest out.
    MarkClicked(Vec<ClaimId>),
    /// A claim was picked.
    ClaimSelected {
        /// The claim.
        claim: ClaimId,
        /// Where it was picked, so that the other place follows.
        from: SelectionOrigin,
    },
    /// The selected claim was left.
    ClaimDeselected,
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
    BlockKindChanged(BlockId, Kind),

    /// A key was pressed.
    KeyPressed(KeyPress),
    /// A button asks for what a key does.
    CommandInvoked(Command),
    /// A block was picked in its margin.
    BlockSelected(BlockId),
    /// A block was said to have been looked at, or not, in its margin.
    ReviewToggled(BlockId),
    /// The selection was given a tag by its name; a name that no tag has makes a new one.
    SelectionTaggedByName(String),
    /// The field for a tag's name in the bar was left for the selection.
    TagInputCancelled,
    /// The field for a tag's name in the bar was left for something else.
    TagInputBlurred,
    /// Something about the tags of the article.
    Tags(TagsMsg),
    /// Something about splitting, joining and correcting blocks.
    Repair(BlockEditMsg),
    /// Something about how this browser shows the page.
    Settings(SettingsMsg),
    /// The panel beside the article was turned to something else.
    PanelSelected(Panel),
    /// The sheet with the claims was opened, or closed, on a narrow screen.
    DrawerToggled(Drawer),
    /// A window was closed.
    WindowClosed,
}

/// Why the stores may lack what was called saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The browser closed the database; it is being looked at, and the answer is `Saved` or
    /// `Emptied`.
    Closed,
    /// They were cleared while the page was open.
    Emptied,
}

/// Something about what is stored of the article on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageMsg {
    /// The stores were looked at.
    StorageReported(StorageReport),
    /// Something is to be deleted, or nothing any more; this says what would go.
    DeletionAsked(Option<Deletion>),
    /// What would go was asked for as files.
    ExportedFirst(Deletion),
    /// It was deleted.
    Deleted(Deletion),
    /// Something about the file on disk that is kept up to date.
    File(FileSyncMsg),
    /// What was done to one claim was asked for.
    ClaimHistoryAsked(ClaimId),
    /// The journal was read for the list of what was done: names and values.
    HistoryRead(Vec<(String, String)>),
    /// The article goes back to what it was after the act of that name; before all, for `None`.
    RestoredTo(Option<String>),
    /// Of what two tabs wrote at the same time, the words that are not shown were taken.
    ConflictAccepted(Conflict),
    /// Of what two tabs wrote at the same time, the words that are shown were kept.
    ConflictDismissed(Conflict),
}

/// Something about the tags of the article on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum TagsMsg {
    /// A tag was named anew.
    Renamed(TagId, String),
    /// A tag's meaning was written anew.
    DescriptionChanged(TagId, String),
    /// A tag was given another colour.
    Coloured(TagId, Color),
    /// A tag was given another key, or none.
    ShortcutChanged(TagId, Option<Digit>),
    /// A tag was moved before the one before it.
    MovedUp(TagId),
    /// A new tag was named.
    Added(String),
    /// A tag is to be deleted; this says what it would touch.
    DeleteAsked(TagId),
    /// A tag was deleted.
    Deleted(TagId),
    /// The claims of the first tag were given the second, and the first was deleted.
    Merged(TagId, TagId),
    /// The shipped tags were brought back.
    Restored,
    /// The tags were chosen for new articles.
    ChosenForNew,
    /// The tags were asked for as a file.
    SaveAsked,
    /// A file with tags was opened.
    FileRead {
        /// The file's name.
        name: String,
        /// The file's bytes.
        bytes: Vec<u8>,
    },
}

/// Something about splitting, joining and correcting blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockEditMsg {
    /// The block is to be split before the selection in it.
    Split(BlockId),
    /// The next block is to be joined to this one.
    Joined(BlockId),
    /// The text of the block is to be corrected.
    CorrectAsked(BlockId),
    /// Something was typed where it is corrected.
    Typed(String),
    /// What was typed is to stand in the article.
    Corrected,
    /// What was typed is not wanted.
    Dropped,
    /// Somebody has seen what the words of a claim were before they were corrected.
    QuoteChangeDismissed(ClaimId),
}

/// Something about how this browser shows the page.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsMsg {
    /// The name that claims are marked under was written.
    AuthorWritten(String),
    /// How the page looks was changed.
    AppearanceChanged(View),
    /// Single keys were switched on or off.
    SingleKeysToggled,
    /// A key for a command is about to be pressed, or is not any more.
    KeyAsked(Option<Command>),
    /// That key was pressed.
    KeyPressed(KeyPress),
    /// The keys of the table were brought back.
    KeysRestored,
}

/// A field whose text is kept before it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The text of a new article.
    Article,
    /// The name of a tag, in the bar.
    Bar,
    /// The name of a tag, in the card of a claim.
    Card(ClaimId),
    /// The name of a source, at a claim.
    Source(ClaimId),
    /// The filter of the claims of an article.
    Filter(ArticleId),
    /// The name of a new tag, in the window of tags.
    NewTag,
    /// The words of a new rating, in the window of the scale.
    NewRating,
    /// What is searched in the library.
    Library,
    /// The corrected text of a block of an article.
    Correction(ArticleId, BlockId),
}

impl Field {
    /// The name under which the text is kept.
    pub fn name(&self) -> String {
        match self {
            Self::Article => "article".to_owned(),
            Self::Bar => "bar".to_owned(),
            Self::Card(claim) => format!("card-{claim}"),
            Self::Source(claim) => format!("source-{claim}"),
            Self::Filter(article) => format!("filter-{article}"),
            Self::NewTag => "new-tag".to_owned(),
            Self::NewRating => "new-rating".to_owned(),
            Self::Library => "library".to_owned(),
            Self::Correction(article, block) => format!("correction-{article}-{block}"),
        }
    }
}

/// Where something was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionOrigin {
    /// In the article.
    Article,
    /// In the list of claims.
    List,
    /// By a key, or by the address.
    Elsewhere,
}
