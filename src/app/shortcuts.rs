//! Keys: one table that drives what they do, the hints, the list of all keys and the tests.

mod key;
mod keymap;

pub use key::{Focus, Key, KeyPress};
pub use keymap::{Keymap, SingleKeys};

use crate::{
    claim::{Priority, Status},
    strings,
};

use super::Mode;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, unless the person has changed it.
    pub key: Key,
    /// When it does something.
    pub when: Context,
    /// What it does.
    pub command: Command,
    /// How settings name the command; never changed.
    pub name: &'static str,
    /// What it does, in words.
    pub label: &'static str,
}

/// When a key does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Always.
    Always,
    /// While text is selected.
    Selecting,
    /// While a claim is selected.
    OnClaim,
}

/// What a key, or the button of the same name, does.
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
    ShowMemo,
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

/// The groups in which the keys are listed, each with the number of its rows in [`SHORTCUTS`].
pub const GROUPS: [(&str, usize); 4] =
    [("Read", 10), ("Select", 12), ("Work on a claim", 19), ("Always", 18)];

/// Every key, in the order in which they are shown; the row that comes first wins.
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
        "Next not looked at",
    ),
    row(Key::Letter('R'), Context::Always, Command::ToggleReviewed, "look", "Looked at"),
    row(Key::Letter('F'), Context::Always, Command::FocusMode, "focus", "Focus on the paragraph"),
    row(Key::Letter('B'), Context::Always, Command::Kind, "kind", "Kind of paragraph"),
    row(
        Key::None,
        Context::Always,
        Command::ClaimWithoutWords,
        "claim-without-words",
        "Claim without words",
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
        "Edge back",
    ),
    row(Key::Named("ArrowRight"), Context::Selecting, Command::ExtendForward, "edge-on", "Edge on"),
    row(Key::Letter('O'), Context::Selecting, Command::SwapEnds, "other-edge", "Other edge"),
    row(Key::Letter('X'), Context::Selecting, Command::Exact, "exact", "Exact"),
    row(Key::Digit, Context::Selecting, Command::Tag, "tag", "Mark and tag"),
    row(Key::Named("Enter"), Context::Selecting, Command::Mark, "mark", "Mark without a tag"),
    row(Key::Letter('T'), Context::Selecting, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('N'), Context::Always, Command::Next, "next-claim", "Next claim"),
    row(Key::Letter('M'), Context::Always, Command::Previous, "previous-claim", "Previous claim"),
    row(Key::Named("Enter"), Context::OnClaim, Command::Open, "open", "Open the claim"),
    row(Key::Digit, Context::OnClaim, Command::Tag, "tag", "Tag on or off"),
    row(Key::Letter('T'), Context::OnClaim, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('C'), Context::OnClaim, Command::SelectParentClaim, "outer", "Claim around it"),
    row(Key::Named("Delete"), Context::OnClaim, Command::Delete, "delete", "Delete the claim"),
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
    row(Key::Sign('/'), Context::Always, Command::Filter, "filter", "Filter the claims"),
    row(Key::Command('Z'), Context::Always, Command::Undo, "undo", "Undo"),
    row(Key::ShiftCommand('Z'), Context::Always, Command::Redo, "redo", "Redo"),
    row(Key::Command('Y'), Context::Always, Command::Redo, "redo", "Redo"),
    row(Key::Letter('A'), Context::Always, Command::ShowLibrary, "library", "All articles"),
    row(Key::Letter('D'), Context::Always, Command::EditDetails, "details", "About the article"),
    row(Key::None, Context::Always, Command::ShowMemo, "memo", "Corrections"),
    row(Key::None, Context::Always, Command::ShowContacts, "contacts", strings::CONTACTS),
    row(Key::Letter('H'), Context::Always, Command::Guidelines, "guidelines", "Guidelines"),
    row(Key::None, Context::Always, Command::EditTags, "edit-tags", "Edit the tags"),
    row(Key::None, Context::Always, Command::EditScale, "edit-scale", "Scale of the verdicts"),
    row(Key::None, Context::Always, Command::ShowSources, "sources", "Sources"),
    row(Key::None, Context::Always, Command::ShowHistory, "history", "History"),
    row(Key::None, Context::Always, Command::ShowStores, "stores", "Where is my work?"),
    row(Key::None, Context::Always, Command::AddArticle, "add", "Add article"),
    row(Key::None, Context::Always, Command::Export, "export", "Export"),
    row(Key::None, Context::Always, Command::OpenSettings, "view", strings::SETTINGS),
    row(Key::Sign('?'), Context::Always, Command::ShowKeys, "keys", "All keys"),
    row(Key::Named("Escape"), Context::Always, Command::Escape, "back", "Back out"),
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
    /// Whether the person may give the command another key.
    pub fn can_change(&self) -> bool {
        match self.key {
            Key::Letter(_) | Key::ShiftLetter(_) | Key::Sign(_) | Key::None => true,
            Key::Digit | Key::Named(_) | Key::Command(_) | Key::ShiftCommand(_) => false,
        }
    }
}

impl Context {
    /// Whether it is so now.
    pub fn is_active(self, session: &Mode) -> bool {
        match self {
            Self::Always => true,
            Self::Selecting => matches!(session, Mode::Selecting { .. }),
            Self::OnClaim => matches!(session, Mode::Claim(_)),
        }
    }

    /// Whether both can be so at once.
    fn overlaps(self, other: Self) -> bool {
        self == other || self == Self::Always || other == Self::Always
    }
}

/// The commands whose keys matter most, in each situation.
const READING: [Command; 5] = [
    Command::NextBlock,
    Command::NextSentence,
    Command::ToggleReviewed,
    Command::NextUnreviewed,
    Command::ShowKeys,
];
const SELECTING: [Command; 5] = [
    Command::Tag,
    Command::NameTag,
    Command::ExtendBackward,
    Command::ExtendForward,
    Command::ShowKeys,
];
const ON_CLAIM: [Command; 5] =
    [Command::Tag, Command::Open, Command::NextSentence, Command::Next, Command::ShowKeys];

/// The keys that matter most just now.
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
