//! The undo history: the steps of this tab in order, after the steps of closed tabs that the
//! journal has kept.
//!
//! A new act clears the steps that could be redone. Typing in one field joins into one step until
//! the user pauses or leaves the field.

use crate::{
    edit::{Action, Edit},
    event_context::EventContext,
};

/// The longest pause in typing, in milliseconds, that does not start a new step.
const PAUSE_MILLIS: u64 = 1000;

/// One undo step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The name of the step's entry in the journal.
    pub name: String,
    /// The act of the step.
    pub done: StepOrigin,
}

/// The act of a step, and the tab that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum StepOrigin {
    /// An act of this tab.
    ThisTab(Edit),
    /// An act of a closed tab, as the text of its entry in the journal.
    ClosedTab(String),
}

/// The steps that can be undone and those that can be redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// When the user last typed in the field of the last step, in milliseconds since 1970; `None`
    /// once the user has left the field.
    typed: Option<u64>,
}

impl History {
    /// Adds an act that was just done, and drops all steps that could be redone. Returns the name
    /// of the step that holds the act: `name`, or the name of the step that the act joined.
    ///
    /// Typing in the same field joins the step before, until a pause of more than a second or
    /// [`History::end_typing`]. Choosing one scale after another in the list of scales joins in the
    /// same way, whatever the pause.
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

    /// Puts the steps of closed tabs before those of this tab. The last step of `past` is the next
    /// to undo, and the last step of `future` is the next to redo.
    pub fn prepend(&mut self, past: Vec<Step>, future: Vec<Step>) {
        self.past.splice(..0, past);
        // An act of this tab drops all steps that could be redone, including those of closed tabs.
        if self.past.iter().all(|step| matches!(step.done, StepOrigin::ClosedTab(_))) {
            self.future.splice(..0, future);
        }
    }

    /// Ends the typing in a field when the user leaves it. Typing there again starts a new step.
    pub fn end_typing(&mut self) {
        self.typed = None;
    }

    /// Returns the first edit of the current run of typing in one field, whose acts all have
    /// `action`. Returns `None` if the user has left the field or the last step is another act.
    pub fn typing_since(&self, action: &Action) -> Option<&Edit> {
        self.typed?;
        let steps = self.past.iter().rev().map_while(|step| match &step.done {
            StepOrigin::ThisTab(edit) => Some(edit).filter(|edit| edit.action == *action),
            StepOrigin::ClosedTab(_) => None,
        });
        steps.last()
    }

    /// Returns the step that undo would take back.
    pub fn last(&self) -> Option<&Step> {
        self.past.last()
    }

    /// Returns the step that redo would repeat.
    pub fn next(&self) -> Option<&Step> {
        self.future.last()
    }

    /// Moves the last step to the steps that can be redone, after the program has undone it.
    pub fn pop_undo(&mut self) {
        self.typed = None;
        self.future.extend(self.past.pop());
    }

    /// Moves the next step back to the steps that can be undone, after the program has redone it.
    pub fn pop_redo(&mut self) {
        self.typed = None;
        self.past.extend(self.future.pop());
    }
}

/// Joins a further edit of the same field to a step: keeps the values before and replaces the
/// values after.
fn join(step: &mut Edit, further: Edit) {
    step.at = further.at;
    for change in further.changes {
        if !step.changes.iter_mut().any(|it| it.coalesce(&change)) {
            step.changes.push(change);
        }
    }
}
