//! Messages: everything that can happen to the program.
//!
//! A message is an event in the past tense, from the user, from the platform or from another tab.
//! The messages that belong together are enums of their own, such as [`ClaimMsg`] and [`TagsMsg`].

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

/// An event that the core handles.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The platform has read both stores.
    Started(Box<StartupData>),
    /// The browser has drawn the page and handled waiting input, so the workspace can run its next
    /// deferred task.
    Tick,
    /// The stores have saved all batches up to this one where a crash cannot destroy them.
    Saved {
        /// The number of the batch.
        number: u64,
        /// The keys and values of records that the stores saved in another form than the program
        /// sent, because another tab had changed them.
        settled: Vec<(String, String)>,
    },
    /// Another tab has stored these keys and values.
    RemoteChanged(Vec<(String, String)>),
    /// The platform has found out which tabs are open, and has read the journal.
    TabsListed {
        /// The open tabs, without this one.
        open_tabs: Vec<TabId>,
        /// The newest entries of the journal, oldest first: their names and values.
        entries: Vec<(String, String)>,
    },
    /// A message about importing an article.
    Import(ImportMsg),
    /// A message about the work on a claim.
    Claim(ClaimMsg),
    /// A message about the library, or about the metadata of the article on screen.
    Library(LibraryMsg),
    /// A message about stored data: the stores, deletion, the history, conflicts and the file on
    /// disk.
    Storage(StorageMsg),
    /// The user typed in a field that keeps a draft: the field and its new text.
    Typed(Field, String),
    /// The stores could not save a batch.
    SaveFailed(SaveError),
    /// The stores may lack data that they had confirmed.
    StoresInDoubt(Doubt),
    /// The user changed the address of the page.
    AddressChanged(Route),

    /// The user chose another article.
    ArticlePicked(ArticleId),
    /// The user asked for the import dialog.
    AddArticleRequested,
    /// The platform could not read a file.
    FileUnreadable {
        /// The name of the file.
        name: String,
    },
    /// The platform could not write a file: a sentence for the user that says why.
    ExportFailed(String),
    /// The user asked to export these articles.
    ExportRequested(Vec<ArticleId>),
    /// The user asked to download the quarantined values.
    QuarantineExportRequested,
    /// The user closed the notice.
    NoticeClosed,

    /// The user selected text in the article.
    TextSelected {
        /// The selected span, as the browser reports it.
        span: Span,
        /// Whether the selection snaps to whole words; [`Snap::None`] asks for the exact selection
        /// this once.
        edges: Snap,
    },
    /// The user selects no text any more.
    SelectionCleared,
    /// The user pressed a finger on a word for a while: the position in it.
    WordLongPressed(Position),
    /// The user tapped a sentence: the position in it.
    SentenceTapped(Position),
    /// The user chose a tag: to mark the selection with it, or to add it to the selected claim or
    /// remove it from there.
    TagChosen(TagId),

    /// The user clicked marked words: the claims that cover them, smallest first.
    MarkClicked(Vec<ClaimId>),
    /// The user selected a claim.
    ClaimSelected {
        /// The claim.
        claim: ClaimId,
        /// The place where the user selected it; the program scrolls the other places to the claim.
        from: SelectionOrigin,
    },
    /// The user left the selected claim.
    ClaimDeselected,
    /// The user deleted a claim.
    ClaimDeleted(ClaimId),
    /// The user added a tag to a claim by its name. If no tag has that name, the program creates
    /// one.
    TagNamed(ClaimId, String),
    /// The user removed a tag from a claim.
    TagRemoved(ClaimId, TagId),
    /// The user typed in the note of a claim: the new text.
    NoteTyped(ClaimId, String),
    /// The user left a field; further typing starts a new undo step.
    FieldLeft,
    /// The user chose another kind for a block.
    BlockKindChanged(BlockId, Kind),

    /// The user pressed a key.
    KeyPressed(KeyPress),
    /// The user pressed the button of a command.
    CommandInvoked(Command),
    /// The user selected a block in its margin.
    BlockSelected(BlockId),
    /// The user marked a block as reviewed in its margin, or took that back.
    ReviewToggled(BlockId),
    /// The user marked the selection with a tag by its name. If no tag has that name, the program
    /// creates one.
    SelectionTaggedByName(String),
    /// The user went from the tag field of the toolbar back to the selection.
    TagInputCancelled,
    /// The user went from the tag field of the toolbar to something else.
    TagInputBlurred,
    /// A message about the tags of the article.
    Tags(TagsMsg),
    /// A message about splitting, joining and correcting blocks.
    Repair(BlockEditMsg),
    /// A message about the settings of this browser.
    Settings(SettingsMsg),
    /// The user chose what the panel beside the article shows.
    PanelSelected(Panel),
    /// The user opened or closed the drawer, which holds the panel on a narrow screen.
    DrawerToggled(Drawer),
    /// The user closed a dialog.
    WindowClosed,
}

