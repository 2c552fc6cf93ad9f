//! The settings of this browser: the appearance of the page, the keys and the name of the user.
//! Each change is saved at once and takes effect at once. It also opens and closes the dialogs.

use std::rc::Rc;

use crate::{
    app::{Command, Dialog, Effect, Key, KeyPress, Keymap, SHORTCUTS, SettingsMsg, SingleKeys},
    event_context::EventContext,
    json::JsonObject,
    settings::View,
    storage::{RecordStore, settings},
    strings,
};

use super::Workspace;

/// The member of the setting of keys whose value `off` switches single keys off.
const SINGLE: &str = "single-keys";
const OFF: &str = "off";
/// The member of the setting that holds the name of the user who marks claims.
const AUTHOR: &str = "name";

impl Workspace {
    /// Saves a setting, without the status line showing "Saving…".
    pub(super) fn keep_setting(
        &mut self,
        name: &str,
        members: JsonObject,
        context: EventContext,
    ) -> Vec<Effect> {
        let write = self.records.write_setting(name, members, &mut self.clock, context.millis);
        let Some(write) = write else { return Vec::new() };
        vec![self.save_silently(vec![write])]
    }

    /// Returns the appearance of the page.
    pub fn view(&self) -> View {
        self.appearance
    }

    /// Returns the name that new claims get as their author, if the user has given one.
    pub fn author(&self) -> Option<String> {
        let name = settings::read_text_setting(self.records.setting(settings::AUTHOR)?, AUTHOR)?;
        Some(name).filter(|name| !name.trim().is_empty())
    }

    /// Returns the keys as the user has set them.
    pub fn keymap(&self) -> &Rc<Keymap> {
        &self.keymap
    }

    /// Returns the open dialog, if there is one. The import dialog is not among these.
    pub fn window(&self) -> Option<&Dialog> {
        self.window.as_ref()
    }

    /// Opens a dialog in place of any other.
    pub(super) fn open_window(&mut self, window: Dialog) -> Vec<Effect> {
        self.window = Some(window);
        Vec::new()
    }

    /// Closes the dialog, and ends the undo step of the typing in it.
    pub(super) fn close_window(&mut self) -> Vec<Effect> {
        self.window = None;
        self.history.end_typing();
        Vec::new()
    }

    /// Returns whether a dialog is open, the import dialog among them.
    pub fn is_window_open(&self) -> bool {
        self.window.is_some() || self.dialog.is_some()
    }

    /// Opens the dialog with the keys.
    pub(super) fn show_keys(&mut self) -> Vec<Effect> {
        self.window = Some(Dialog::Keys { changing: None, problem: None });
        Vec::new()
    }

    /// Handles a message about the settings.
    pub(super) fn change_settings(
        &mut self,
        msg: SettingsMsg,
        context: EventContext,
    ) -> Vec<Effect> {
        match msg {
            SettingsMsg::AppearanceChanged(view) => {
                self.appearance = view;
                let mut effects =
                    self.keep_setting(settings::VIEW, settings::write_view(view), context);
                effects.push(Effect::ApplyAppearance(view));
                effects
            }
            SettingsMsg::AuthorWritten(name) => {
                let members = settings::write_text_setting(AUTHOR, &name);
                self.keep_setting(settings::AUTHOR, members, context)
            }
            SettingsMsg::SingleKeysToggled => {
                let keys = Rc::make_mut(&mut self.keymap);
                keys.single = match keys.single {
                    SingleKeys::On => SingleKeys::Off,
                    SingleKeys::Off => SingleKeys::On,
                };
                self.save_keymap(context)
            }
            SettingsMsg::KeyAsked(changing) => {
                self.window = Some(Dialog::Keys { changing, problem: None });
                Vec::new()
            }
            SettingsMsg::KeyPressed(press) => self.change_key(&press, context),
            SettingsMsg::KeysRestored => {
                self.keymap = Rc::new(Keymap::new(self.keymap.single));
                self.window = Some(Dialog::Keys { changing: None, problem: None });
                self.save_keymap(context)
            }
        }
    }

    /// Gives the pressed key to the command that the dialog waits for, or shows why that key cannot
    /// be used.
    fn change_key(&mut self, press: &KeyPress, context: EventContext) -> Vec<Effect> {
        let Some(Dialog::Keys { changing: Some(command), .. }) = self.window else {
            return Vec::new();
        };
        let changed = match Key::pressed(press) {
            None => Err(strings::no_such_key(&press.key)),
            Some(key) => Rc::make_mut(&mut self.keymap)
                .bind(command, key)
                .map_err(|row| strings::key_taken(&key.name(), row.label)),
        };
        let (changing, problem) = match changed {
            Ok(()) => (None, None),
            Err(why) => (Some(command), Some(why)),
        };
        self.window = Some(Dialog::Keys { changing, problem });
        self.save_keymap(context)
    }

    /// Saves the keys that differ from the defaults.
    fn save_keymap(&mut self, context: EventContext) -> Vec<Effect> {
        let off =
            (self.keymap.single == SingleKeys::Off).then(|| (SINGLE.to_owned(), OFF.to_owned()));
        let changed = self.keymap.changed().iter().filter_map(|(command, key)| {
            let row = SHORTCUTS.iter().find(|row| row.command == *command)?;
            Some((row.name.to_owned(), key.name()))
        });
        let members = settings::write_texts(off.into_iter().chain(changed));
        self.keep_setting(settings::KEYS, members, context)
    }
}

/// Returns the keys as they are saved. A key that clashes with another one, and one of an unknown
/// command, stays at its default.
pub(super) fn keys_at_start(records: &RecordStore) -> Keymap {
    let empty = JsonObject::new();
    let kept = records.setting(settings::KEYS).unwrap_or(&empty);
    let mut keys = Keymap::default();
    for (name, key) in settings::read_texts(kept) {
        let command: Option<Command> =
            SHORTCUTS.iter().find(|row| row.name == name).map(|row| row.command);
        if name == SINGLE && key == OFF {
            keys.single = SingleKeys::Off;
        } else if let Some((command, key)) = command.zip(Key::named(key)) {
            // A saved key may clash with a key of this version; the command then keeps its default
            // key.
            let _ = keys.bind(command, key);
        }
    }
    keys
}
