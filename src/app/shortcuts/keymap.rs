//! The keys as the person has them: those of the table, but for the changed ones.

use super::{Command, Context, Focus, Key, KeyPress, Mode, SHORTCUTS, Shortcut};

/// Which keys the person has changed, and whether single keys work at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Whether keys that are one character work.
    pub single: SingleKeys,
    changed: Vec<(Command, Key)>,
}

/// Whether keys that are one character work (WCAG 2.1.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SingleKeys {
    /// They do.
    #[default]
    On,
    /// They type nothing and do nothing.
    Off,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(SingleKeys::On)
    }
}

impl Keymap {
    /// The keys of the table.
    pub fn new(single: SingleKeys) -> Self {
        Self { single, changed: Vec::new() }
    }

    /// The key of a row.
    pub fn key(&self, row: &Shortcut) -> Key {
        let changed = self.changed.iter().find(|(command, _)| *command == row.command);
        changed.filter(|_| row.can_change()).map_or(row.key, |(_, key)| *key)
    }

    /// The commands whose keys were changed, with these.
    pub fn changed(&self) -> &[(Command, Key)] {
        &self.changed
    }

    /// Gives a command another key.
    ///
    /// # Errors
    /// The row that has the key, when both could mean something at once.
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

    /// What a key press asks for now; `None` when it is the browser's, or its field's.
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
        // Whoever is at a button of the header does not see what would be deleted.
        let is_away = press.focus == Focus::Button && row.command == Command::Delete;
        let is_beside = press.focus == Focus::PinnedClaim && row.when == Context::OnClaim;
        (!is_away && !is_beside).then_some(row.command)
    }
}

fn rows_of(command: Command) -> impl Iterator<Item = &'static Shortcut> {
    SHORTCUTS.iter().filter(move |row| row.command == command)
}
