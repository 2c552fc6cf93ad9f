//! Doing, undoing and redoing edits.

use crate::{
    app::{
        Effect,
        view::{Page, Shown},
    },
    claim::Claim,
    document::Document,
    edit::{Change, Edit},
    id::ArticleId,
    saved::{Batch, Entry, Record, Turn, Unsealed, Write},
    stamp::Stamp,
    words,
};

use super::{
    Desk,
    due::{Due, EntryName, brings_long},
};

/// What of a page an edit changes.
enum Touched {
    /// Some blocks, by position, and perhaps the list of tags or the ledger.
    Parts { positions: Vec<usize>, has_tags: bool, has_ledger: bool },
    /// Everything.
    Page,
}

impl Desk {
    /// Makes an edit as the person's act: it is saved, shown, and can be undone.
    pub(super) fn act(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        if self.shelf.is_locked(edit) {
            return self.refuse(words::LOCKED.to_owned());
        }
        let own = self.new_name(stamp);
        let name = self.history.push(edit.clone(), own.clone(), stamp);
        self.changed = (name == own).then(|| edit.article.clone());
        self.apply(edit, Some((name, Turn::Done)), stamp)
    }

    /// A name for an entry of the journal.
    pub(super) fn new_name(&mut self, stamp: Stamp) -> String {
        format!("{} {}", self.clock.tick(stamp.millis), self.clock.tab().as_str())
    }

    /// Makes an edit: changes the article, writes its records and, under the name that is given, the
    /// journal, and draws what it touches.
    pub(super) fn apply(&mut self, edit: &Edit, entry: EntryName, stamp: Stamp) -> Vec<Effect> {
        self.drop_taken();
        let document = self.documents.get(&edit.article);
        let carried = document.map(|document| edit.carried(document)).unwrap_or_default();
        if !carried.is_empty() {
            let changes = [edit.changes.as_slice(), &carried].concat();
            return self.apply(&Edit { changes, ..edit.clone() }, entry, stamp);
        }
        let bases = self.shelf.bases(edit, document);
        self.make(edit);
        if brings_long(edit) {
            // It is on screen first: writing a text of megabytes takes longer than an answer may.
            self.saving.begin();
            return self.postpone(Due::Write(edit.clone(), bases, entry));
        }
        self.write(edit, bases, entry, stamp)
    }

    /// Writes the records of an edit that has been made, and under the name that is given, the
    /// journal.
    pub(super) fn write(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        entry: EntryName,
        stamp: Stamp,
    ) -> Vec<Effect> {
        let writes = self.writes(edit, bases, stamp);
        self.send(edit, writes, entry)
    }

    /// The values that store an edit which has been made.
    pub(super) fn writes(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        stamp: Stamp,
    ) -> Vec<Unsealed> {
        let document = self.documents.get(&edit.article);
        self.shelf.writes(edit, bases, document, &mut self.clock, stamp.millis)
    }

    /// Sends the values of an edit to the stores.
    pub(super) fn send(
        &mut self,
        edit: &Edit,
        writes: Vec<Unsealed>,
        entry: EntryName,
    ) -> Vec<Effect> {
        let writes: Vec<Write> = writes.into_iter().map(Unsealed::seal).collect();
        let (act, article, at) = (edit.act.clone(), edit.article.clone(), edit.at);
        let entry = entry.map(|(name, turn)| Entry { name, at, article, act, turn });
        let number = self.saving.send(&writes);
        let mut effects = vec![Effect::Save(Batch { number, writes, entry })];
        let titles = edit.changes.iter().filter_map(|change| {
            let Change::Details(swap) = change else { return None };
            self.follow_title(&swap.before, &swap.after)
        });
        effects.extend(titles);
        effects
    }

