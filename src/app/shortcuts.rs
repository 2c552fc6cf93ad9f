//! Keys: one table that drives what they do, the hints, the list of all keys and the tests.

mod key;
mod keymap;

pub use key::{Focus, Key, Press};
pub use keymap::{Keymap, SingleKeys};

use crate::{
    claim::{Priority, Status},
    words,
};

use super::Session;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, unless the person has changed it.
    pub key: Key,
    /// When it does something.
    pub when: When,
    /// What it does.
    pub command: Command,
    /// How settings name the command; never changed.
    pub name: &'static str,
    /// What it does, in words.
    pub label: &'static str,
}

/// When a key does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
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
    NextUnlooked,
    Look,
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
    EdgeBack,
    EdgeOn,
    OtherEdge,
    Exact,
    Tag,
    Mark,
    NameTag,
    Open,
    Outer,
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
    ChangeView,
    ShowKeys,
    Escape,
}

/// The groups in which the keys are listed, each with the number of its rows in [`SHORTCUTS`].
pub const GROUPS: [(&str, usize); 4] =
    [("Read", 10), ("Select", 12), ("Work on a claim", 19), ("Always", 18)];

/// Every key, in the order in which they are shown; the row that comes first wins.
pub const SHORTCUTS: [Shortcut; 59] = [
    row(Key::Letter('J'), When::Always, Command::NextBlock, "next-block", "Next paragraph"),
    row(
        Key::Letter('K'),
        When::Always,
        Command::PreviousBlock,
        "previous-block",
        "Previous paragraph",
    ),
    row(
        Key::Letter('U'),
        When::Always,
        Command::NextUnlooked,
        "next-unlooked",
        "Next not looked at",
    ),
    row(Key::Letter('R'), When::Always, Command::Look, "look", "Looked at"),
    row(Key::Letter('F'), When::Always, Command::FocusMode, "focus", "Focus on the paragraph"),
    row(Key::Letter('B'), When::Always, Command::Kind, "kind", "Kind of paragraph"),
    row(
        Key::None,
        When::Always,
        Command::ClaimWithoutWords,
        "claim-without-words",
        "Claim without words",
    ),
    row(Key::None, When::Always, Command::Split, "split", "Split before the selection"),
    row(Key::None, When::Always, Command::Join, "join", "Join with the next paragraph"),
    row(Key::None, When::Always, Command::Correct, "correct", "Correct the text…"),
    row(Key::Letter('S'), When::Always, Command::NextSentence, "next-sentence", "Next sentence"),
    row(
        Key::ShiftLetter('S'),
        When::Always,
        Command::PreviousSentence,
        "previous-sentence",
        "Previous sentence",
    ),
    row(Key::Letter('L'), When::Always, Command::Clause, "clause", "Clause"),
    row(Key::Letter('W'), When::Always, Command::Word, "word", "Word"),
    row(Key::Letter('P'), When::Always, Command::Paragraph, "paragraph", "Whole paragraph"),
    row(Key::Named("ArrowLeft"), When::Selecting, Command::EdgeBack, "edge-back", "Edge back"),
    row(Key::Named("ArrowRight"), When::Selecting, Command::EdgeOn, "edge-on", "Edge on"),
    row(Key::Letter('O'), When::Selecting, Command::OtherEdge, "other-edge", "Other edge"),
    row(Key::Letter('X'), When::Selecting, Command::Exact, "exact", "Exact"),
    row(Key::Digit, When::Selecting, Command::Tag, "tag", "Mark and tag"),
    row(Key::Named("Enter"), When::Selecting, Command::Mark, "mark", "Mark without a tag"),
    row(Key::Letter('T'), When::Selecting, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('N'), When::Always, Command::Next, "next-claim", "Next claim"),
    row(Key::Letter('M'), When::Always, Command::Previous, "previous-claim", "Previous claim"),
    row(Key::Named("Enter"), When::OnClaim, Command::Open, "open", "Open the claim"),
    row(Key::Digit, When::OnClaim, Command::Tag, "tag", "Tag on or off"),
    row(Key::Letter('T'), When::OnClaim, Command::NameTag, "name-tag", "Type a tag"),
    row(Key::Letter('C'), When::OnClaim, Command::Outer, "outer", "Claim around it"),
    row(Key::Named("Delete"), When::OnClaim, Command::Delete, "delete", "Delete the claim"),
    status('C', Status::ToCheck, "to-check"),
    status('A', Status::Asked, "asked"),
    status('V', Status::Verified, "verified"),
    status('N', Status::NeedsCorrection, "needs-correction"),
    status('F', Status::Fixed, "fixed"),
    status('D', Status::Dropped, "dropped"),
    priority('H', Priority::High, "high"),
    priority('M', Priority::Middle, "middle"),
    priority('L', Priority::Low, "low"),
    row(Key::Letter('V'), When::OnClaim, Command::Verdict, "verdict", words::VERDICT),
    row(Key::Letter('E'), When::OnClaim, Command::Evidence, "evidence", words::EVIDENCE),
    row(Key::Sign('/'), When::Always, Command::Filter, "filter", "Filter the claims"),
    row(Key::Command('Z'), When::Always, Command::Undo, "undo", "Undo"),
    row(Key::ShiftCommand('Z'), When::Always, Command::Redo, "redo", "Redo"),
    row(Key::Command('Y'), When::Always, Command::Redo, "redo", "Redo"),
    row(Key::Letter('A'), When::Always, Command::ShowLibrary, "library", "All articles"),
    row(Key::Letter('D'), When::Always, Command::EditDetails, "details", "About the article"),
    row(Key::None, When::Always, Command::ShowMemo, "memo", "Corrections"),
    row(Key::None, When::Always, Command::ShowContacts, "contacts", words::CONTACTS),
    row(Key::Letter('H'), When::Always, Command::Guidelines, "guidelines", "Guidelines"),
    row(Key::None, When::Always, Command::EditTags, "edit-tags", "Edit the tags"),
    row(Key::None, When::Always, Command::EditScale, "edit-scale", "Scale of the verdicts"),
    row(Key::None, When::Always, Command::ShowSources, "sources", "Sources"),
    row(Key::None, When::Always, Command::ShowHistory, "history", "History"),
    row(Key::None, When::Always, Command::ShowStores, "stores", "Where is my work?"),
    row(Key::None, When::Always, Command::AddArticle, "add", "Add article"),
    row(Key::None, When::Always, Command::Export, "export", "Export"),
    row(Key::None, When::Always, Command::ChangeView, "view", words::SETTINGS),
    row(Key::Sign('?'), When::Always, Command::ShowKeys, "keys", "All keys"),
    row(Key::Named("Escape"), When::Always, Command::Escape, "back", "Back out"),
];

