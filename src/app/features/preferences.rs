//! The settings of this browser: the appearance of the page, the keys and the name of the user.
//! Each change is saved at once and takes effect at once.

use std::rc::Rc;

use crate::{
    app::{
        Command, Dialog, Effect, Key, KeyPress, Keymap, SHORTCUTS, SettingsMsg, SingleKeys,
        state::{AUTHOR_NAME, Ctx},
    },
    json::JsonObject,
    settings::View,
    storage::{RecordStore, settings},
    strings,
};

/// The settings of this browser that the page uses all the time.
#[derive(Clone, Debug)]
pub(in crate::app) struct Preferences {
    keymap: Rc<Keymap>,
    appearance: View,
}

impl Preferences {
    /// Reads the settings at the start.
    pub(in crate::app) fn new(records: &RecordStore) -> Self {
        let view = records.setting(settings::VIEW).map(settings::read_view).unwrap_or_default();
        Self { keymap: Rc::new(keys_at_start(records)), appearance: view }
    }

    /// Returns the appearance of the page.
    pub(in crate::app) fn view(&self) -> View {
        self.appearance
    }

    /// Returns the keys as the user has set them.
    pub(in crate::app) fn keymap(&self) -> &Rc<Keymap> {
        &self.keymap
    }

    /// Handles a message about the settings.
    pub(in crate::app) fn change_settings(
        &mut self,
        msg: SettingsMsg,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        match msg {
            SettingsMsg::AppearanceChanged(view) => {
                self.appearance = view;
                let mut effects = ctx.keep_setting(settings::VIEW, settings::write_view(view));
                effects.push(Effect::ApplyAppearance(view));
                effects
            }
            SettingsMsg::AuthorWritten(name) => {
                let members = settings::write_text_setting(AUTHOR_NAME, &name);
                ctx.keep_setting(settings::AUTHOR, members)
            }
            SettingsMsg::SingleKeysToggled => {
                let keys = Rc::make_mut(&mut self.keymap);
                keys.single = match keys.single {
                    SingleKeys::On => SingleKeys::Off,
                    SingleKeys::Off => SingleKeys::On,
                };
                self.save_keymap(ctx)
            }
            SettingsMsg::KeyAsked(changing) => {
                ctx.state.dialog = Some(Dialog::Keys { changing, problem: None });
                Vec::new()
            }
            SettingsMsg::KeyPressed(press) => self.change_key(&press, ctx),
            SettingsMsg::KeysRestored => {
                self.keymap = Rc::new(Keymap::new(self.keymap.single));
                ctx.state.dialog = Some(Dialog::Keys { changing: None, problem: None });
                self.save_keymap(ctx)
            }
        }
    }

    /// Gives the pressed key to the command that the dialog waits for, or shows why that key cannot
    /// be used.
    fn change_key(&mut self, press: &KeyPress, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let Some(Dialog::Keys { changing: Some(command), .. }) = ctx.state.dialog else {
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
        ctx.state.dialog = Some(Dialog::Keys { changing, problem });
        self.save_keymap(ctx)
    }

    /// Saves the keys that differ from the defaults.
    fn save_keymap(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let off =
            (self.keymap.single == SingleKeys::Off).then(|| (SINGLE.to_owned(), OFF.to_owned()));
        let changed = self.keymap.changed().iter().filter_map(|(command, key)| {
            let row = SHORTCUTS.iter().find(|row| row.command == *command)?;
            Some((row.name.to_owned(), key.name()))
        });
        let members = settings::write_texts(off.into_iter().chain(changed));
        ctx.keep_setting(settings::KEYS, members)
    }
}

/// Opens the dialog with the keys.
pub(in crate::app) fn show_keys(ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.dialog = Some(Dialog::Keys { changing: None, problem: None });
    Vec::new()
}

/// The member of the setting of keys whose value `off` switches single keys off.
const SINGLE: &str = "single-keys";
const OFF: &str = "off";

/// Returns the keys as they are saved. A key that clashes with another one, and one of an unknown
/// command, stays at its default.
fn keys_at_start(records: &RecordStore) -> Keymap {
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
