//! Doing, undoing and redoing edits.

use crate::{
    app::{
        Effect,
        view::{ArticleView, Highlight},
    },
    claim::Claim,
    document::Document,
    edit::{Change, Edit},
    event_context::EventContext,
    id::ArticleId,
    storage::{Batch, Entry, EntryKind, Record, UnsealedWrite, Write},
    strings,
};

use super::{
    Workspace,
    deferred::{DeferredTask, EntryName, adds_long_text},
};

/// What of a page an edit changes.
enum Invalidation {
    /// Some blocks, by position, and perhaps the list of tags or the ledger.
    Parts { positions: Vec<usize>, has_tags: bool, has_ledger: bool },
    /// Everything.
    Page,
}

impl Workspace {
    /// Makes an edit as the person's act: it is saved, shown, and can be undone.
    pub(super) fn commit(&mut self, edit: &Edit, context: EventContext) -> Vec<Effect> {
        if self.records.is_locked(edit) {
            return self.notify_error(strings::LOCKED.to_owned());
        }
        let own = self.next_entry_id(context);
        let name = self.history.push(edit.clone(), own.clone(), context);
        self.edited_article = (name == own).then(|| edit.article.clone());
        self.apply(edit, Some((name, EntryKind::Done)), context)
    }

    /// A name for an entry of the journal.
    pub(super) fn next_entry_id(&mut self, context: EventContext) -> String {
        format!("{} {}", self.clock.tick(context.millis), self.clock.tab().as_str())
    }

    /// Makes an edit: changes the article, writes its records and, under the name that is given, the
    /// journal, and draws what it touches.
    pub(super) fn apply(
        &mut self,
        edit: &Edit,
        entry: EntryName,
        context: EventContext,
    ) -> Vec<Effect> {
        self.dismiss_import_notice();
        let document = self.documents.get(&edit.article);
        let carried =
            document.map(|document| edit.follow_up_claim_moves(document)).unwrap_or_default();
        if !carried.is_empty() {
            let changes = [edit.changes.as_slice(), &carried].concat();
            return self.apply(&Edit { changes, ..edit.clone() }, entry, context);
        }
        let bases = self.records.base_records(edit, document);
        self.apply_to_document(edit);
        if adds_long_text(edit) {
            // It is on screen first: writing a text of megabytes takes longer than an answer may.
            self.saving.begin();
            return self.schedule_later(DeferredTask::Write(edit.clone(), bases, entry));
        }
        self.write(edit, bases, entry, context)
    }

    /// Writes the records of an edit that has been made, and under the name that is given, the
    /// journal.
    pub(super) fn write(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        entry: EntryName,
        context: EventContext,
    ) -> Vec<Effect> {
        let writes = self.writes(edit, bases, context);
        self.send(edit, writes, entry)
    }

    /// The values that store an edit which has been made.
    pub(super) fn writes(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        context: EventContext,
    ) -> Vec<UnsealedWrite> {
        let document = self.documents.get(&edit.article);
        self.records.writes_for_edit(edit, bases, document, &mut self.clock, context.millis)
    }

    /// Sends the values of an edit to the stores.
    pub(super) fn send(
        &mut self,
        edit: &Edit,
        writes: Vec<UnsealedWrite>,
        entry: EntryName,
    ) -> Vec<Effect> {
        let writes: Vec<Write> = writes.into_iter().map(UnsealedWrite::seal).collect();
        let (action, article, at) = (edit.action.clone(), edit.article.clone(), edit.at);
        let entry = entry.map(|(name, turn)| Entry { name, at, article, action, turn });
        let number = self.saving.send(&writes);
        let mut effects = vec![Effect::Save(Batch { number, writes, entry })];
        let titles = edit.changes.iter().filter_map(|change| {
            let Change::Details(diff) = change else { return None };
            self.follow_title(&diff.before, &diff.after)
        });
        effects.extend(titles);
        effects
    }

    /// Changes the article, and draws what that touches.
    pub(super) fn apply_to_document(&mut self, edit: &Edit) {
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
        self.refresh_view(&edit.article, touched);
    }

    /// Draws the blocks of the selected claim, and others, anew.
    pub(super) fn refresh_blocks(&mut self, positions: &[usize]) {
        let Some(reading) = &mut self.open else { return };
        let Some(document) = self.documents.get(&reading.article) else { return };
        let shown = Highlight { selected: self.session.claim(), current: reading.current.as_ref() };
        reading.page.refresh(document, shown, positions);
    }

    fn refresh_view(&mut self, article: &ArticleId, touched: Option<Invalidation>) {
        let Some(reading) = &mut self.open else { return };
        if reading.article != *article {
            return;
        }
        let Some(document) = self.documents.get(article) else {
            self.open = None;
            return;
        };
        let shown = Highlight { selected: self.session.claim(), current: reading.current.as_ref() };
        let Some(Invalidation::Parts { positions, has_tags, has_ledger }) = touched else {
            reading.page = ArticleView::new(document, shown);
            return;
        };
        if has_tags {
            reading.page.update_tags(document, &positions);
        }
        if has_ledger {
            reading.page.update_progress(document);
        }
        reading.page.refresh(document, shown, &positions);
    }
}

/// What an edit changes of the page of an article, which is given as it is after the edit.
fn touched(edit: &Edit, document: &Document) -> Invalidation {
    let mut positions = Vec::new();
    let (mut has_tags, mut has_ledger) = (false, false);
    for change in &edit.changes {
        match change {
            Change::Claim(_, diff) => {
                for claim in [&diff.before, &diff.after].into_iter().flatten() {
                    positions.extend(blocks_of(claim, document));
                }
            }
            Change::Tag(tag, _) => {
                has_tags = true;
                let claims = document.claims().filter(|claim| claim.tags.contains(tag));
                positions.extend(claims.flat_map(|claim| blocks_of(claim, document)));
            }
            Change::Review(block, _) => {
                has_ledger = true;
                positions.extend(document.blocks().position(block));
            }
            // Whether a reason is missing is a matter of the scale.
            Change::Scale(_) => {
                let rated = document.claims().filter(|claim| claim.verdict.is_some());
                positions.extend(rated.flat_map(|claim| blocks_of(claim, document)));
            }
            Change::Source(..) | Change::Details(_) => {}
            Change::Article(_) | Change::Kind(..) | Change::Parts(..) => return Invalidation::Page,
        }
    }
    Invalidation::Parts { positions, has_tags, has_ledger }
}

/// The positions of the blocks that a claim touches, or belongs to.
pub(super) fn blocks_of(claim: &Claim, document: &Document) -> Vec<usize> {
    let pieces = claim.target.ranges();
    let parts = pieces.flat_map(|target_range| target_range.span.parts(document.blocks()));
    let own = document.blocks().position(claim.target.block());
    parts.map(|block_range| block_range.position).chain(own).collect()
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
