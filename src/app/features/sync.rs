//! Changes from other tabs, and the database's answers to the writes of this tab. Records of open
//! articles become changes of their documents, and records of closed articles go to the record
//! store. None of this is an act of the user here, so it leaves no undo step.

use std::rc::Rc;

use crate::{
    app::{Dialog, Effect, LibraryMsg, Mode, Msg, state::Ctx},
    claim::Claim,
    edit::{Action, Change, Diff, Edit},
    id::ArticleId,
    storage::{Key, RecordId, RecordStore, RemoteUpdate, SaveError, StoredRecord},
    strings,
};

/// Handles the answer that a batch, and all before it, is saved. `settled` has the keys and
/// values of records that the database merged with writes of another tab.
pub(in crate::app) fn handle_saved(
    number: u64,
    settled: Vec<(String, String)>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    ctx.state.saving.confirm(number);
    // An answer of the database means that it is open by now.
    ctx.state.notice.take_if(|notice| notice.text == strings::NOT_OPENED);
    apply_remote_changes(settled, ctx)
}

/// Records that a batch could not be saved.
pub(in crate::app) fn handle_save_error(save_error: SaveError, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    ctx.state.saving.failed(save_error);
    Vec::new()
}

/// Applies values that another tab has stored. A record that this tab is saving just now is
/// skipped: the database merges both versions and answers with the result.
pub(in crate::app) fn apply_remote_changes(
    values: Vec<(String, String)>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut changed: Vec<(ArticleId, Vec<(RecordId, StoredRecord)>)> = Vec::new();
    for (name, value) in values {
        let Some(key) = Key::parse(&name) else { continue };
        if ctx.state.saving.is_in_flight(&key) {
            continue;
        }
        match ctx.state.records.apply_remote(&key, &value) {
            RemoteUpdate::Nothing | RemoteUpdate::Other => {}
            RemoteUpdate::Locked => {
                ctx.state.saving.failed(SaveError::NewerVersion);
            }
            RemoteUpdate::Record(article, place, stored) => {
                ctx.state.clock.observe(stored.revision.hlc);
                match changed.iter_mut().find(|(other, _)| *other == article) {
                    Some((_, records)) => records.push((place, *stored)),
                    None => changed.push((article, vec![(place, *stored)])),
                }
            }
        }
    }
    let is_received = !changed.is_empty();
    for (article, records) in changed {
        effects.extend(take_records(&article, records, ctx));
    }
    if is_received && ctx.state.open.is_none() {
        effects.extend(ctx.show_another());
    }
    if is_received && matches!(ctx.state.dialog, Some(Dialog::Library(_))) {
        ctx.send(Msg::Library(LibraryMsg::ListChanged));
    }
    effects
}

/// Applies the records of one article that another tab has stored.
fn take_records(
    article: &ArticleId,
    records: Vec<(RecordId, StoredRecord)>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let is_deleted = records.iter().any(|(place, it)| *place == RecordId::Details && it.deleted);
    if is_deleted {
        return drop_article(article, records, ctx);
    }
    if !ctx.state.documents.contains_key(article) {
        for (place, stored) in records {
            ctx.state.records.upsert_closed(article, place, stored);
        }
        ctx.list_articles();
        return Vec::new();
    }
    let is_named = records.iter().any(|(place, _)| *place == RecordId::Details);
    let Some(document) = ctx.state.documents.get_mut(article) else { return Vec::new() };
    let mut changes = Vec::new();
    // A record that does not fit the article is skipped here, and quarantined when a later
    // start loads the article.
    for (further, number) in RecordStore::changes(&records, document).into_iter().flatten() {
        document.reserve_number(number);
        changes.extend(further);
    }
    let edit =
        Edit { action: Action::Restored, article: article.clone(), at: ctx.event.time(), changes };
    let mut effects = apply_remote_edit(&edit, ctx);
    if is_named {
        ctx.list_articles();
    }
    drop_stale_selection(ctx);
    effects.extend(renumber_duplicates(&edit, ctx));
    effects.extend(keep_used_sources(&edit, ctx));
    effects
}

