//! Undoing and redoing, also what tabs did that are gone.

use crate::{
    app::{Address, Effect, Notice, PickedIn, Said, Window},
    edit::{Act, Change, Edit, Swap},
    history::{Done, Step},
    id::ArticleId,
    saved::{Course, Entry, TabId, Turn, read_entry, retrace, steps_of_gone},
    stamp::{Stamp, Time},
    words,
};

use super::{Desk, Session};

impl Desk {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.last().is_some()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.next().is_some()
    }

    /// Takes over from tabs that are gone: what can be undone of what they did, and what was typed
    /// in them and not yet taken.
    pub(super) fn take_over(
        &mut self,
        alive: &[TabId],
        entries: Vec<(String, String)>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let own = self.clock.tab().as_str();
        let is_gone = |tab: &str| tab != own && alive.iter().all(|other| other.as_str() != tab);
        let steps = steps_of_gone(entries, is_gone);
        let [past, future] = steps.map(|steps| {
            steps
                .into_iter()
                .map(|(name, entry)| Step { name, done: Done::Before(entry) })
                .collect()
        });
        self.history.extend_back(past, future);
        self.take_over_typed(alive, stamp)
    }

    /// Takes back the last act, or does again what was undone last, and shows where it was; with the
    /// steps that were made together with it. An open library stays open.
    pub(super) fn retrace_step(&mut self, course: Course, stamp: Stamp) -> Vec<Effect> {
        let (notice, shown) = (self.notice.clone(), self.shown());
        let (mut effects, mut titles) = (Vec::new(), Vec::new());
        let mut step = self.next_step(course);
        while let Some(this) = step {
            let listed = self.rows.clone();
            self.changed = None;
            effects.extend(self.retrace(&this, course, stamp));
            let article = self.changed.as_ref();
            let is_elsewhere =
                self.is_in_library() || shown.as_ref() != article || shown != self.shown();
            let mut rows = listed.iter().chain(&self.rows).filter(|_| is_elsewhere);
            titles.extend(rows.find(|row| Some(&row.id) == article).map(|row| row.title.clone()));
            step = self.next_step(course).filter(|next| {
                let together = made_together(&this);
                next.name != this.name && together.is_some() && made_together(next) == together
            });
        }
        effects.extend(self.tell_retraced(&titles, notice.as_ref()));
        effects
    }

    /// Names the articles that something was retraced in and that the person does not see, or no
    /// longer. What would be told below an open library is told in it.
    fn tell_retraced(&mut self, titles: &[String], before: Option<&Notice>) -> Option<Effect> {
        if !titles.is_empty() {
            let told = words::retraced(self.said().0, titles);
            if self.notice.is_none() {
                self.remark(&told);
            }
            self.say(told);
        }
        if !self.is_in_library() {
            return None;
        }
        let told = self.notice.take_if(|notice| before != Some(notice));
        let told = told.map_or_else(|| self.said().0.to_owned(), |notice| notice.text);
        self.fill_library();
        self.tell_in_library(Said::Told(told))
    }

    fn is_in_library(&self) -> bool {
        matches!(self.window, Some(Window::Library(_)))
    }

    fn shown(&self) -> Option<ArticleId> {
        self.reading.as_ref().map(|reading| reading.article.clone())
    }

    fn next_step(&self, course: Course) -> Option<Step> {
        match course {
            Course::Back => self.history.last().cloned(),
            Course::Forth => self.history.next().cloned(),
        }
    }

    fn retrace(&mut self, step: &Step, course: Course, stamp: Stamp) -> Vec<Effect> {
        let Some((edit, is_contested)) = self.retraced(step, course, stamp) else {
            self.forget(course);
            return self.refuse(words::CANNOT_RETRACE.to_owned());
        };
        if self.shelf.is_locked(&edit) {
            return self.refuse(words::LOCKED.to_owned());
        }
        // What somebody else has written since is taken back only when the person insists.
        if is_contested && self.warned.as_ref() != Some(&step.name) {
            self.warned = Some(step.name.clone());
            self.remark(match course {
                Course::Back => words::UNDO_CONTESTED,
                Course::Forth => words::REDO_CONTESTED,
            });
            return Vec::new();
        }
        self.drop_remark();
        self.forget(course);
        let (said, turn) = match course {
            Course::Back => (words::undone(&edit.act), Turn::Undone(step.name.clone())),
            Course::Forth => (words::redone(&edit.act), Turn::Redone(step.name.clone())),
        };
        self.changed = Some(edit.article.clone());
        let effects = self.make_again(&edit, turn, stamp);
        self.say(said);
        effects
    }

    /// Moves on in the list of steps.
    fn forget(&mut self, course: Course) {
        self.warned = None;
        match course {
            Course::Back => self.history.undone(),
            Course::Forth => self.history.redone(),
        }
    }

    /// The edit that retraces a step, and whether it changes what somebody else has written since;
    /// `None` where that cannot be done any more.
    fn retraced(&mut self, step: &Step, course: Course, stamp: Stamp) -> Option<(Edit, bool)> {
        let (act, article, changes, is_contested) = match &step.done {
            Done::Here(edit) => {
                let edit = match course {
                    Course::Back => edit.clone().turned(),
                    Course::Forth => edit.clone(),
                };
                self.open(&edit.article);
                let document = self.documents.get(&edit.article);
                let on_it = |change: Change| match document {
                    Some(document) => change.rebased(document),
                    None => change,
                };
                let changes: Vec<Change> = edit.changes.into_iter().map(on_it).collect();
                let is_before = |change: &Change| document.is_none_or(|it| change.is_before(it));
                let is_contested = !changes.iter().all(is_before);
                (edit.act, edit.article, changes, is_contested)
            }
            Done::Before(entry) => {
                let (Entry { act, article, .. }, traced) = read_entry(entry).ok()?;
                self.open(&article);
                // The journal keeps no texts, so nobody knows any more what the article was.
                if act == Act::ArticleReadAgain {
                    return None;
                }
                let (changes, is_as_left) = if act.is_whole() {
                    let is_coming = (act == Act::ArticleAdded) == (course == Course::Forth);
                    (vec![self.coming_or_going(&article, is_coming)?], true)
                } else {
                    retrace(&traced, course, self.documents.get(&article)?)?
                };
                (act, article, changes, !is_as_left)
            }
        };
        Some((Edit { act, article, at: stamp.time(), changes }, is_contested))
    }

    /// The change by which an article comes back from the shelf, or goes.
    fn coming_or_going(&self, article: &ArticleId, is_coming: bool) -> Option<Change> {
        let [before, after] = if is_coming {
            [None, Some(self.shelf.revive(article)?)]
        } else {
            [Some(self.documents.get(article)?.clone()), None]
        };
        Some(Change::Article(Swap { before: before.map(Box::new), after: after.map(Box::new) }))
    }

    /// Makes an edit that undoes or redoes another one, and shows where that is.
    fn make_again(&mut self, edit: &Edit, turn: Turn, stamp: Stamp) -> Vec<Effect> {
        let name = self.new_name(stamp);
        if edit.act.is_of_library() {
            return self.apply(edit, Some((name, turn)), stamp);
        }
        let stays_at = self.selected().filter(|_| edit.act.is_of_sources());
        self.enter(Session::Reading);
        let mut effects = vec![Effect::DropSelection];
        effects.extend(self.apply(edit, Some((name, turn)), stamp));
        if !self.documents.contains_key(&edit.article) {
            effects.extend(self.show_another());
            return effects;
        }
        if self.reading.as_ref().is_none_or(|reading| reading.article != edit.article) {
            effects.extend(self.show_article(&edit.article));
        }
        let claim = edit.claim().or(stays_at.as_ref()).filter(|claim| {
            self.document().is_some_and(|document| document.claim(claim).is_some())
        });
        effects.extend(if let Some(claim) = claim {
            self.pick_claim(claim, PickedIn::Elsewhere)
        } else if let Some(block) = edit.block() {
            self.go_to_block(block)
        } else {
            vec![Effect::ShowAddress(Address::Article(edit.article.clone()))]
        });
        effects
    }
}

/// In which second and at which moment of the clock a step was made that may be one of many: articles
/// that are deleted or archived together go one by one, and come back together.
fn made_together(step: &Step) -> Option<(Time, &str)> {
    let (act, at) = match &step.done {
        Done::Here(edit) => (edit.act.clone(), edit.at),
        Done::Before(entry) => {
            let (Entry { act, at, .. }, _) = read_entry(entry).ok()?;
            (act, at)
        }
    };
    let may_be_one_of_many = act == Act::ArticlesDeleted || act.is_of_library();
    // The name begins with the milliseconds, which two presses of a button do not share.
    let (millis, _) = step.name.split_once('.')?;
    may_be_one_of_many.then_some((at, millis))
}