    /// Changes the article, and draws what that touches.
    pub(super) fn make(&mut self, edit: &Edit) {
        let mut document = self.documents.remove(&edit.article);
        let current = document.as_ref().and_then(|it| self.place_of_current(it));
        edit.apply(&mut document);
        if let Some(document) = &document {
            self.keep_current(document, current);
        }
        let touched = document.as_ref().map(|document| touched(edit, document));
        if let Some(document) = document {
            self.documents.insert(edit.article.clone(), document);
        }
        if edit.changes.iter().any(|change| matches!(change, Change::Article(_))) {
            self.list_articles();
        }
        self.draw(&edit.article, touched);
    }

    /// Draws the blocks of the selected claim, and others, anew.
    pub(super) fn redraw(&mut self, positions: &[usize]) {
        let Some(reading) = &mut self.reading else { return };
        let Some(document) = self.documents.get(&reading.article) else { return };
        let shown = Shown { selected: self.session.claim(), current: reading.current.as_ref() };
        reading.page.refresh(document, shown, positions);
    }

    fn draw(&mut self, article: &ArticleId, touched: Option<Touched>) {
        let Some(reading) = &mut self.reading else { return };
        if reading.article != *article {
            return;
        }
        let Some(document) = self.documents.get(article) else {
            self.reading = None;
            return;
        };
        let shown = Shown { selected: self.session.claim(), current: reading.current.as_ref() };
        let Some(Touched::Parts { positions, has_tags, has_ledger }) = touched else {
            reading.page = Page::new(document, shown);
            return;
        };
        if has_tags {
            reading.page.list_tags(document, &positions);
        }
        if has_ledger {
            reading.page.count_looked(document);
        }
        reading.page.refresh(document, shown, &positions);
    }
}

/// What an edit changes of the page of an article, which is given as it is after the edit.
fn touched(edit: &Edit, document: &Document) -> Touched {
    let mut positions = Vec::new();
    let (mut has_tags, mut has_ledger) = (false, false);
    for change in &edit.changes {
        match change {
            Change::Claim(_, swap) => {
                for claim in [&swap.before, &swap.after].into_iter().flatten() {
                    positions.extend(blocks_of(claim, document));
                }
            }
            Change::Tag(tag, _) => {
                has_tags = true;
                let claims = document.claims().filter(|claim| claim.tags.contains(tag));
                positions.extend(claims.flat_map(|claim| blocks_of(claim, document)));
            }
            Change::Looked(block, _) => {
                has_ledger = true;
                positions.extend(document.blocks().position(block));
            }
            // Whether a reason is missing is a matter of the scale.
            Change::Scale(_) => {
                let rated = document.claims().filter(|claim| claim.verdict.is_some());
                positions.extend(rated.flat_map(|claim| blocks_of(claim, document)));
            }
            Change::Source(..) | Change::Details(_) => {}
            Change::Article(_) | Change::Kind(..) | Change::Parts(..) => return Touched::Page,
        }
    }
    Touched::Parts { positions, has_tags, has_ledger }
}

/// The positions of the blocks that a claim touches, or belongs to.
pub(super) fn blocks_of(claim: &Claim, document: &Document) -> Vec<usize> {
    let pieces = claim.target.pieces();
    let parts = pieces.flat_map(|piece| piece.span.parts(document.blocks()));
    let own = document.blocks().position(claim.target.block());
    parts.map(|part| part.position).chain(own).collect()
}

/// Adds an effect; what it saves goes along with what is saved already, as one batch.
pub(super) fn join_batches(effects: &mut Vec<Effect>, further: Effect) {
    // The last one, so that their numbers stay in order.
    let batch = effects.iter_mut().rev().find_map(|effect| {
        let Effect::Save(batch) = effect else { return None };
        Some(batch)
    });
    match (batch, further) {
        (Some(batch), Effect::Save(further)) => {
            batch.number = further.number;
            batch.writes.extend(further.writes);
            batch.entry = batch.entry.take().or(further.entry);
        }
        (_, further) => effects.push(further),
    }
}
