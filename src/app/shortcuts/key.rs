//! Keys of the keyboard, and key presses as the browser reports them.
//!
//! A [`Key`] is part of a shortcut; a [`KeyPress`] is one event. A letter counts by the character
//! that the layout gives it. If the layout has no Latin letters, the position of the key on the
//! keyboard decides, so the shortcuts work on Cyrillic or Arabic layouts too.

use crate::claim::Digit;

/// A key press.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The character or the name of the key in this layout: `KeyboardEvent.key`.
    pub key: String,
    /// The position of the key on the keyboard: `KeyboardEvent.code`.
    pub code: String,
    /// Whether Ctrl, or Command on a Mac, is down.
    pub command: bool,
    /// Whether Shift is down.
    pub shift: bool,
    /// Whether Alt is down.
    pub alt: bool,
    /// The element that has the focus.
    pub focus: Focus,
}

/// The kind of element that has the focus when the user presses a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The page itself, and no control in it.
    #[default]
    Page,
    /// A button of a claim or of a block. Enter and Space press the button; all other keys are
    /// shortcuts.
    ClaimButton,
    /// A button of the pinned claim, which stays open beside the selected claim. As for
    /// [`Focus::ClaimButton`], but shortcuts that act on a claim do nothing, because they would act
    /// on the selected claim and not on the one that has the focus.
    PinnedClaim,
    /// Any other button, or a link. As for [`Focus::ClaimButton`], but the shortcut that deletes a
    /// claim does nothing.
    Button,
    /// A field, a menu or a dialog: it receives all keys, and no shortcut works.
    Field,
}

/// A key of a shortcut, or a group of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Any digit from 1 to 9, by its position on the keyboard.
    Digit,
    /// A letter, by its character; by its position on layouts without Latin letters.
    Letter(char),
    /// A letter together with Shift.
    ShiftLetter(char),
    /// A punctuation character of ASCII, whether or not the layout needs Shift for it.
    Sign(char),
    /// A key that has a name in `KeyboardEvent.key`, such as `Enter`.
    Named(&'static str),
    /// A letter together with Ctrl or Command.
    Command(char),
    /// A letter together with Shift and with Ctrl or Command.
    ShiftCommand(char),
    /// No key; the user runs the command by its button only.
    None,
}

impl Key {
    /// Returns the key of a press if a command may have that key: a letter with or without Shift,
    /// or a punctuation character. `None` for all other keys.
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

    /// Returns whether the key types a single character without Ctrl or Command. The user can
    /// switch off all such keys: see [`SingleKeys`](super::SingleKeys).
    pub fn is_single(self) -> bool {
        match self {
            Self::Digit | Self::Letter(_) | Self::ShiftLetter(_) | Self::Sign(_) => true,
            Self::Named(_) | Self::Command(_) | Self::ShiftCommand(_) | Self::None => false,
        }
    }

    /// Returns the labels of the keys that the user presses together, in order, such as `Shift` and
    /// `S`.
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

    /// Returns the name of the key in the stored settings, such as `J`, `Shift+S` or `?`.
    pub fn name(self) -> String {
        self.keycaps().join("+")
    }

    /// Returns the key that has this name in the stored settings; `None` if no command may have
    /// such a key.
    pub fn named(name: &str) -> Option<Self> {
        let (shift, letter) = name.strip_prefix("Shift+").map_or((false, name), |it| (true, it));
        Self::pressed(&KeyPress { key: letter.to_owned(), shift, ..KeyPress::default() })
    }

    /// Returns whether a key press is this key.
    pub(super) fn fits(self, press: &KeyPress) -> bool {
        let plain = !press.command && !press.alt;
        match self {
            Self::Digit => plain && !press.shift && press.digit().is_some(),
            Self::Letter(letter) => plain && !press.shift && press.letter() == Some(letter),
            Self::ShiftLetter(letter) => plain && press.shift && press.letter() == Some(letter),
            // A character that needs Shift on one layout may need none on another.
            Self::Sign(sign) => plain && press.sign() == Some(sign),
            Self::Named(name) => plain && press.key == name,
            Self::Command(letter) => press.commands(letter) && !press.shift,
            Self::ShiftCommand(letter) => press.commands(letter) && press.shift,
            Self::None => false,
        }
    }
}

impl KeyPress {
    /// Returns the digit from 1 to 9 at this position of the keyboard, whatever character the
    /// layout gives to the key.
    pub fn digit(&self) -> Option<Digit> {
        let digit = self.code.strip_prefix("Digit").or_else(|| self.code.strip_prefix("Numpad"))?;
        digit.parse().ok().and_then(Digit::new)
    }

    /// Returns the Latin letter of the key in upper case: the character of the key or, on a layout
    /// without Latin letters, the letter at this position of an English keyboard.
    fn letter(&self) -> Option<char> {
        let mut said = self.key.chars();
        match (said.next(), said.next()) {
            (Some(letter), None) if letter.is_ascii_alphabetic() => {
                Some(letter.to_ascii_uppercase())
            }
            // The layout has a letter here that is no ASCII character.
            (Some(letter), None) if letter.is_alphabetic() => {
                self.code.strip_prefix("Key").and_then(|it| it.chars().next())
            }
            _ => None,
        }
    }

    /// Returns the ASCII punctuation character of the key. A layout that has another question mark
    /// on the Slash key (`؟`, `;` or `？`) gives `?`.
    fn sign(&self) -> Option<char> {
        let mut said = self.key.chars();
        match (said.next(), said.next()) {
            (Some('؟' | ';' | '？'), None) if self.code == "Slash" && self.shift => Some('?'),
            (Some(sign), None) if sign.is_ascii_punctuation() => Some(sign),
            _ => None,
        }
    }

    /// Returns whether the press is this letter with Ctrl or Command, and without Alt.
    fn commands(&self, letter: char) -> bool {
        self.command && !self.alt && self.letter() == Some(letter)
    }
}
