//! Undo and redo: the acts of this tab, in order, after those that the journal keeps of tabs that
//! are gone.

use crate::{
    edit::{Action, Edit},
    event_context::EventContext,
};

/// The longest pause, in milliseconds, after which typing on still belongs to the same step.
const PAUSE_MILLIS: u64 = 1000;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The name of its entry in the journal.
    pub name: String,
    /// What was done.
    pub done: StepOrigin,
}

/// What was done in a step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepOrigin {
    /// An act of this tab.
    ThisTab(Edit),
    /// An act of a tab that is gone, as its entry in the journal.
    ClosedTab(String),
}

/// What was done and can be undone, and what was undone and can be redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// When somebody last typed in the field of the last step, in milliseconds; `None` once the
    /// field has been left.
    typed: Option<u64>,
}

impl History {
    /// Adds an act that has just been done; what could be redone is forgotten. Returns the name of
    /// the step that it became: its own, or that of the step that it joined.
    ///
    /// Typing on in the same field joins the step before, until a pause of a second or
    /// [`History::end_typing`]. Going through the options of a list is typing without that pause.
    pub fn push(&mut self, edit: Edit, name: String, context: EventContext) -> String {
        self.future.clear();
        let is_soon = self.typed.is_some_and(|last| {
            edit.action == Action::ScaleChosen
                || context.millis.saturating_sub(last) <= PAUSE_MILLIS
        });
        self.typed = edit.is_coalescible().then_some(context.millis);
        match self.past.last_mut() {
            Some(Step { name, done: StepOrigin::ThisTab(last) })
                if is_soon && last.edits_same_field(&edit) =>
            {
                join(last, edit);
                name.clone()
            }
            Some(_) | None => {
                self.past.push(Step { name: name.clone(), done: StepOrigin::ThisTab(edit) });
                name
            }
        }
    }

    /// Puts steps of tabs that are gone before those of this tab, each list from the oldest on.
    pub fn prepend(&mut self, past: Vec<Step>, future: Vec<Step>) {
        self.past.splice(..0, past);
        // What could be redone is forgotten as soon as something else is done.
        if self.past.iter().all(|step| matches!(step.done, StepOrigin::ClosedTab(_))) {
            self.future.splice(..0, future);
        }
    }

    /// Says that the field that was typed in has been left: typing there again is a new step.
    pub fn end_typing(&mut self) {
        self.typed = None;
    }

    /// The edit with which typing in a field began that has not been left since; `None` where the
    /// last step is another act.
    pub fn typing_since(&self, action: &Action) -> Option<&Edit> {
        self.typed?;
        let steps = self.past.iter().rev().map_while(|step| match &step.done {
            StepOrigin::ThisTab(edit) => Some(edit).filter(|edit| edit.action == *action),
            StepOrigin::ClosedTab(_) => None,
        });
        steps.last()
    }

    /// The step that would be undone.
    pub fn last(&self) -> Option<&Step> {
        self.past.last()
    }

    /// The step that would be redone.
    pub fn next(&self) -> Option<&Step> {
        self.future.last()
    }

    /// Takes note that the last step has been undone.
    pub fn pop_undo(&mut self) {
        self.typed = None;
        self.future.extend(self.past.pop());
    }

    /// Takes note that the next step has been redone.
    pub fn pop_redo(&mut self) {
        self.typed = None;
        self.past.extend(self.future.pop());
    }
}

/// Adds a further edit of the same field to a step: what was before stays, what is after is new.
fn join(step: &mut Edit, further: Edit) {
    step.at = further.at;
    for change in further.changes {
        if !step.changes.iter_mut().any(|it| it.coalesce(&change)) {
            step.changes.push(change);
        }
    }
}
