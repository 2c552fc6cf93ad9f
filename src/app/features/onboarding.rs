//! The hints for new users on the sample article. Each goes away once the user has done what it
//! suggests, and never comes back: the done hints are stored as a setting.

use crate::{
    app::{Effect, Mode, state::Ctx},
    edit::Action,
    storage::{RecordStore, settings},
};

/// The hints for new users.
#[derive(Clone, Debug)]
pub(in crate::app) struct Onboarding {
    hints: [HintState; HINTS.len()],
    /// How many hints are saved as done.
    hints_kept: usize,
}

impl Onboarding {
    /// Reads at the start which hints are done.
    pub(in crate::app) fn new(records: &RecordStore) -> Self {
        let hints = hints_at_start(records);
        let hints_kept = hints.iter().filter(|hint| **hint == HintState::Done).count();
        Self { hints, hints_kept }
    }

    /// Marks the hints as done that the user has followed in this event, and saves that.
    pub(in crate::app) fn observe(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        if matches!(ctx.state.mode, Mode::Selecting { .. }) {
            self.complete_hint(Hint::Select);
        }
        for (_, action) in &ctx.state.steps {
            let is_tagged = |claim| ctx.claim(claim).is_some_and(|it| !it.tags.is_empty());
            if matches!(action, Action::ClaimMarked(claim) if is_tagged(claim)) {
                self.complete_hint(Hint::Tag);
            }
            if matches!(action, Action::BlockReviewed(_)) {
                self.complete_hint(Hint::Look);
            }
        }
        self.remember_hints(ctx)
    }

    /// Returns the state of each hint, in the order of [`HINTS`].
    pub(in crate::app) fn hints(&self) -> [HintState; HINTS.len()] {
        self.hints
    }

    /// Marks a hint as done, if it is still shown.
    fn complete_hint(&mut self, done: Hint) {
        for (state, (hint, ..)) in self.hints.iter_mut().zip(HINTS) {
            if hint == done && *state == HintState::Open {
                *state = HintState::Completing;
            }
        }
    }

    /// Saves which hints are done, if there is one more.
    fn remember_hints(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let done = self.hints.iter().zip(HINTS).filter(|(state, _)| **state != HintState::Open);
        let done: Vec<&str> = done.map(|(_, (_, name, _))| name).collect();
        if done.len() == self.hints_kept {
            return Vec::new();
        }
        self.hints_kept = done.len();
        let members =
            settings::write_texts(done.into_iter().map(|it| (it.to_owned(), "done".to_owned())));
        ctx.keep_setting(settings::HINTS, members)
    }
}

/// Something that a hint on the sample article suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words in the table say it")]
pub enum Hint {
    Select,
    Tag,
    Look,
}

/// Every hint: its name in settings, and its words.
pub const HINTS: [(Hint, &str, &str); 3] = [
    (Hint::Select, "select", "Select a claim: drag over its words, tap a sentence, or press S"),
    (Hint::Tag, "tag", "Choose a tag, or press its number"),
    (Hint::Look, "look", "Finished a paragraph? Press R, or click the circle beside it"),
];

/// Whether a hint is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HintState {
    /// The user has not done it.
    #[default]
    Open,
    /// The user has done it since the page was opened: its place stays empty, so that nothing on
    /// the page moves.
    Completing,
    /// The user had done it before the page was opened.
    Done,
}

/// Returns the state of each hint when the page is opened, in the order of [`HINTS`].
fn hints_at_start(records: &RecordStore) -> [HintState; HINTS.len()] {
    let kept = records.setting(settings::HINTS);
    HINTS.map(|(_, name, _)| {
        let is_done = kept.is_some_and(|kept| kept.contains_key(name));
        if is_done { HintState::Done } else { HintState::Open }
    })
}
