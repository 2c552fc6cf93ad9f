//! Keys: one table that drives what they do, the hints and the tests.

use crate::claim::Digit;

use super::Session;

/// A key as it was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// What the key says: `KeyboardEvent.key`.
    pub key: String,
    /// Where the key is: `KeyboardEvent.code`.
    pub code: String,
    /// Whether Ctrl, or Command on a Mac, is down.
    pub command: bool,
    /// Whether Shift is down.
    pub shift: bool,
    /// Whether Alt is down.
    pub alt: bool,
    /// What the press goes to.
    pub focus: Focus,
}

/// What a key press goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The page.
    #[default]
    Page,
    /// A button or a link, which Enter and Space press.
    Button,
    /// A field, a menu or a dialog, which takes all keys.
    Field,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Shortcut {
    /// The key.
    pub key: Key,
    /// When it does something.
    pub when: When,
    /// What it does.
    pub command: Command,
    /// What it does, in words.
    pub label: &'static str,
}

/// Which key, or which of some keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A digit from 1 to 9, by its place on the keyboard.
    Digit,
    /// A letter, by what the key says, or by its place where the layout has no Latin letters.
    Letter(char),
    /// A key that says its name, such as `Enter`.
    Named(&'static str),
    /// A letter with Ctrl or Command.
    Command(char),
    /// A letter with Shift and Ctrl or Command.
    ShiftCommand(char),
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

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the labels in the table say it")]
pub enum Command {
    Tag,
    Mark,
    Next,
    Previous,
    Outer,
    Delete,
    Undo,
    Redo,
    Escape,
}

/// Every key, in the order in which they are shown.
pub const SHORTCUTS: [Shortcut; 12] = [
    row(Key::Digit, When::Selecting, Command::Tag, "mark and tag"),
    row(Key::Named("Enter"), When::Selecting, Command::Mark, "mark without a tag"),
    row(Key::Digit, When::OnClaim, Command::Tag, "tag on or off"),
    row(Key::Letter('C'), When::OnClaim, Command::Outer, "claim around it"),
    row(Key::Named("Delete"), When::OnClaim, Command::Delete, "delete the claim"),
    row(Key::Letter('N'), When::Always, Command::Next, "next claim"),
    row(Key::Letter('M'), When::Always, Command::Previous, "previous claim"),
    row(Key::Command('Z'), When::Always, Command::Undo, "undo"),
    row(Key::ShiftCommand('Z'), When::Always, Command::Redo, "redo"),
    row(Key::Command('Y'), When::Always, Command::Redo, "redo"),
    row(Key::Named("Escape"), When::Selecting, Command::Escape, "back out"),
    row(Key::Named("Escape"), When::OnClaim, Command::Escape, "back out"),
];

const fn row(key: Key, when: When, command: Command, label: &'static str) -> Shortcut {
    Shortcut { key, when, command, label }
}

impl Key {
    /// The key as it is shown, part by part.
    pub fn caps(self) -> Vec<String> {
        match self {
            Self::Digit => vec!["1".to_owned(), "–".to_owned(), "9".to_owned()],
            Self::Letter(letter) => vec![letter.to_string()],
            Self::Named(name) => vec![name.to_owned()],
            Self::Command(letter) => vec!["Ctrl".to_owned(), letter.to_string()],
            Self::ShiftCommand(letter) => {
                vec!["Ctrl".to_owned(), "Shift".to_owned(), letter.to_string()]
            }
        }
    }

    fn fits(self, press: &Press) -> bool {
        let plain = !press.command && !press.alt;
        match self {
            Self::Digit => plain && !press.shift && press.digit().is_some(),
            Self::Letter(letter) => plain && !press.shift && press.letter() == Some(letter),
            Self::Named(name) => plain && press.key == name,
            Self::Command(letter) => press.commands(letter) && !press.shift,
            Self::ShiftCommand(letter) => press.commands(letter) && press.shift,
        }
    }
}

impl Press {
    /// The digit on the key, whatever the layout makes of it.
    pub fn digit(&self) -> Option<Digit> {
        let digit = self.code.strip_prefix("Digit").or_else(|| self.code.strip_prefix("Numpad"))?;
        digit.parse().ok().and_then(Digit::new)
    }

    /// The capital Latin letter that the key says, or that is at its place.
    fn letter(&self) -> Option<char> {
        let mut said = self.key.chars();
        match (said.next(), said.next()) {
            (Some(letter), None) if letter.is_ascii_alphabetic() => {
                Some(letter.to_ascii_uppercase())
            }
            // A layout without Latin letters says one of its own, which is no ASCII character.
            (Some(letter), None) if letter.is_alphabetic() => {
                self.code.strip_prefix("Key").and_then(|it| it.chars().next())
            }
            _ => None,
        }
    }

    fn commands(&self, letter: char) -> bool {
        self.command && !self.alt && self.letter() == Some(letter)
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
}

/// How many keys are hinted at.
const HINTS: usize = 5;

/// The keys that matter most just now: those of what the person is at before those of always.
pub fn hints(session: &Session) -> Vec<&'static Shortcut> {
    let (own, always): (Vec<&Shortcut>, Vec<&Shortcut>) = SHORTCUTS
        .iter()
        .filter(|row| row.when.is_now(session))
        .partition(|row| row.when != When::Always);
    let mut hints: Vec<&'static Shortcut> = Vec::new();
    for row in own.into_iter().chain(always) {
        // Two keys may do the same; one of them is enough to be told.
        if hints.len() < HINTS && hints.iter().all(|hint| hint.command != row.command) {
            hints.push(row);
        }
    }
    hints
}

/// What a key press asks for now; `None` when it is the browser's, or its field's.
pub fn meaning(press: &Press, session: &Session) -> Option<Command> {
    let pressed_on_button = press.focus == Focus::Button && press.key == "Enter";
    if press.focus == Focus::Field || pressed_on_button {
        return None;
    }
    SHORTCUTS
        .iter()
        .find(|row| row.when.is_now(session) && row.key.fits(press))
        .map(|row| row.command)
}
