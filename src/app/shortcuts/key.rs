//! Keys, and presses of them.

use crate::claim::Digit;

/// A key as it was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
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
    /// A button of a claim or of a block: Enter and Space press it, other keys are the page's.
    ClaimButton,
    /// A button of a claim that is open beside the one that is worked on: as before, but what works on a
    /// claim does nothing, since the keys are those of the other one.
    PinnedClaim,
    /// Another button, or a link: as before, but what deletes does nothing.
    Button,
    /// A field, a menu or a dialog, which takes all keys.
    Field,
}

/// Which key, or which of some keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A digit from 1 to 9, by its place on the keyboard.
    Digit,
    /// A letter, by what the key says, or by its place where the layout has no Latin letters.
    Letter(char),
    /// A letter with Shift.
    ShiftLetter(char),
    /// A sign that is no letter and no digit, by what the key says.
    Sign(char),
    /// A key that says its name, such as `Enter`.
    Named(&'static str),
    /// A letter with Ctrl or Command.
    Command(char),
    /// A letter with Shift and Ctrl or Command.
    ShiftCommand(char),
    /// No key; there is a button all the same.
    None,
}

impl Key {
    /// The key that a press names, if it can be given to a command: a letter, with Shift or
    /// without, or a sign.
    pub fn pressed(press: &KeyPress) -> Option<Self> {
        if press.command || press.alt {
            return None;
        }
        let mut said = press.key.chars();
        match (press.letter(), said.next(), said.next()) {
            (Some(letter), ..) if press.shift => Some(Self::ShiftLetter(letter)),
            (Some(letter), ..) => Some(Self::Letter(letter)),
            (None, Some(sign), None) if sign.is_ascii_punctuation() => Some(Self::Sign(sign)),
            _ => None,
        }
    }

    /// Whether one character types the key, so that it can be switched off.
    pub fn is_single(self) -> bool {
        match self {
            Self::Digit | Self::Letter(_) | Self::ShiftLetter(_) | Self::Sign(_) => true,
            Self::Named(_) | Self::Command(_) | Self::ShiftCommand(_) | Self::None => false,
        }
    }

    /// The key as it is shown, part by part.
    pub fn keycaps(self) -> Vec<String> {
        let caps = |parts: &[&str], letter: char| {
            let parts = parts.iter().map(|part| (*part).to_owned());
            parts.chain([letter.to_string()]).collect()
        };
        match self {
            Self::Digit => vec!["1".to_owned(), "–".to_owned(), "9".to_owned()],
            Self::Letter(letter) | Self::Sign(letter) => caps(&[], letter),
            Self::ShiftLetter(letter) => caps(&["Shift"], letter),
            Self::Named("ArrowLeft") => caps(&[], '←'),
            Self::Named("ArrowRight") => caps(&[], '→'),
            Self::Named("Escape") => vec!["Esc".to_owned()],
            Self::Named(name) => vec![name.to_owned()],
            Self::Command(letter) => caps(&["Ctrl"], letter),
            Self::ShiftCommand(letter) => caps(&["Ctrl", "Shift"], letter),
            Self::None => Vec::new(),
        }
    }

    /// The key as settings name it, such as `J`, `Shift+S` or `?`.
    pub fn name(self) -> String {
        self.keycaps().join("+")
    }

    /// The key that settings call `name`; of those that can be given only.
    pub fn named(name: &str) -> Option<Self> {
        let (shift, letter) = name.strip_prefix("Shift+").map_or((false, name), |it| (true, it));
        Self::pressed(&KeyPress { key: letter.to_owned(), shift, ..KeyPress::default() })
    }

    pub(super) fn fits(self, press: &KeyPress) -> bool {
        let plain = !press.command && !press.alt;
        match self {
            Self::Digit => plain && !press.shift && press.digit().is_some(),
            Self::Letter(letter) => plain && !press.shift && press.letter() == Some(letter),
            Self::ShiftLetter(letter) => plain && press.shift && press.letter() == Some(letter),
            // A sign may take Shift on one layout and none on another.
            Self::Sign(sign) => plain && press.sign() == Some(sign),
            Self::Named(name) => plain && press.key == name,
            Self::Command(letter) => press.commands(letter) && !press.shift,
            Self::ShiftCommand(letter) => press.commands(letter) && press.shift,
            Self::None => false,
        }
    }
}

impl KeyPress {
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

    /// The ASCII sign that the key says, or the question mark where a layout has one of its own.
    fn sign(&self) -> Option<char> {
        let mut said = self.key.chars();
        match (said.next(), said.next()) {
            (Some('؟' | ';' | '？'), None) if self.code == "Slash" && self.shift => Some('?'),
            (Some(sign), None) if sign.is_ascii_punctuation() => Some(sign),
            _ => None,
        }
    }

    fn commands(&self, letter: char) -> bool {
        self.command && !self.alt && self.letter() == Some(letter)
    }
}
