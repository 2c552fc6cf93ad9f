//! What takes long, in steps, so that the page answers in between.

use crate::{
    app::{Effect, IntakeMsg, Msg},
    document::Document,
    edit::{Change, Edit, Swap},
    saved::{Record, Turn, Unsealed},
    stamp::Stamp,
};

use super::{Desk, adding::Made};

/// From how many bytes on a text that comes is taken in steps.
pub(super) const LONG: usize = 1_000_000;

/// The name of the entry in the journal that an edit has, if it has one.
pub(super) type EntryName = Option<(String, Turn)>;

/// What is still to be done.
#[derive(Clone, Debug)]
pub(super) enum Due {
    /// An article that is made and is still to be added.
    Add(Box<Made>),
    /// An edit that is made and shown, and is still to be written; with the records that it was made
    /// of.
    Write(Edit, Vec<Record>, EntryName),
    /// One that is written, and is still to be sent to the stores.
    Send(Edit, Vec<Unsealed>, EntryName),
}

impl Desk {
    /// Lets something wait until the page has answered.
    pub(super) fn postpone(&mut self, due: Due) -> Vec<Effect> {
        self.due.push(due);
        vec![Effect::ComeBack]
    }

    /// Lets an article that was read wait until the page has answered.
    pub(super) fn add_soon(&mut self, made: Made) -> Vec<Effect> {
        self.postpone(Due::Add(Box::new(made)))
    }

    /// Whether articles that came together wait to be added.
    pub(super) fn has_more_to_add(&self) -> bool {
        self.due.iter().any(|due| matches!(due, Due::Add(made) if made.came_together()))
    }

    /// Does what is due before something happens: one step where nothing does, or else all that it
    /// could be about.
    pub(super) fn do_due(&mut self, msg: &Msg, stamp: Stamp) -> Vec<Effect> {
        let (mut effects, mut steps) = (Vec::new(), 0);
        if matches!(msg, Msg::Intake(IntakeMsg::Left)) {
            self.due.retain(|due| !is_of_dialog(due));
        }
        while let Some(due) = self.due.pop_if(|due| is_hurried(due, msg)) {
            // Each step is an event of its own, also where many are done before one.
            steps += 1;
            let stamp = Stamp { seed: stamp.seed.wrapping_add(steps << 64), ..stamp };
            effects.extend(self.take_step(due, stamp));
            if matches!(msg, Msg::CameBack) {
                break;
            }
        }
        effects
    }

    fn take_step(&mut self, due: Due, stamp: Stamp) -> Vec<Effect> {
        match due {
            Due::Add(made) => self.add_made(*made, stamp),
            Due::Write(edit, bases, entry) => {
                let writes = self.writes(&edit, bases, stamp);
                self.postpone(Due::Send(edit, writes, entry))
            }
            Due::Send(edit, writes, entry) => self.send(&edit, writes, entry),
        }
    }
}

/// Whether something was asked for in the dialog, and is not done where the dialog is left.
fn is_of_dialog(due: &Due) -> bool {
    matches!(due, Due::Add(made) if !made.came_together())
}

/// Whether something is done before what happens: what the stores and the readers tell does not
/// hurry what is still to come in.
fn is_hurried(due: &Due, msg: &Msg) -> bool {
    let is_told = matches!(
        msg,
        Msg::Saved { .. }
            | Msg::SaveFailed(_)
            | Msg::StoresInDoubt(_)
            | Msg::Heard(_)
            | Msg::TabsCounted { .. }
            | Msg::Intake(IntakeMsg::Told { .. } | IntakeMsg::Read { .. })
    );
    !(is_told && matches!(due, Due::Add(_)))
}

/// Whether an article has a text that is taken in steps.
pub(super) fn is_long(document: &Document) -> bool {
    document.blocks().iter().map(|block| block.text.len()).sum::<usize>() >= LONG
}

/// Whether an edit brings such an article.
pub(super) fn brings_long(edit: &Edit) -> bool {
    edit.changes.iter().any(|change| {
        matches!(change, Change::Article(Swap { before: None, after: Some(document) })
            if is_long(document))
    })
}
