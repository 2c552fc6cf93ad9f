//! Conflicts: two tabs wrote the same member of a record at the same time. The page shows the later
//! value and keeps the other one until the user decides. Neither decision loses a value: the
//! history still has both.

use crate::{
    app::{
        Effect,
        state::{Ctx, State},
    },
    edit::{Action, Edit},
    storage::{Batch, Conflict, RecordStore},
    strings,
};

/// Returns the undecided conflicts of the article on screen.
pub(in crate::app) fn contested(state: &State) -> Vec<Conflict> {
    state.document().map(|document| state.records.conflicts(document)).unwrap_or_default()
}

/// Shows the other value of a conflict; the value that was shown becomes the other one. The
/// user can undo this.
pub(in crate::app) fn accept_conflict(other: &Conflict, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(reading) = &ctx.state.open else { return Vec::new() };
    let Some(document) = ctx.state.documents.get(&reading.article) else { return Vec::new() };
    let stored = ctx.state.records.accept_conflict(other, document);
    let read = RecordStore::changes(&[(other.place.clone(), stored)], document);
    let Ok(read) = read.into_iter().collect::<Result<Vec<_>, _>>() else {
        return ctx.notify_error(strings::CANNOT_RETRACE.to_owned());
    };
    let changes = read.into_iter().flat_map(|(changes, _)| changes).collect();
    let (action, article) = (Action::ConflictResolved, reading.article.clone());
    ctx.commit(&Edit { action, article, at: ctx.event.time(), changes })
}

/// Keeps the value that is shown, and drops the other one, which then is in the history only.
pub(in crate::app) fn dismiss_conflict(other: &Conflict, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(reading) = &ctx.state.open else { return Vec::new() };
    let Some(document) = ctx.state.documents.get(&reading.article) else { return Vec::new() };
    let write =
        ctx.state.records.dismiss_conflict(other, document, &mut ctx.state.clock, ctx.event.millis);
    let writes = vec![write];
    let number = ctx.state.saving.send(&writes);
    vec![Effect::Save(Batch { number, writes, entry: None })]
}
