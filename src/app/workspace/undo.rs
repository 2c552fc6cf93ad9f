//! Undo and redo, in this tab and of acts in tabs that are closed. An undo is a new edit that
//! reverses a step, so work that was done since in another tab stays. Where the step would
//! overwrite such work, the user has to confirm it by undoing once more.

use crate::{
    app::{Dialog, Effect, LibraryStatus, Notice, Route, SelectionOrigin},
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::ArticleId,
    storage::{
        Entry, EntryKind, TabId, UndoDirection, changes_to_replay, read_entry, steps_of_closed_tabs,
    },
    strings,
    time::Timestamp,
    undo_history::{Step, StepOrigin},
};

use super::{Mode, Workspace};

impl Workspace {
    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.history.last().is_some()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.history.next().is_some()
    }

    /// Takes over from closed tabs the steps that can be undone or redone, and the drafts. `alive`
    /// are the other tabs that are open; `entries` are the newest of the journal, the oldest first.
    pub(super) fn adopt_closed_tabs(
        &mut self,
        alive: &[TabId],
        entries: Vec<(String, String)>,
        context: EventContext,
    ) -> Vec<Effect> {
        let own = self.clock.tab().as_str();
        let is_gone = |tab: &str| tab != own && alive.iter().all(|other| other.as_str() != tab);
        let steps = steps_of_closed_tabs(entries, is_gone);
        let [past, future] = steps.map(|steps| {
            steps
                .into_iter()
                .map(|(name, entry)| Step { name, done: StepOrigin::ClosedTab(entry) })
                .collect()
        });
        self.history.prepend(past, future);
        self.adopt_drafts(alive, context)
    }

    /// Undoes the last step or redoes the next one, together with the steps that were made in the
    /// same act, and shows the place that it changed. An open library stays open.
    pub(super) fn undo_or_redo(
        &mut self,
        undo_direction: UndoDirection,
        context: EventContext,
    ) -> Vec<Effect> {
        let (notice, shown) = (self.notice.clone(), self.shown());
        let (mut effects, mut titles) = (Vec::new(), Vec::new());
        let mut step = self.next_step(undo_direction);
        while let Some(this) = step {
            let listed = self.articles.clone();
            self.edited_article = None;
            effects.extend(self.retrace(&this, undo_direction, context));
            let article = self.edited_article.as_ref();
            let is_elsewhere =
                self.is_in_library() || shown.as_ref() != article || shown != self.shown();
            let mut rows = listed.iter().chain(&self.articles).filter(|_| is_elsewhere);
            titles.extend(rows.find(|row| Some(&row.id) == article).map(|row| row.title.clone()));
            step = self.next_step(undo_direction).filter(|next| {
                let together = batch_key(&this);
                next.name != this.name && together.is_some() && batch_key(next) == together
            });
        }
        effects.extend(self.tell_retraced(&titles, notice.as_ref()));
        effects
    }

    /// Names the articles that an undo or redo has changed and that the user does not see. Where
    /// the library is open, the outcome is shown in it instead of in a notice below it.
    fn tell_retraced(&mut self, titles: &[String], before: Option<&Notice>) -> Option<Effect> {
        if !titles.is_empty() {
            let message = strings::undone_elsewhere(self.announcement().0, titles);
            if self.notice.is_none() {
                self.notify(&message);
            }
            self.announce(message);
        }
        if !self.is_in_library() {
            return None;
        }
        let message = self.notice.take_if(|notice| before != Some(notice));
        let message =
            message.map_or_else(|| self.announcement().0.to_owned(), |notice| notice.text);
        self.refresh_library();
        self.set_library_status(LibraryStatus::Info(message))
    }

    /// Returns whether the library is open.
    fn is_in_library(&self) -> bool {
        matches!(self.window, Some(Dialog::Library(_)))
    }

    /// Returns the article on screen.
    fn shown(&self) -> Option<ArticleId> {
        self.open.as_ref().map(|reading| reading.article.clone())
    }

    /// Returns the step that comes next in a direction.
    fn next_step(&self, undo_direction: UndoDirection) -> Option<Step> {
        match undo_direction {
            UndoDirection::Undo => self.history.last().cloned(),
            UndoDirection::Redo => self.history.next().cloned(),
        }
    }

    /// Undoes or redoes one step. A step that is not possible any more is skipped with a notice.
    fn retrace(
        &mut self,
        step: &Step,
        undo_direction: UndoDirection,
        context: EventContext,
    ) -> Vec<Effect> {
        let Some((edit, is_contested)) = self.retraced(step, undo_direction, context) else {
            self.pop_step(undo_direction);
            return self.notify_error(strings::CANNOT_RETRACE.to_owned());
        };
        if self.records.is_locked(&edit) {
            return self.notify_error(strings::LOCKED.to_owned());
        }
        // The first attempt only warns that another tab has changed the same thing since; a second
        // one overwrites that.
        if is_contested && self.warned_step.as_ref() != Some(&step.name) {
            self.warned_step = Some(step.name.clone());
            self.notify(match undo_direction {
                UndoDirection::Undo => strings::UNDO_CONTESTED,
                UndoDirection::Redo => strings::REDO_CONTESTED,
            });
            return Vec::new();
        }
        self.drop_remark();
        self.pop_step(undo_direction);
        let (said, turn) = match undo_direction {
            UndoDirection::Undo => {
                (strings::undone(&edit.action), EntryKind::Undone(step.name.clone()))
            }
            UndoDirection::Redo => {
                (strings::redone(&edit.action), EntryKind::Redone(step.name.clone()))
            }
        };
        self.edited_article = Some(edit.article.clone());
        let effects = self.apply_replayed(&edit, turn, context);
        self.announce(said);
        effects
    }

    /// Moves a step from the undo list to the redo list, or the other way round.
    fn pop_step(&mut self, undo_direction: UndoDirection) {
        self.warned_step = None;
        match undo_direction {
            UndoDirection::Undo => self.history.pop_undo(),
            UndoDirection::Redo => self.history.pop_redo(),
        }
    }

    /// Returns the edit that undoes or redoes a step, and whether this overwrites later work of
    /// another tab; `None` where it is not possible any more.
    fn retraced(
        &mut self,
        step: &Step,
        undo_direction: UndoDirection,
        context: EventContext,
    ) -> Option<(Edit, bool)> {
        let (action, article, changes, is_contested) = match &step.done {
            StepOrigin::ThisTab(edit) => {
                let edit = match undo_direction {
                    UndoDirection::Undo => edit.clone().inverse(),
                    UndoDirection::Redo => edit.clone(),
                };
                self.load(&edit.article);
                let document = self.documents.get(&edit.article);
                let on_it = |change: Change| match document {
                    Some(document) => change.rebased(document),
                    None => change,
                };
                let changes: Vec<Change> = edit.changes.into_iter().map(on_it).collect();
                let is_before =
                    |change: &Change| document.is_none_or(|it| change.matches_before(it));
                let is_contested = !changes.iter().all(is_before);
                (edit.action, edit.article, changes, is_contested)
            }
            StepOrigin::ClosedTab(entry) => {
                let (Entry { action, article, .. }, record_changes) = read_entry(entry).ok()?;
                self.load(&article);
                // The journal keeps no article texts, so the article before a reimport cannot be
                // restored.
                if action == Action::ArticleReimported {
                    return None;
                }
                let (changes, is_as_left) = if action.affects_whole_article() {
                    let is_coming =
                        (action == Action::ArticleAdded) == (undo_direction == UndoDirection::Redo);
                    (vec![self.add_or_remove_article(&article, is_coming)?], true)
                } else {
                    changes_to_replay(
                        &record_changes,
                        undo_direction,
                        self.documents.get(&article)?,
                    )?
                };
                (action, article, changes, !is_as_left)
            }
        };
        Some((Edit { action, article, at: context.time(), changes }, is_contested))
    }

    /// Returns the change that brings an article back from the record store, or removes it.
    fn add_or_remove_article(&self, article: &ArticleId, is_coming: bool) -> Option<Change> {
        let [before, after] = if is_coming {
            [None, Some(self.records.load_deleted(article)?)]
        } else {
            [Some(self.documents.get(article)?.clone()), None]
        };
        Some(Change::Article(Diff { before: before.map(Box::new), after: after.map(Box::new) }))
    }

    /// Applies an edit that undoes or redoes a step, and shows the place that it changed.
    fn apply_replayed(
        &mut self,
        edit: &Edit,
        turn: EntryKind,
        context: EventContext,
    ) -> Vec<Effect> {
        let name = self.next_entry_id(context);
        if edit.action.is_library_action() {
            return self.apply(edit, Some((name, turn)), context);
        }
        let stays_at = self.selected().filter(|_| edit.action.edits_sources());
        self.set_mode(Mode::Reading);
        let mut effects = vec![Effect::ClearSelection];
        effects.extend(self.apply(edit, Some((name, turn)), context));
        if !self.documents.contains_key(&edit.article) {
            effects.extend(self.show_another());
            return effects;
        }
        if self.open.as_ref().is_none_or(|reading| reading.article != edit.article) {
            effects.extend(self.show_article(&edit.article));
        }
        let claim = edit.claim().or(stays_at.as_ref()).filter(|claim| {
            self.document().is_some_and(|document| document.claim(claim).is_some())
        });
        effects.extend(if let Some(claim) = claim {
            self.pick_claim(claim, SelectionOrigin::Elsewhere)
        } else if let Some(block) = edit.block() {
            self.go_to_block(block)
        } else {
            vec![Effect::SetRoute(Route::Article(edit.article.clone()))]
        });
        effects
    }
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
