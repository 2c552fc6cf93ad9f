//! What other tabs have stored, and what the database made of what this one sent.

use std::rc::Rc;

use crate::{
    app::{Effect, Window},
    claim::Claim,
    edit::{Act, Change, Edit, Swap},
    id::ArticleId,
    saved::{Heard, Key, NotSaved, RecordPlace, Shelf, Stored},
    stamp::Stamp,
    words,
};

use super::{Desk, Session};

impl Desk {
    /// Takes note that a batch, and all before it, has arrived, and of the records that came out
    /// otherwise than they were sent, because another tab had stored something meanwhile.
    pub(super) fn saved(
        &mut self,
        number: u64,
        settled: Vec<(String, String)>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        self.saving.arrived(number);
        // The database is open by now.
        self.notice.take_if(|notice| notice.text == words::NOT_OPENED);
        self.hear(settled, stamp)
    }

    /// Takes note that something could not be saved.
    pub(super) fn not_saved(&mut self, trouble: NotSaved) -> Vec<Effect> {
        self.saving.failed(trouble);
        Vec::new()
    }

    /// Takes what was stored elsewhere. What this tab has on its way of the same record comes first:
    /// the database brings both together, and answers with that.
    pub(super) fn hear(&mut self, values: Vec<(String, String)>, stamp: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut changed: Vec<(ArticleId, Vec<(RecordPlace, Stored)>)> = Vec::new();
        for (name, value) in values {
            let Some(key) = Key::parse(&name) else { continue };
            if self.saving.is_on_its_way(&key) {
                continue;
            }
            match self.shelf.hear(&key, &value) {
                Heard::Nothing | Heard::Beside => {}
                Heard::Locked => {
                    self.saving.failed(NotSaved::Newer);
                }
                Heard::Record(article, place, stored) => {
                    self.clock.see(stored.revision.hlc);
                    match changed.iter_mut().find(|(other, _)| *other == article) {
                        Some((_, records)) => records.push((place, *stored)),
                        None => changed.push((article, vec![(place, *stored)])),
                    }
                }
            }
        }
        let is_heard = !changed.is_empty();
        for (article, records) in changed {
            effects.extend(self.take_records(&article, records, stamp));
        }
        if is_heard && self.reading.is_none() {
            effects.extend(self.show_another());
        }
        if is_heard && matches!(self.window, Some(Window::Library(_))) {
            self.fill_library();
        }
        effects
    }

    fn take_records(
        &mut self,
        article: &ArticleId,
        records: Vec<(RecordPlace, Stored)>,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let is_deleted =
            records.iter().any(|(place, it)| *place == RecordPlace::Details && it.deleted);
        if is_deleted {
            return self.drop_article(article, records);
        }
        if !self.documents.contains_key(article) {
            for (place, stored) in records {
                self.shelf.keep_closed(article, place, stored);
            }
            self.list_articles();
            return Vec::new();
        }
        let is_named = records.iter().any(|(place, _)| *place == RecordPlace::Details);
        let Some(document) = self.documents.get_mut(article) else { return Vec::new() };
        let mut changes = Vec::new();
        // What does not fit is told of at the next start.
        for (further, number) in Shelf::changes(&records, document).into_iter().flatten() {
            document.note_number(number);
            changes.extend(further);
        }
        let edit = Edit { act: Act::WentBack, article: article.clone(), at: stamp.time(), changes };
        let mut effects = self.make_heard(&edit, stamp);
        if is_named {
            self.list_articles();
        }
        self.leave_what_is_gone();
        effects.extend(self.tell_numbers_apart(&edit, stamp));
        effects.extend(self.keep_used_sources(&edit, stamp));
        effects
    }

    /// Changes an article as another tab did; claims of this tab that move with the text are
    /// written at their new places.
    fn make_heard(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        let document = self.documents.get(&edit.article);
        let carried = document.map(|document| edit.carried(document)).unwrap_or_default();
        if carried.is_empty() {
            self.make(edit);
            return Vec::new();
        }
        let carried = Edit { changes: carried, ..edit.clone() };
        let bases = self.shelf.bases(&carried, document);
        let changes = [edit.changes.as_slice(), &carried.changes].concat();
        self.make(&Edit { changes, ..edit.clone() });
        self.write(&carried, bases, None, stamp)
    }

    /// Takes an article away that another tab has deleted.
    fn drop_article(
        &mut self,
        article: &ArticleId,
        records: Vec<(RecordPlace, Stored)>,
    ) -> Vec<Effect> {
        if let Some(document) = self.documents.remove(article) {
            self.shelf.put_back(&document);
        }
        for (place, stored) in records {
            self.shelf.keep_closed(article, place, stored);
        }
        self.list_articles();
        if self.reading.take_if(|reading| reading.article == *article).is_none() {
            return Vec::new();
        }
        let effects = self.show_another();
        self.remark(words::DELETED_ELSEWHERE);
        effects
    }

    /// Shows the article that was added last.
    pub(super) fn show_another(&mut self) -> Vec<Effect> {
        let other = self.rows.first().map(|row| row.id.clone());
        other.map(|other| self.show_article(&other)).unwrap_or_default()
    }

    /// Leaves a claim that another tab has deleted, and a selection where the text is another now.
    fn leave_what_is_gone(&mut self) {
        let is_moved = matches!(&self.session, Session::Selecting { dragged, span, .. }
        if self.document().is_none_or(|document| {
            [dragged, span].iter().any(|it| it.words(document.blocks()).is_none())
        }));
        if is_moved {
            self.enter(Session::on(self.selected()));
        }
        let is_gone = self.session.claim().is_some_and(|claim| {
            self.document().is_none_or(|document| document.claim(claim).is_none())
        });
        if is_gone && matches!(self.session, Session::Claim(_)) {
            self.session = Session::Reading;
        }
    }

    /// Brings back sources that another tab has deleted, and that claims of this one use.
    fn keep_used_sources(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.documents.get(&edit.article) else { return Vec::new() };
        let used = edit.changes.iter().filter_map(|change| {
            let Change::Source(id, Swap { before, after: None }) = change else { return None };
            document.uses_of(id).next()?;
            Some(Change::Source(id.clone(), Swap { before: None, after: before.clone() }))
        });
        let changes: Vec<Change> = used.collect();
        if changes.is_empty() {
            return Vec::new();
        }
        self.apply(&Edit { changes, ..edit.clone() }, None, stamp)
    }

    /// Gives a claim of this tab another number where another tab gave the same number to an
    /// earlier one.
    fn tell_numbers_apart(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        let Some(document) = self.documents.get(&edit.article) else { return Vec::new() };
        let mut changes = Vec::new();
        for change in &edit.changes {
            let Change::Claim(_, swap) = change else { continue };
            let (None, Some(heard)) = (&swap.before, &swap.after) else { continue };
            let later = document.claims().find(|own| {
                own.number == heard.number && (own.created, &own.id) > (heard.created, &heard.id)
            });
            changes.extend(later.map(|own| {
                let claim = Claim { number: document.next_number(), ..own.as_ref().clone() };
                let (before, after) = (Some(Rc::clone(own)), Some(Rc::new(claim)));
                Change::Claim(own.id.clone(), Swap { before, after })
            }));
        }
        if changes.is_empty() {
            return Vec::new();
        }
        let edit = Edit { changes, ..edit.clone() };
        self.apply(&edit, None, stamp)
    }
}
