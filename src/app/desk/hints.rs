//! The hints of the first minute, which go away as they are done and never come back; and what is
//! said to those who hear the page.

use crate::{
    app::Effect,
    json::Members,
    saved::{Shelf, settings},
    stamp::Stamp,
};

use super::Desk;

/// Something that is hinted at on the sample article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words in the table say it")]
pub enum Hint {
    Select,
    Tag,
    Look,
}

/// Every hint: its name in settings, and its words.
pub const HINTS: [(Hint, &str, &str); 3] = [
    (Hint::Select, "select", "Select words that can be checked: drag over them, tap, or press S"),
    (Hint::Tag, "tag", "Say what kind of claim it is: choose a tag, or press its number"),
    (Hint::Look, "look", "Done with a paragraph? Press R, or the ring beside it"),
];

/// Whether a hint is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HintState {
    /// It has not been done.
    #[default]
    Open,
    /// It has been done since the page was opened: its place stays empty, so that nothing moves.
    JustDone,
    /// It was done before.
    Done,
}

impl Desk {
    /// The state of each hint, in the order of [`HINTS`].
    pub fn hints(&self) -> [HintState; HINTS.len()] {
        self.hints
    }

    /// What is said to those who hear the page; the number counts what was said.
    pub fn said(&self) -> (&str, usize) {
        (&self.said.0, self.said.1)
    }

    pub(super) fn say(&mut self, text: String) {
        self.said = (text, self.said.1 + 1);
    }

    /// Takes note that what a hint hints at has been done.
    pub(super) fn do_hint(&mut self, done: Hint) {
        for (state, (hint, ..)) in self.hints.iter_mut().zip(HINTS) {
            if hint == done && *state == HintState::Open {
                *state = HintState::JustDone;
            }
        }
    }

    /// Remembers which hints have been done, if there is one more.
    pub(super) fn remember_hints(&mut self, stamp: Stamp) -> Vec<Effect> {
        let done = self.hints.iter().zip(HINTS).filter(|(state, _)| **state != HintState::Open);
        let done: Vec<&str> = done.map(|(_, (_, name, _))| name).collect();
        if done.len() == self.hints_kept {
            return Vec::new();
        }
        self.hints_kept = done.len();
        let members =
            settings::write_texts(done.into_iter().map(|it| (it.to_owned(), "done".to_owned())));
        self.keep_setting(settings::HINTS, members, stamp)
    }

    /// Keeps a setting, without saying that work is on its way.
    pub(super) fn keep_setting(
        &mut self,
        name: &str,
        members: Members,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let write = self.shelf.keep_setting(name, members, &mut self.clock, stamp.millis);
        let Some(write) = write else { return Vec::new() };
        vec![self.save_quietly(vec![write])]
    }
}

/// The hints as they are when the page is opened.
pub(super) fn hints_at_start(shelf: &Shelf) -> [HintState; HINTS.len()] {
    let kept = shelf.setting(settings::HINTS);
    HINTS.map(|(_, name, _)| {
        let is_done = kept.is_some_and(|kept| kept.contains_key(name));
        if is_done { HintState::Done } else { HintState::Open }
    })
}
