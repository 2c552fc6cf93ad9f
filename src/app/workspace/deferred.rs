//! What takes long, in steps, so that the page answers in between.

use crate::{
    app::{Effect, ImportMsg, Msg},
    document::Document,
    edit::{Change, Diff, Edit},
    event_context::EventContext,
    storage::{EntryKind, Record, UnsealedWrite},
};

use super::{Workspace, import_queue::PendingImport};

/// From how many bytes on a text that comes is taken in steps.
pub(super) const LARGE_TEXT_BYTES: usize = 1_000_000;

/// The name of the entry in the journal that an edit has, if it has one.
pub(super) type EntryName = Option<(String, EntryKind)>;

/// What is still to be done.
#[derive(Clone, Debug)]
pub(super) enum DeferredTask {
    /// An article that is made and is still to be added.
    Add(Box<PendingImport>),
    /// An edit that is made and shown, and is still to be written; with the records that it was made
    /// of.
    Write(Edit, Vec<Record>, EntryName),
    /// One that is written, and is still to be sent to the stores.
    Send(Edit, Vec<UnsealedWrite>, EntryName),
}

impl Workspace {
    /// Lets something wait until the page has answered.
    pub(super) fn schedule_later(&mut self, due: DeferredTask) -> Vec<Effect> {
        self.deferred.push(due);
        vec![Effect::ScheduleTick]
    }

    /// Lets an article that was read wait until the page has answered.
    pub(super) fn defer_import(&mut self, made: PendingImport) -> Vec<Effect> {
        self.schedule_later(DeferredTask::Add(Box::new(made)))
    }

    /// Whether articles that came together wait to be added.
    pub(super) fn has_more_to_add(&self) -> bool {
        self.deferred.iter().any(|due| matches!(due, DeferredTask::Add(made) if made.is_batch()))
    }

    /// Does what is due before something happens: one step where nothing does, or else all that it
    /// could be about.
    pub(super) fn run_deferred(&mut self, msg: &Msg, context: EventContext) -> Vec<Effect> {
        let (mut effects, mut steps) = (Vec::new(), 0);
        if matches!(msg, Msg::Import(ImportMsg::Closed)) {
            self.deferred.retain(|due| !is_of_dialog(due));
        }
        while let Some(due) = self.deferred.pop_if(|due| must_run_before(due, msg)) {
            // Each step is an event of its own, also where many are done before one.
            steps += 1;
            let context =
                EventContext { entropy: context.entropy.wrapping_add(steps << 64), ..context };
            effects.extend(self.run_task(due, context));
            if matches!(msg, Msg::Tick) {
                break;
            }
        }
        effects
    }

    fn run_task(&mut self, due: DeferredTask, context: EventContext) -> Vec<Effect> {
        match due {
            DeferredTask::Add(made) => self.add_pending(*made, context),
            DeferredTask::Write(edit, bases, entry) => {
                let writes = self.writes(&edit, bases, context);
                self.schedule_later(DeferredTask::Send(edit, writes, entry))
            }
            DeferredTask::Send(edit, writes, entry) => self.send(&edit, writes, entry),
        }
    }
}

/// Whether something was asked for in the dialog, and is not done where the dialog is left.
fn is_of_dialog(due: &DeferredTask) -> bool {
    matches!(due, DeferredTask::Add(made) if !made.is_batch())
}

/// Whether something is done before what happens: what the stores and the readers tell does not
/// hurry what is still to come in.
fn must_run_before(due: &DeferredTask, msg: &Msg) -> bool {
    let is_told = matches!(
        msg,
        Msg::Saved { .. }
            | Msg::SaveFailed(_)
            | Msg::StoresInDoubt(_)
            | Msg::RemoteChanged(_)
            | Msg::TabsListed { .. }
            | Msg::Import(ImportMsg::Progressed { .. } | ImportMsg::Read { .. })
    );
    !(is_told && matches!(due, DeferredTask::Add(_)))
}

/// Whether an article has a text that is taken in steps.
pub(super) fn is_long(document: &Document) -> bool {
    document.blocks().iter().map(|block| block.text.len()).sum::<usize>() >= LARGE_TEXT_BYTES
}

/// Whether an edit brings such an article.
pub(super) fn adds_long_text(edit: &Edit) -> bool {
    edit.changes.iter().any(|change| {
        matches!(change, Change::Article(Diff { before: None, after: Some(document) })
            if is_long(document))
    })
}
