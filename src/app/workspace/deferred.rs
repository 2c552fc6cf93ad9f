//! Work that takes long, split into steps that run one per tick, so that the page answers in
//! between. Before the workspace handles any other event, it first runs the tasks on which that
//! event may depend. The tasks form a stack: the last one runs first.

use crate::{
    app::{Effect, ImportMsg, Msg},
    document::Document,
    edit::{Change, Diff, Edit},
    event_context::EventContext,
    storage::{EntryKind, Record, UnsealedWrite},
};

use super::{Workspace, import_queue::PendingImport};

/// The size, in bytes, from which a text is imported and written in steps.
pub(super) const LARGE_TEXT_BYTES: usize = 1_000_000;

/// The name and the kind of the journal entry of an edit; `None` for an edit without an entry.
pub(super) type EntryName = Option<(String, EntryKind)>;

/// A task that is still to be run.
#[derive(Clone, Debug)]
pub(super) enum DeferredTask {
    /// Adds an article that an import made.
    Add(Box<PendingImport>),
    /// Prepares the writes of an edit that is already on screen, from the records before that edit.
    Write(Edit, Vec<Record>, EntryName),
    /// Sends the writes of an edit to the stores.
    Send(Edit, Vec<UnsealedWrite>, EntryName),
}

impl Workspace {
    /// Puts a task on the stack, and asks for a tick, which comes after the page has answered.
    pub(super) fn schedule_later(&mut self, due: DeferredTask) -> Vec<Effect> {
        self.deferred.push(due);
        vec![Effect::ScheduleTick]
    }

    /// Adds an imported article in a later step.
    pub(super) fn defer_import(&mut self, made: PendingImport) -> Vec<Effect> {
        self.schedule_later(DeferredTask::Add(Box::new(made)))
    }

    /// Returns whether articles of a batch still wait to be added.
    pub(super) fn has_more_to_add(&self) -> bool {
        self.deferred.iter().any(|due| matches!(due, DeferredTask::Add(made) if made.is_batch()))
    }

    /// Runs deferred tasks before the workspace handles `msg`: one step on a tick, otherwise
    /// everything that `msg` may depend on.
    ///
    /// Closing the import dialog drops the articles that it was about to add.
    pub(super) fn run_deferred(&mut self, msg: &Msg, context: EventContext) -> Vec<Effect> {
        let (mut effects, mut steps) = (Vec::new(), 0);
        if matches!(msg, Msg::Import(ImportMsg::Closed)) {
            self.deferred.retain(|due| !is_of_dialog(due));
        }
        while let Some(due) = self.deferred.pop_if(|due| must_run_before(due, msg)) {
            // Each step needs random bits of its own, so that no two steps create the same
            // identifier.
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

/// Returns whether a task comes from the import dialog, so that closing the dialog cancels it.
fn is_of_dialog(due: &DeferredTask) -> bool {
    matches!(due, DeferredTask::Add(made) if !made.is_batch())
}

/// Returns whether a task runs before the workspace handles `msg`. Every task does, with one
/// exception: imported articles wait while the stores, other tabs or the worker only report
/// something.
fn must_run_before(due: &DeferredTask, msg: &Msg) -> bool {
    let is_known = matches!(
        msg,
        Msg::Saved { .. }
            | Msg::SaveFailed(_)
            | Msg::StoresInDoubt(_)
            | Msg::RemoteChanged(_)
            | Msg::TabsListed { .. }
            | Msg::Import(ImportMsg::Progressed { .. } | ImportMsg::Read { .. })
    );
    !(is_known && matches!(due, DeferredTask::Add(_)))
}

/// Returns whether the text of an article is so long that it is imported and written in steps.
pub(super) fn is_long(document: &Document) -> bool {
    document.blocks().iter().map(|block| block.text.len()).sum::<usize>() >= LARGE_TEXT_BYTES
}

/// Returns whether an edit adds an article with such a long text.
pub(super) fn adds_long_text(edit: &Edit) -> bool {
    edit.changes.iter().any(|change| {
        matches!(change, Change::Article(Diff { before: None, after: Some(document) })
            if is_long(document))
    })
}
