//! Undo and redo: the acts of this tab, in order.

use crate::{edit::Edit, stamp::Stamp};

/// The longest pause, in milliseconds, after which typing on still belongs to the same step.
const PAUSE_MILLIS: u64 = 1000;

/// What was done and can be undone, and what was undone and can be redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Edit>,
    future: Vec<Edit>,
    /// When somebody last typed in the field of the last step, in milliseconds; `None` once the
    /// field has been left.
    typed: Option<u64>,
}

impl History {
    /// Adds an act that has just been done; what could be redone is forgotten.
    ///
    /// Typing on in the same field joins the step before, until a pause of a second or
    /// [`History::leave_field`].
    pub fn push(&mut self, edit: Edit, stamp: Stamp) {
        self.future.clear();
        let goes_on =
            self.typed.is_some_and(|last| stamp.millis.saturating_sub(last) <= PAUSE_MILLIS)
                && self.past.last().is_some_and(|last| last.is_of_one_field_with(&edit));
        self.typed = edit.is_typing().then_some(stamp.millis);
        match self.past.last_mut() {
            Some(last) if goes_on => join(last, edit),
            Some(_) | None => self.past.push(edit),
        }
    }

    /// Says that the field that was typed in has been left: typing there again is a new step.
    pub fn leave_field(&mut self) {
        self.typed = None;
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The edit that takes back the last act; it counts as undone from now on.
    pub fn undo(&mut self) -> Option<Edit> {
        self.typed = None;
        let edit = self.past.pop()?;
        self.future.push(edit.clone());
        Some(edit.turned())
    }

    /// The edit that does again what was undone last; it counts as done from now on.
    pub fn redo(&mut self) -> Option<Edit> {
        self.typed = None;
        let edit = self.future.pop()?;
        self.past.push(edit.clone());
        Some(edit)
    }
}

/// Adds a further edit of the same field to a step: what was before stays, what is after is new.
fn join(step: &mut Edit, further: Edit) {
    step.at = further.at;
    for change in further.changes {
        if !step.changes.iter_mut().any(|it| it.go_on(&change)) {
            step.changes.push(change);
        }
    }
}
