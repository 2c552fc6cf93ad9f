//! The view of the article on screen, and its current block. An edit redraws only the parts of the
//! view that it makes out of date; all else stays the same object, so the page does not draw it
//! again.

use crate::{
    app::{
        state::{Ctx, State, review_changes::blocks_of},
        view::{ArticleView, Highlight},
    },
    document::Document,
    edit::{Change, Edit},
    id::{ArticleId, BlockId},
};

impl State {
    /// Returns the current block, if there is one.
    pub(in crate::app) fn current(&self) -> Option<&BlockId> {
        self.open.as_ref()?.current.as_ref()
    }

    /// Returns the position of the current block; 0 where there is none.
    pub(in crate::app) fn current_position(&self) -> usize {
        let position = |id: &BlockId| self.document()?.blocks().position(id);
        self.current().and_then(position).unwrap_or(0)
    }

    /// Returns the position of the current block in a document; `None` where that is not on screen.
    pub(super) fn place_of_current(&self, document: &Document) -> Option<usize> {
        let reading = self.open.as_ref()?;
        let current = reading.current.as_ref();
        let current = current.filter(|_| reading.article == document.details().id);
        document.blocks().position(current?)
    }
}

impl Ctx<'_> {
    /// Redraws the blocks at some positions with the current selection and the current block.
    pub(super) fn refresh_blocks(&mut self, positions: &[usize]) {
        let Some(reading) = &mut self.state.open else { return };
        let Some(document) = self.state.documents.get(&reading.article) else { return };
        let shown =
            Highlight { selected: self.state.mode.claim(), current: reading.current.as_ref() };
        reading.page.refresh(document, shown, positions);
    }

    /// Redraws the parts of the page that an edit touched, where the article is on screen; closes
    /// the article on screen where the edit deleted it. `None` for `touched` redraws the whole
    /// page.
    pub(super) fn refresh_view(&mut self, article: &ArticleId, touched: Option<Invalidation>) {
        let Some(reading) = &mut self.state.open else { return };
        if reading.article != *article {
            return;
        }
        let Some(document) = self.state.documents.get(article) else {
            self.state.open = None;
            return;
        };
        let shown =
            Highlight { selected: self.state.mode.claim(), current: reading.current.as_ref() };
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

    /// Makes the block before current, where an edit has joined the current block to it. `position`
    /// is the position of the current block before the edit.
    pub(super) fn keep_current(&mut self, document: &Document, position: Option<usize>) {
        let (Some(reading), Some(position)) = (&mut self.state.open, position) else { return };
        let blocks = document.blocks();
        if reading.current.as_ref().is_some_and(|block| blocks.get(block).is_none()) {
            let before = blocks.at(position.saturating_sub(1)).or(blocks.iter().next_back());
            reading.current = before.map(|block| block.id.clone());
        }
    }

    /// Makes a block the current one, and redraws it and the one before; nothing else changes.
    pub(in crate::app) fn set_current(&mut self, block: &BlockId) {
        let Some(document) = self.document() else { return };
        let before = self.current();
        if before == Some(block) {
            return;
        }
        let ids = before.into_iter().chain([block]);
        let positions: Vec<usize> = ids.filter_map(|id| document.blocks().position(id)).collect();
        if let Some(reading) = &mut self.state.open {
            reading.current = Some(block.clone());
        }
        self.refresh_blocks(&positions);
    }
}

/// The parts of the page of an article that an edit makes out of date.
pub(super) enum Invalidation {
    /// Some blocks, by position, and perhaps the list of tags or the review progress.
    Parts { positions: Vec<usize>, has_tags: bool, has_reviews: bool },
    /// The whole page.
    Page,
}

/// Returns the parts of the page that an edit makes out of date. `document` is the document after
/// the edit.
pub(super) fn touched(edit: &Edit, document: &Document) -> Invalidation {
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