/// Changes a document as another tab did. Claims of this tab that move with the text are
/// written at their new positions.
fn apply_remote_edit(edit: &Edit, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let document = ctx.state.documents.get(&edit.article);
    let carried = document.map(|document| edit.follow_up_claim_moves(document)).unwrap_or_default();
    if carried.is_empty() {
        ctx.apply_to_document(edit);
        return Vec::new();
    }
    let carried = Edit { changes: carried, ..edit.clone() };
    let bases = ctx.state.records.base_records(&carried, document);
    let changes = [edit.changes.as_slice(), &carried.changes].concat();
    ctx.apply_to_document(&Edit { changes, ..edit.clone() });
    ctx.write(&carried, bases, None)
}

/// Closes an article that another tab has deleted.
fn drop_article(
    article: &ArticleId,
    records: Vec<(RecordId, StoredRecord)>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    if let Some(document) = ctx.state.documents.remove(article) {
        ctx.state.records.store_closed(&document);
    }
    for (place, stored) in records {
        ctx.state.records.upsert_closed(article, place, stored);
    }
    ctx.list_articles();
    if ctx.state.open.take_if(|reading| reading.article == *article).is_none() {
        return Vec::new();
    }
    let effects = ctx.show_another();
    ctx.notify(strings::DELETED_ELSEWHERE);
    effects
}

/// Deselects a claim that another tab has deleted, and drops a selection where the text has
/// changed.
fn drop_stale_selection(ctx: &mut Ctx<'_>) {
    let is_moved = matches!(&ctx.state.mode, Mode::Selecting { dragged, span, .. }
    if ctx.document().is_none_or(|document| {
        [dragged, span].iter().any(|it| it.text(document.blocks()).is_none())
    }));
    if is_moved {
        ctx.set_mode(Mode::on_claim(ctx.selected()));
    }
    let is_gone =
        ctx.state.mode.claim().is_some_and(|claim| {
            ctx.document().is_none_or(|document| document.claim(claim).is_none())
        });
    if is_gone && matches!(ctx.state.mode, Mode::Claim(_)) {
        ctx.state.mode = Mode::Reading;
    }
}

/// Restores sources that another tab has deleted and that claims of this tab use.
fn keep_used_sources(edit: &Edit, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.state.documents.get(&edit.article) else { return Vec::new() };
    let used = edit.changes.iter().filter_map(|change| {
        let Change::Source(id, Diff { before, after: None }) = change else { return None };
        document.evidence_using(id).next()?;
        Some(Change::Source(id.clone(), Diff { before: None, after: before.clone() }))
    });
    let changes: Vec<Change> = used.collect();
    if changes.is_empty() {
        return Vec::new();
    }
    ctx.apply(&Edit { changes, ..edit.clone() }, None)
}

/// Gives a claim a new number where another tab gave the same number to an earlier claim.
fn renumber_duplicates(edit: &Edit, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let Some(document) = ctx.state.documents.get(&edit.article) else { return Vec::new() };
    let mut changes = Vec::new();
    for change in &edit.changes {
        let Change::Claim(_, diff) = change else { continue };
        let (None, Some(received)) = (&diff.before, &diff.after) else { continue };
        let later = document.claims().find(|own| {
            own.number == received.number
                && (own.created, &own.id) > (received.created, &received.id)
        });
        changes.extend(later.map(|own| {
            let claim = Claim { number: document.next_number(), ..own.as_ref().clone() };
            let (before, after) = (Some(Rc::clone(own)), Some(Rc::new(claim)));
            Change::Claim(own.id.clone(), Diff { before, after })
        }));
    }
    if changes.is_empty() {
        return Vec::new();
    }
    let edit = Edit { changes, ..edit.clone() };
    ctx.apply(&edit, None)
}
