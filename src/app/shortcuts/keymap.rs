//! The shortcuts of this user: the table [`SHORTCUTS`] with the keys that the user has changed.
//!
//! A command has at most one changed key, and no two commands that can be active at the same time
//! share a key. [`Keymap::lookup`] finds the command for a key press.

use super::{Command, Context, Focus, Key, KeyPress, Mode, SHORTCUTS, Shortcut};

/// The keys that the user has changed, and whether single-character keys work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Whether keys that type one character work as shortcuts.
    pub single: SingleKeys,
    changed: Vec<(Command, Key)>,
}

/// Whether keys that type one character work as shortcuts. WCAG 2.1.4 asks for a way to switch them
/// off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SingleKeys {
    /// They work.
    #[default]
    On,
    /// They do nothing.
    Off,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(SingleKeys::On)
    }
}

impl Keymap {
    /// Returns the keymap that has the keys of the table.
    pub fn new(single: SingleKeys) -> Self {
        Self { single, changed: Vec::new() }
    }

    /// Returns the key of a row: the changed one, or the default.
    pub fn key(&self, row: &Shortcut) -> Key {
        let changed = self.changed.iter().find(|(command, _)| *command == row.command);
        changed.filter(|_| row.can_change()).map_or(row.key, |(_, key)| *key)
    }

    /// Returns the commands with a changed key, each with that key.
    pub fn changed(&self) -> &[(Command, Key)] {
        &self.changed
    }

    /// Gives a command another key.
    ///
    /// # Errors
    /// Returns the row that already has the key, if both commands can be active at the same time.
    pub fn bind(&mut self, command: Command, key: Key) -> Result<(), &'static Shortcut> {
        let own: Vec<Context> = rows_of(command).map(|row| row.when).collect();
        let clash = SHORTCUTS.iter().find(|row| {
            row.command != command
                && self.key(row) == key
                && own.iter().any(|when| when.overlaps(row.when))
        });
        if let Some(row) = clash {
            return Err(row);
        }
        self.changed.retain(|(other, _)| *other != command);
        if rows_of(command).all(|row| row.key != key) {
            self.changed.push((command, key));
        }
        Ok(())
    }

    /// Returns the command that a key press runs in this mode; `None` if the press belongs to the
    /// browser or to the field that has the focus.
    pub fn lookup(&self, press: &KeyPress, session: &Mode) -> Option<Command> {
        let is_pressed = match press.focus {
            Focus::Field => return None,
            Focus::ClaimButton | Focus::PinnedClaim | Focus::Button => {
                press.key == "Enter" || press.key == " "
            }
            Focus::Page => false,
        };
        if is_pressed {
            return None;
        }
        let row = SHORTCUTS.iter().find(|row| {
            let key = self.key(row);
            row.when.is_active(session)
                && (self.single == SingleKeys::On || !key.is_single())
                && key.fits(press)
        })?;
        // A user whose focus is on a button outside the claims does not see which claim would be
        // deleted.
        let is_away = press.focus == Focus::Button && row.command == Command::Delete;
        let is_beside = press.focus == Focus::PinnedClaim && row.when == Context::OnClaim;
        (!is_away && !is_beside).then_some(row.command)
    }
}

fn rows_of(command: Command) -> impl Iterator<Item = &'static Shortcut> {
    SHORTCUTS.iter().filter(move |row| row.command == command)
}
