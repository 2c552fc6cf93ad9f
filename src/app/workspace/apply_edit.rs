//! The path that every edit follows: change the document, write its records and the journal, and
//! redraw the parts of the page that the edit touches. Commit, undo, redo and changes from other
//! tabs share it. An edit that adds a long text is shown first and written in later steps, so that
//! the page does not freeze.

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

/// The parts of the page of an article that an edit makes out of date.
enum Invalidation {
    /// Some blocks, by position, and perhaps the list of tags or the review progress.
    Parts { positions: Vec<usize>, has_tags: bool, has_reviews: bool },
    /// The whole page.
    Page,
}

impl Workspace {
    /// Commits an edit as an act of the user: shows and saves it, and makes it a step that the user
    /// can undo.
    ///
    /// An edit of a record that a newer version of Claimlight wrote is refused with a notice.
    pub(super) fn commit(&mut self, edit: &Edit, context: EventContext) -> Vec<Effect> {
        if self.records.is_locked(edit) {
            return self.notify_error(strings::LOCKED.to_owned());
        }
        let own = self.next_entry_id(context);
        let name = self.history.push(edit.clone(), own.clone(), context);
        self.edited_article = (name == own).then(|| edit.article.clone());
        self.apply(edit, Some((name, EntryKind::Done)), context)
    }

    /// Returns a new name for an entry of the journal: the time of the clock, then the tab.
    pub(super) fn next_entry_id(&mut self, context: EventContext) -> String {
        format!("{} {}", self.clock.tick(context.millis), self.clock.tab().as_str())
    }

    /// Applies an edit: changes the document, writes its records, redraws what the edit touches
    /// and, where `entry` has a name, adds the edit to the journal.
    ///
    /// Claims that move because the edit changes the text become part of the edit.
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
            // Writing a text of megabytes would hold up the page, so the page shows the article
            // first.
            self.saving.begin();
            return self.schedule_later(DeferredTask::Write(edit.clone(), bases, entry));
        }
        self.write(edit, bases, entry, context)
    }

    /// Writes the records of an edit that the document already has and, where `entry` has a name,
    /// the entry of the journal. `bases` are the records before the edit.
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

    /// Returns the writes that store an edit that the document already has. `bases` are the records
    /// before the edit.
    pub(super) fn writes(
        &mut self,
        edit: &Edit,
        bases: Vec<Record>,
        context: EventContext,
    ) -> Vec<UnsealedWrite> {
        let document = self.documents.get(&edit.article);
        self.records.writes_for_edit(edit, bases, document, &mut self.clock, context.millis)
    }

    /// Sends the writes of an edit to the stores, and updates the list of articles and the title of
    /// the page where the edit changes them.
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

    /// Changes the document in memory, and redraws the parts of the page that this touches. Nothing
    /// is saved.
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

    /// Redraws the blocks at some positions with the current selection and the current block.
    pub(super) fn refresh_blocks(&mut self, positions: &[usize]) {
        let Some(reading) = &mut self.open else { return };
        let Some(document) = self.documents.get(&reading.article) else { return };
        let shown = Highlight { selected: self.session.claim(), current: reading.current.as_ref() };
        reading.page.refresh(document, shown, positions);
    }

    /// Redraws the parts of the page that an edit touched, where the article is on screen; closes
    /// the article on screen where the edit deleted it. `None` for `touched` redraws the whole
    /// page.
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
        let Some(Invalidation::Parts { positions, has_tags, has_reviews }) = touched else {
            reading.page = ArticleView::new(document, shown);
            return;
        };
        if has_tags {
            reading.page.update_tags(document, &positions);
        }
        if has_reviews {
            reading.page.update_progress(document);
        }
        reading.page.refresh(document, shown, &positions);
    }
}

/// Returns the parts of the page that an edit makes out of date. `document` is the document after
/// the edit.
fn touched(edit: &Edit, document: &Document) -> Invalidation {
    let mut positions = Vec::new();
    let (mut has_tags, mut has_reviews) = (false, false);
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
                has_reviews = true;
                positions.extend(document.blocks().position(block));
            }
            // The scale decides whether a verdict still needs a reason, so every claim with a
            // verdict is redrawn.
            Change::Scale(_) => {
                let rated = document.claims().filter(|claim| claim.verdict.is_some());
                positions.extend(rated.flat_map(|claim| blocks_of(claim, document)));
            }
            Change::Source(..) | Change::Details(_) => {}
            Change::Article(_) | Change::Kind(..) | Change::Parts(..) => return Invalidation::Page,
        }
    }
    Invalidation::Parts { positions, has_tags, has_reviews }
}

/// Returns the positions of the blocks that a claim has words in, and of the block that it belongs
/// to. A position may occur more than once.
pub(super) fn blocks_of(claim: &Claim, document: &Document) -> Vec<usize> {
    let pieces = claim.target.ranges();
    let parts = pieces.flat_map(|target_range| target_range.span.parts(document.blocks()));
    let own = document.blocks().position(claim.target.block());
    parts.map(|block_range| block_range.position).chain(own).collect()
}

/// Adds an effect. A save joins the last save in the list, so that both are stored as one batch.
pub(super) fn join_batches(effects: &mut Vec<Effect>, further: Effect) {
    // Joining the last save keeps the numbers of the batches in order.
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
