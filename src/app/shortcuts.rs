//! The keyboard shortcuts, as one table.
//!
//! Each row of [`SHORTCUTS`] joins a key, the situation in which the key works, and a command. The
//! key handling, the hints in the status line, the dialog with all keys and the tests all read this
//! table, so they cannot disagree. The user may give a command another key: see [`Keymap`].

mod key;
mod keymap;

pub use key::{Focus, Key, KeyPress};
pub use keymap::{Keymap, SingleKeys};

use crate::{
    claim::{Priority, Status},
    strings,
};

use super::Mode;

/// One row of the table of shortcuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The default key of the command; the user can change it if [`Shortcut::can_change`] allows
    /// that.
    pub key: Key,
    /// The situation in which the key works.
    pub when: Context,
    /// The command that the key runs.
    pub command: Command,
    /// The name of the command in the stored settings; it must never change.
    pub name: &'static str,
    /// The description of the command that the user reads.
    pub label: &'static str,
}

/// The situation in which a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Every situation.
    Always,
    /// The user has selected text.
    Selecting,
    /// The user has selected a claim, and selects no text.
    OnClaim,
}

/// An action of the user that a key, or the button with the same label, runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in the table say it")]
pub enum Command {
    NextBlock,
    PreviousBlock,
    NextUnreviewed,
    ToggleReviewed,
    FocusMode,
    Kind,
    ClaimWithoutWords,
    Split,
    Join,
    Correct,
    NextSentence,
    PreviousSentence,
    Word,
    Clause,
    Paragraph,
    ExtendBackward,
    ExtendForward,
    SwapEnds,
    Exact,
    Tag,
    Mark,
    NameTag,
    Open,
    SelectParentClaim,
    Next,
    Previous,
    Delete,
    Verdict,
    Evidence,
    Status(Status),
    Priority(Priority),
    Filter,
    Undo,
    Redo,
    ShowLibrary,
    EditDetails,
    ShowCorrections,
    ShowContacts,
    AddArticle,
    Export,
    Guidelines,
    EditTags,
    EditScale,
    ShowSources,
    ShowHistory,
    ShowStores,
    OpenSettings,
    ShowKeys,
    Escape,
}

/// The groups in which the dialog lists the keys: the heading of each and how many rows of
/// [`SHORTCUTS`] belong to it, in the order of the table.
pub const GROUPS: [(&str, usize); 4] =
    [("Read", 10), ("Select", 12), ("Work on a claim", 19), ("General", 18)];

/// All shortcuts, in the order in which the dialog lists them. If several rows match a key press,
/// the first one wins.
pub const SHORTCUTS: [Shortcut; 59] = [
    row(Key::Letter('J'), Context::Always, Command::NextBlock, "next-block", "Next paragraph"),
    row(
        Key::Letter('K'),
        Context::Always,
        Command::PreviousBlock,
        "previous-block",
        "Previous paragraph",
    ),
    row(
        Key::Letter('U'),
        Context::Always,
        Command::NextUnreviewed,
        "next-unlooked",
        "Next unreviewed",
    ),
    row(Key::Letter('R'), Context::Always, Command::ToggleReviewed, "look", "Reviewed"),
    row(Key::Letter('F'), Context::Always, Command::FocusMode, "focus", "Focus mode"),
    row(Key::Letter('B'), Context::Always, Command::Kind, "kind", "Kind of paragraph"),
    row(
        Key::None,
        Context::Always,
        Command::ClaimWithoutWords,
        "claim-without-words",
        "Claim not in the text",
    ),
    row(Key::None, Context::Always, Command::Split, "split", "Split before the selection"),
    row(Key::None, Context::Always, Command::Join, "join", "Join with the next paragraph"),
    row(Key::None, Context::Always, Command::Correct, "correct", "Correct the text…"),
    row(Key::Letter('S'), Context::Always, Command::NextSentence, "next-sentence", "Next sentence"),
    row(
        Key::ShiftLetter('S'),
        Context::Always,
        Command::PreviousSentence,
        "previous-sentence",
        "Previous sentence",
    ),
    row(Key::Letter('L'), Context::Always, Command::Clause, "clause", "Clause"),
    row(Key::Letter('W'), Context::Always, Command::Word, "word", "Word"),
    row(Key::Letter('P'), Context::Always, Command::Paragraph, "paragraph", "Whole paragraph"),
    row(
        Key::Named("ArrowLeft"),
        Context::Selecting,
        Command::ExtendBackward,
        "edge-back",
        "Move edge back",
    ),
    row(
        Key::Named("ArrowRight"),
        Context::Selecting,
        Command::ExtendForward,
        "edge-on",
        "Move edge forward",
    ),
    row(Key::Letter('O'), Context::Selecting, Command::SwapEnds, "other-edge", "Switch edge"),
    row(Key::Letter('X'), Context::Selecting, Command::Exact, "exact", "Exact"),
    row(Key::Digit, Context::Selecting, Command::Tag, "tag", "Mark and tag"),
    row(Key::Named("Enter"), Context::Selecting, Command::Mark, "mark", "Mark without a tag"),
    row(Key::Letter('T'), Context::Selecting, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('N'), Context::Always, Command::Next, "next-claim", "Next claim"),
    row(Key::Letter('M'), Context::Always, Command::Previous, "previous-claim", "Previous claim"),
    row(Key::Named("Enter"), Context::OnClaim, Command::Open, "open", "Open claim"),
    row(Key::Digit, Context::OnClaim, Command::Tag, "tag", "Add or remove tag"),
    row(Key::Letter('T'), Context::OnClaim, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('C'), Context::OnClaim, Command::SelectParentClaim, "outer", "Enclosing claim"),
    row(Key::Named("Delete"), Context::OnClaim, Command::Delete, "delete", "Delete claim"),
    status('C', Status::ToCheck, "to-check"),
    status('A', Status::Asked, "asked"),
    status('V', Status::Verified, "verified"),
    status('N', Status::NeedsCorrection, "needs-correction"),
    status('F', Status::Fixed, "fixed"),
    status('D', Status::Dropped, "dropped"),
    priority('H', Priority::High, "high"),
    priority('M', Priority::Medium, "middle"),
    priority('L', Priority::Low, "low"),
    row(Key::Letter('V'), Context::OnClaim, Command::Verdict, "verdict", strings::VERDICT),
    row(Key::Letter('E'), Context::OnClaim, Command::Evidence, "evidence", strings::EVIDENCE),
    row(Key::Sign('/'), Context::Always, Command::Filter, "filter", "Filter claims"),
    row(Key::Command('Z'), Context::Always, Command::Undo, "undo", "Undo"),
    row(Key::ShiftCommand('Z'), Context::Always, Command::Redo, "redo", "Redo"),
    row(Key::Command('Y'), Context::Always, Command::Redo, "redo", "Redo"),
    row(Key::Letter('A'), Context::Always, Command::ShowLibrary, "library", "Library"),
    row(Key::Letter('D'), Context::Always, Command::EditDetails, "details", "About the article"),
    row(Key::None, Context::Always, Command::ShowCorrections, "memo", "Corrections"),
    row(Key::None, Context::Always, Command::ShowContacts, "contacts", strings::CONTACTS),
    row(Key::Letter('H'), Context::Always, Command::Guidelines, "guidelines", "Guidelines"),
    row(Key::None, Context::Always, Command::EditTags, "edit-tags", "Edit tags"),
    row(Key::None, Context::Always, Command::EditScale, "edit-scale", "Rating scale"),
    row(Key::None, Context::Always, Command::ShowSources, "sources", "Sources"),
    row(Key::None, Context::Always, Command::ShowHistory, "history", "History"),
    row(Key::None, Context::Always, Command::ShowStores, "stores", "Storage"),
    row(Key::None, Context::Always, Command::AddArticle, "add", "Add article"),
    row(Key::None, Context::Always, Command::Export, "export", "Export"),
    row(Key::None, Context::Always, Command::OpenSettings, "view", strings::SETTINGS),
    row(Key::Sign('?'), Context::Always, Command::ShowKeys, "keys", "Keyboard shortcuts"),
    row(Key::Named("Escape"), Context::Always, Command::Escape, "back", "Close or go back"),
];

