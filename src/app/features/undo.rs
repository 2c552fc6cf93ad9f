//! Undo and redo, in this tab and of acts in tabs that are closed. An undo is a new edit that
//! reverses a step, so work that was done since in another tab stays. Where the step would
//! overwrite such work, the user has to confirm it by undoing once more.

use crate::{
    app::{
        Dialog, Effect, LibraryMsg, LibraryStatus, Mode, Msg, Notice, Route, SelectionOrigin,
        state::{Ctx, State},
    },
    edit::{Action, Change, Diff, Edit},
    id::ArticleId,
    storage::{
        Entry, EntryKind, TabId, UndoDirection, changes_to_replay, read_entry, steps_of_closed_tabs,
    },
    strings,
    time::Timestamp,
    undo_history::{Step, StepOrigin},
};

/// Undo and redo.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Undo {
    /// The name of the step for which the user has been warned that another tab has changed the
    /// same thing since.
    warned_step: Option<String>,
}

impl Undo {
    /// Undoes the last step or redoes the next one, together with the steps that were made in the
    /// same act, and shows the place that it changed. An open library stays open.
    pub(in crate::app) fn undo_or_redo(
        &mut self,
        undo_direction: UndoDirection,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let (notice, shown) = (ctx.state.notice.clone(), shown_article(ctx));
        let (mut effects, mut titles) = (Vec::new(), Vec::new());
        let mut step = next_step(undo_direction, ctx);
        while let Some(this) = step {
            let listed = ctx.state.articles.clone();
            let before = ctx.state.steps.len();
            effects.extend(self.retrace(&this, undo_direction, ctx));
            let article = ctx.state.steps.get(before).map(|(article, _)| article);
            let is_elsewhere =
                is_in_library(ctx) || shown.as_ref() != article || shown != shown_article(ctx);
            let mut rows = listed.iter().chain(&ctx.state.articles).filter(|_| is_elsewhere);
            titles.extend(rows.find(|row| Some(&row.id) == article).map(|row| row.title.clone()));
            step = next_step(undo_direction, ctx).filter(|next| {
                let together = batch_key(&this);
                next.name != this.name && together.is_some() && batch_key(next) == together
            });
        }
        effects.extend(tell_retraced(&titles, notice.as_ref(), ctx));
        effects
    }

    /// Undoes or redoes one step. A step that is not possible any more is skipped with a notice.
    fn retrace(
        &mut self,
        step: &Step,
        undo_direction: UndoDirection,
        ctx: &mut Ctx<'_>,
    ) -> Vec<Effect> {
        let Some((edit, is_contested)) = retraced(step, undo_direction, ctx) else {
            self.pop_step(undo_direction, ctx);
            return ctx.notify_error(strings::CANNOT_RETRACE.to_owned());
        };
        if ctx.state.records.is_locked(&edit) {
            return ctx.notify_error(strings::LOCKED.to_owned());
        }
        // The first attempt only warns that another tab has changed the same thing since; a second
        // one overwrites that.
        if is_contested && self.warned_step.as_ref() != Some(&step.name) {
            self.warned_step = Some(step.name.clone());
            ctx.notify(match undo_direction {
                UndoDirection::Undo => strings::UNDO_CONTESTED,
                UndoDirection::Redo => strings::REDO_CONTESTED,
            });
            return Vec::new();
        }
        ctx.drop_remark();
        self.pop_step(undo_direction, ctx);
        let (said, turn) = match undo_direction {
            UndoDirection::Undo => {
                (strings::undone(&edit.action), EntryKind::Undone(step.name.clone()))
            }
            UndoDirection::Redo => {
                (strings::redone(&edit.action), EntryKind::Redone(step.name.clone()))
            }
        };
        ctx.state.steps.push((edit.article.clone(), edit.action.clone()));
        let effects = apply_replayed(&edit, turn, ctx);
        ctx.announce(said);
        effects
    }

    /// Moves a step from the undo list to the redo list, or the other way round.
    fn pop_step(&mut self, undo_direction: UndoDirection, ctx: &mut Ctx<'_>) {
        self.warned_step = None;
        match undo_direction {
            UndoDirection::Undo => ctx.state.history.pop_undo(),
            UndoDirection::Redo => ctx.state.history.pop_redo(),
        }
    }
}

/// Returns whether there is a step to undo.
pub(in crate::app) fn can_undo(state: &State) -> bool {
    state.history.last().is_some()
}

/// Returns whether there is a step to redo.
pub(in crate::app) fn can_redo(state: &State) -> bool {
    state.history.next().is_some()
}

/// Takes over from closed tabs the steps that can be undone or redone, and the drafts. `alive`
/// are the other tabs that are open; `entries` are the newest of the journal, the oldest first.
pub(in crate::app) fn adopt_closed_tabs(
    alive: &[TabId],
    entries: Vec<(String, String)>,
    ctx: &mut Ctx<'_>,
) -> Vec<Effect> {
    let own = ctx.state.clock.tab().as_str();
    let is_gone = |tab: &str| tab != own && alive.iter().all(|other| other.as_str() != tab);
    let steps = steps_of_closed_tabs(entries, is_gone);
    let [past, future] = steps.map(|steps| {
        steps
            .into_iter()
            .map(|(name, entry)| Step { name, done: StepOrigin::ClosedTab(entry) })
            .collect()
    });
    ctx.state.history.prepend(past, future);
    ctx.adopt_drafts(alive)
}