const fn row(
    key: Key,
    when: When,
    command: Command,
    name: &'static str,
    label: &'static str,
) -> Shortcut {
    Shortcut { key, when, command, name, label }
}

const fn status(letter: char, status: Status, name: &'static str) -> Shortcut {
    let label = words::status(status);
    row(Key::ShiftLetter(letter), When::OnClaim, Command::Status(status), name, label)
}

const fn priority(letter: char, priority: Priority, name: &'static str) -> Shortcut {
    let label = words::priority(priority);
    row(Key::ShiftLetter(letter), When::OnClaim, Command::Priority(priority), name, label)
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

impl When {
    /// Whether it is so now.
    pub fn is_now(self, session: &Session) -> bool {
        match self {
            Self::Always => true,
            Self::Selecting => matches!(session, Session::Selecting { .. }),
            Self::OnClaim => matches!(session, Session::Claim(_)),
        }
    }

    /// Whether both can be so at once.
    fn meets(self, other: Self) -> bool {
        self == other || self == Self::Always || other == Self::Always
    }
}

/// The commands whose keys matter most, in each situation.
const READING: [Command; 5] = [
    Command::NextBlock,
    Command::NextSentence,
    Command::Look,
    Command::NextUnlooked,
    Command::ShowKeys,
];
const SELECTING: [Command; 5] =
    [Command::Tag, Command::NameTag, Command::EdgeBack, Command::EdgeOn, Command::ShowKeys];
const ON_CLAIM: [Command; 5] =
    [Command::Tag, Command::Open, Command::NextSentence, Command::Next, Command::ShowKeys];

/// The keys that matter most just now.
pub fn hints(session: &Session) -> impl Iterator<Item = &'static Shortcut> {
    let commands = match session {
        Session::Reading => READING,
        Session::Selecting { .. } => SELECTING,
        Session::Claim(_) => ON_CLAIM,
    };
    commands.into_iter().filter_map(|command| {
        let mut rows = SHORTCUTS.iter().filter(|row| row.command == command);
        rows.find(|row| row.when.is_now(session))
    })
}