const fn row(
    key: Key,
    when: Context,
    command: Command,
    name: &'static str,
    label: &'static str,
) -> Shortcut {
    Shortcut { key, when, command, name, label }
}

const fn status(letter: char, status: Status, name: &'static str) -> Shortcut {
    let label = strings::status(status);
    row(Key::ShiftLetter(letter), Context::OnClaim, Command::Status(status), name, label)
}

const fn priority(letter: char, priority: Priority, name: &'static str) -> Shortcut {
    let label = strings::priority(priority);
    row(Key::ShiftLetter(letter), Context::OnClaim, Command::Priority(priority), name, label)
}

impl Shortcut {
    /// Returns whether the user may give the command another key.
    pub fn can_change(&self) -> bool {
        match self.key {
            Key::Letter(_) | Key::ShiftLetter(_) | Key::Sign(_) | Key::None => true,
            Key::Digit | Key::Named(_) | Key::Command(_) | Key::ShiftCommand(_) => false,
        }
    }
}

impl Context {
    /// Returns whether the user is in this situation.
    pub fn is_active(self, session: &Mode) -> bool {
        match self {
            Self::Always => true,
            Self::Selecting => matches!(session, Mode::Selecting { .. }),
            Self::OnClaim => matches!(session, Mode::Claim(_)),
        }
    }

    /// Returns whether the user can be in both situations at the same time.
    fn overlaps(self, other: Self) -> bool {
        self == other || self == Self::Always || other == Self::Always
    }
}

/// The commands that the status line shows while the user reads.
const READING: [Command; 5] = [
    Command::NextBlock,
    Command::NextSentence,
    Command::ToggleReviewed,
    Command::NextUnreviewed,
    Command::ShowKeys,
];
/// The commands that the status line shows while text is selected.
const SELECTING: [Command; 5] = [
    Command::Tag,
    Command::NameTag,
    Command::ExtendBackward,
    Command::ExtendForward,
    Command::ShowKeys,
];
/// The commands that the status line shows while a claim is selected.
const ON_CLAIM: [Command; 5] =
    [Command::Tag, Command::Open, Command::NextSentence, Command::Next, Command::ShowKeys];

/// Returns the shortcuts that matter most in this mode, for the status line.
pub fn hints(session: &Mode) -> impl Iterator<Item = &'static Shortcut> {
    let commands = match session {
        Mode::Reading => READING,
        Mode::Selecting { .. } => SELECTING,
        Mode::Claim(_) => ON_CLAIM,
    };
    commands.into_iter().filter_map(|command| {
        let mut rows = SHORTCUTS.iter().filter(|row| row.command == command);
        rows.find(|row| row.when.is_active(session))
    })
}
