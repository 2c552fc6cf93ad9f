//! The hints of the first minute. Each goes away once the user has done what it suggests, and never
//! comes back: which hints are done is a setting.

use crate::{
    app::Effect,
    event_context::EventContext,
    storage::{RecordStore, settings},
};

use super::Workspace;

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
    Completing,
    /// It was done before.
    Done,
}

impl Workspace {
    /// The state of each hint, in the order of [`HINTS`].
    pub fn hints(&self) -> [HintState; HINTS.len()] {
        self.hints
    }

    /// Takes note that what a hint hints at has been done.
    pub(super) fn complete_hint(&mut self, done: Hint) {
        for (state, (hint, ..)) in self.hints.iter_mut().zip(HINTS) {
            if hint == done && *state == HintState::Open {
                *state = HintState::Completing;
            }
        }
    }

    /// Remembers which hints have been done, if there is one more.
    pub(super) fn remember_hints(&mut self, context: EventContext) -> Vec<Effect> {
        let done = self.hints.iter().zip(HINTS).filter(|(state, _)| **state != HintState::Open);
        let done: Vec<&str> = done.map(|(_, (_, name, _))| name).collect();
        if done.len() == self.hints_kept {
            return Vec::new();
        }
        self.hints_kept = done.len();
        let members =
            settings::write_texts(done.into_iter().map(|it| (it.to_owned(), "done".to_owned())));
        self.keep_setting(settings::HINTS, members, context)
    }
}

/// The hints as they are when the page is opened.
pub(super) fn hints_at_start(records: &RecordStore) -> [HintState; HINTS.len()] {
    let kept = records.setting(settings::HINTS);
    HINTS.map(|(_, name, _)| {
        let is_done = kept.is_some_and(|kept| kept.contains_key(name));
        if is_done { HintState::Done } else { HintState::Open }
    })
}
