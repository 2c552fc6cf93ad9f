//! Doing, undoing and redoing edits.

use crate::{
    app::{
        Address, Batch, Effect, NotSaved, PickedIn,
        view::{Page, Shown},
    },
    claim::Claim,
    document::Document,
    edit::{Change, Edit},
    id::ArticleId,
    stamp::Stamp,
    words,
};

use super::{Desk, Session};

/// What of a page an edit changes.
enum Touched {
    /// Some blocks, by position, and perhaps the list of tags or the ledger.
    Parts { positions: Vec<usize>, has_tags: bool, has_ledger: bool },
    /// Everything.
    Page,
}

impl Desk {
    /// Makes an edit as the person's act: it is saved, shown, and can be undone.
    pub(super) fn act(&mut self, edit: Edit, stamp: Stamp) -> Vec<Effect> {
        let effects = self.apply(&edit, stamp);
        self.history.push(edit, stamp);
        effects
    }

    /// Takes back the last act, and shows where it was.
    pub(super) fn undo(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(edit) = self.history.undo() else { return Vec::new() };
        let effects = self.retrace(&edit, stamp);
        self.say(words::undone(&edit.act));
        effects
    }

    /// Does again what was undone last, and shows where it was.
    pub(super) fn redo(&mut self, stamp: Stamp) -> Vec<Effect> {
        let Some(edit) = self.history.redo() else { return Vec::new() };
        let effects = self.retrace(&edit, stamp);
        self.say(words::redone(&edit.act));
        effects
    }

    fn retrace(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        self.enter(Session::Reading);
        let mut effects = vec![Effect::DropSelection];
        effects.extend(self.apply(edit, stamp));
        if !self.documents.contains_key(&edit.article) {
            let other = self.rows.first().map(|row| row.id.clone());
            effects.extend(other.map(|other| self.show_article(&other)).unwrap_or_default());
            return effects;
        }
        if self.reading.as_ref().is_none_or(|reading| reading.article != edit.article) {
            effects.extend(self.show_article(&edit.article));
        }
        let claim = edit.claim().filter(|claim| {
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

    /// Makes an edit: changes the article, writes its records, and draws what it touches.
    pub(super) fn apply(&mut self, edit: &Edit, stamp: Stamp) -> Vec<Effect> {
        let mut document = self.documents.remove(&edit.article);
        edit.apply(&mut document);
        let (writes, refused) =
            self.shelf.writes(edit, document.as_ref(), &mut self.clock, stamp.millis);
        let touched = document.as_ref().map(|document| touched(edit, document));
        if let Some(document) = document {
            self.documents.insert(edit.article.clone(), document);
        }
        if edit.changes.iter().any(|change| matches!(change, Change::Article(_))) {
            self.list_articles();
        }
        self.draw(&edit.article, touched);
        let number = self.saving.send();
        if !refused.is_empty() {
            self.saving.failed(NotSaved::Newer);
        }
        vec![Effect::Save(Batch { number, writes })]
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
            Change::Source(..) | Change::Details(_) => {}
            Change::Article(_) | Change::Kind(..) => return Touched::Page,
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
    let batch = effects.iter_mut().find_map(|effect| {
        let Effect::Save(batch) = effect else { return None };
        Some(batch)
    });
    match (batch, further) {
        (Some(batch), Effect::Save(further)) => {
            batch.number = further.number;
            batch.writes.extend(further.writes);
        }
        (_, further) => effects.push(further),
    }
}