/// Names the articles that an undo or redo has changed and that the user does not see. Where
/// the library is open, the outcome is shown in it instead of in a notice below it.
fn tell_retraced(titles: &[String], before: Option<&Notice>, ctx: &mut Ctx<'_>) -> Option<Effect> {
    if !titles.is_empty() {
        let message = strings::undone_elsewhere(ctx.announcement().0, titles);
        if ctx.state.notice.is_none() {
            ctx.notify(&message);
        }
        ctx.announce(message);
    }
    if !is_in_library(ctx) {
        return None;
    }
    let message = ctx.state.notice.take_if(|notice| before != Some(notice));
    let message = message.map_or_else(|| ctx.announcement().0.to_owned(), |notice| notice.text);
    ctx.send(Msg::Library(LibraryMsg::StatusShown(LibraryStatus::Info(message))));
    None
}

/// Returns whether the library is open.
fn is_in_library(state: &State) -> bool {
    matches!(state.dialog, Some(Dialog::Library(_)))
}

/// Returns the article on screen.
fn shown_article(state: &State) -> Option<ArticleId> {
    state.open.as_ref().map(|reading| reading.article.clone())
}

/// Returns the step that comes next in a direction.
fn next_step(undo_direction: UndoDirection, state: &State) -> Option<Step> {
    match undo_direction {
        UndoDirection::Undo => state.history.last().cloned(),
        UndoDirection::Redo => state.history.next().cloned(),
    }
}

/// Returns the edit that undoes or redoes a step, and whether this overwrites later work of
/// another tab; `None` where it is not possible any more.
fn retraced(step: &Step, undo_direction: UndoDirection, ctx: &mut Ctx<'_>) -> Option<(Edit, bool)> {
    let (action, article, changes, is_contested) = match &step.done {
        StepOrigin::ThisTab(edit) => {
            let edit = match undo_direction {
                UndoDirection::Undo => edit.clone().inverse(),
                UndoDirection::Redo => edit.clone(),
            };
            ctx.load(&edit.article);
            let document = ctx.state.documents.get(&edit.article);
            let on_it = |change: Change| match document {
                Some(document) => change.rebased(document),
                None => change,
            };
            let changes: Vec<Change> = edit.changes.into_iter().map(on_it).collect();
            let is_before = |change: &Change| document.is_none_or(|it| change.matches_before(it));
            let is_contested = !changes.iter().all(is_before);
            (edit.action, edit.article, changes, is_contested)
        }
        StepOrigin::ClosedTab(entry) => {
            let (Entry { action, article, .. }, record_changes) = read_entry(entry).ok()?;
            ctx.load(&article);
            // The journal keeps no article texts, so the article before a reimport cannot be
            // restored.
            if action == Action::ArticleReimported {
                return None;
            }
            let (changes, is_as_left) = if action.affects_whole_article() {
                let is_coming =
                    (action == Action::ArticleAdded) == (undo_direction == UndoDirection::Redo);
                (vec![add_or_remove_article(&article, is_coming, ctx)?], true)
            } else {
                changes_to_replay(
                    &record_changes,
                    undo_direction,
                    ctx.state.documents.get(&article)?,
                )?
            };
            (action, article, changes, !is_as_left)
        }
    };
    Some((Edit { action, article, at: ctx.event.time(), changes }, is_contested))
}

/// Returns the change that brings an article back from the record store, or removes it.
fn add_or_remove_article(article: &ArticleId, is_coming: bool, state: &State) -> Option<Change> {
    let [before, after] = if is_coming {
        [None, Some(state.records.load_deleted(article)?)]
    } else {
        [Some(state.documents.get(article)?.clone()), None]
    };
    Some(Change::Article(Diff { before: before.map(Box::new), after: after.map(Box::new) }))
}

/// Applies an edit that undoes or redoes a step, and shows the place that it changed.
fn apply_replayed(edit: &Edit, turn: EntryKind, ctx: &mut Ctx<'_>) -> Vec<Effect> {
    let name = ctx.next_entry_id();
    if edit.action.is_library_action() {
        return ctx.apply(edit, Some((name, turn)));
    }
    let stays_at = ctx.selected().filter(|_| edit.action.edits_sources());
    ctx.set_mode(Mode::Reading);
    let mut effects = vec![Effect::ClearSelection];
    effects.extend(ctx.apply(edit, Some((name, turn))));
    if !ctx.state.documents.contains_key(&edit.article) {
        effects.extend(ctx.show_another());
        return effects;
    }
    if ctx.state.open.as_ref().is_none_or(|reading| reading.article != edit.article) {
        effects.extend(ctx.show_article(&edit.article));
    }
    let claim = edit
        .claim()
        .or(stays_at.as_ref())
        .filter(|claim| ctx.document().is_some_and(|document| document.claim(claim).is_some()));
    effects.extend(if let Some(claim) = claim {
        ctx.pick_claim(claim, SelectionOrigin::Elsewhere)
    } else if let Some(block) = edit.block() {
        ctx.go_to_block(block)
    } else {
        vec![Effect::SetRoute(Route::Article(edit.article.clone()))]
    });
    effects
}

/// Returns the time of a step, to the second, and the milliseconds in its name, if the step may be
/// one of several that belong together: articles that the user deletes or archives together are
/// separate steps, and come back together. `None` for any other step.
fn batch_key(step: &Step) -> Option<(Timestamp, &str)> {
    let (action, at) = match &step.done {
        StepOrigin::ThisTab(edit) => (edit.action.clone(), edit.at),
        StepOrigin::ClosedTab(entry) => {
            let (Entry { action, at, .. }, _) = read_entry(entry).ok()?;
            (action, at)
        }
    };
    let may_be_one_of_many = action == Action::ArticlesDeleted || action.is_library_action();
    // A step's name begins with the milliseconds, which two presses of a button do not share.
    let (millis, _) = step.name.split_once('.')?;
    may_be_one_of_many.then_some((at, millis))
}