/// The reason to doubt that the stores have the data that they had confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The browser closed the database. The platform looks whether the data is still there, and
    /// answers with [`Msg::Saved`] or with [`Doubt::Emptied`].
    Closed,
    /// The browser cleared the stores while the page was open.
    Emptied,
}

/// A message about stored data.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageMsg {
    /// The platform has measured the stores.
    StorageReported(StorageReport),
    /// The user asked to delete articles, and the dialog shows which; `None` cancels.
    DeletionAsked(Option<Deletion>),
    /// The user asked to export the articles before deleting them.
    ExportedFirst(Deletion),
    /// The user confirmed that the articles be deleted.
    Deleted(Deletion),
    /// A message about the file on disk that the program keeps up to date.
    File(FileSyncMsg),
    /// The user asked for the history of a claim.
    ClaimHistoryAsked(ClaimId),
    /// The platform has read the newest entries of the journal for a history dialog, oldest first:
    /// their names and values.
    HistoryRead(Vec<(String, String)>),
    /// The user asked to restore the article to its state after a journal entry, by the name of the
    /// entry; `None` asks for the state before all listed entries.
    RestoredTo(Option<String>),
    /// The user chose the hidden version of a conflict; it becomes the shown one.
    ConflictAccepted(Conflict),
    /// The user kept the shown version of a conflict.
    ConflictDismissed(Conflict),
}

/// A message about the tags of the article on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum TagsMsg {
    /// The user renamed a tag.
    Renamed(TagId, String),
    /// The user typed the description of a tag.
    DescriptionChanged(TagId, String),
    /// The user chose the colour of a tag.
    Coloured(TagId, Color),
    /// The user chose the digit key of a tag, or `None`.
    ShortcutChanged(TagId, Option<Digit>),
    /// The user moved a tag one place up.
    MovedUp(TagId),
    /// The user added a tag with this name.
    Added(String),
    /// The user asked to delete a tag; the dialog shows which claims that would change.
    DeleteAsked(TagId),
    /// The user confirmed that the tag be deleted.
    Deleted(TagId),
    /// The user merged the first tag into the second: the claims of the first get the second, and
    /// the program deletes the first.
    Merged(TagId, TagId),
    /// The user asked for the built-in tags again.
    Restored,
    /// The user chose the article's tags for new articles.
    ChosenForNew,
    /// The user asked to download the tags as a file.
    SaveAsked,
    /// The user opened a file of tags.
    FileRead {
        /// The name of the file.
        name: String,
        /// The bytes of the file.
        bytes: Vec<u8>,
    },
}

/// A message about splitting, joining and correcting blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockEditMsg {
    /// The user asked to split a block where the selection in it begins.
    Split(BlockId),
    /// The user asked to join the next block to this one.
    Joined(BlockId),
    /// The user asked to correct the text of a block.
    CorrectAsked(BlockId),
    /// The user typed in the correction dialog: the new text.
    Typed(String),
    /// The user confirmed the correction.
    Corrected,
    /// The user discarded the correction.
    Dropped,
    /// The user has seen which words of a claim a correction changed.
    QuoteChangeDismissed(ClaimId),
}

/// A message about the settings of this browser.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsMsg {
    /// The user typed the name under which the program records new claims.
    AuthorWritten(String),
    /// The user changed the appearance of the page.
    AppearanceChanged(View),
    /// The user switched the shortcuts of single-character keys on or off.
    SingleKeysToggled,
    /// The user asked to change the key of a command, whose new key the dialog now waits for;
    /// `None` cancels.
    KeyAsked(Option<Command>),
    /// The user pressed the new key.
    KeyPressed(KeyPress),
    /// The user asked for the default keys again.
    KeysRestored,
}

/// A field that keeps a draft: a text that the user has typed and not committed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The text in the import dialog.
    Article,
    /// The name of a tag, in the tag toolbar.
    Bar,
    /// The name of a tag, in the card of a claim.
    Card(ClaimId),
    /// The name of a source, in the card of a claim.
    Source(ClaimId),
    /// The filter of the claims of an article.
    Filter(ArticleId),
    /// The name of a new tag, in the dialog of tags.
    NewTag,
    /// The label of a new rating, in the dialog of the scale.
    NewRating,
    /// The search query of the library.
    Library,
    /// The corrected text of a block of an article.
    Correction(ArticleId, BlockId),
}

impl Field {
    /// Returns the name under which the program stores the draft.
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

/// The place where the user selected a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionOrigin {
    /// The article.
    Article,
    /// The list of claims.
    List,
    /// Anywhere else: a shortcut, the address, a dialog or undo.
    Elsewhere,
}
