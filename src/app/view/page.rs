//! The view model of the article, in sections that the page draws and compares as a whole.
//!
//! A section keeps its pointer as long as nothing in it changes. A change in an article of
//! thousands of blocks therefore draws one section again, and in that section one block.

use crate::{
    app::PtrEq,
    claim::Tag,
    document::Document,
    id::{BlockId, ClaimId},
    sorted_vec,
    text::word_count,
};

use super::{BlockView, ClaimCardView};

/// The number of blocks in a section. `content-visibility` on sections of about this size keeps an
/// article of a million words fast; on every single block it makes scrolling slow.
pub const SECTION_BLOCKS: usize = 50;
/// The reading speed, in words a minute, for the reading time of the article. Most adults read 175
/// to 300 words of English prose a minute (Brysbaert 2019), and fact-checkers read slowly.
const WORDS_A_MINUTE: usize = 200;

/// The view model of an article.
#[derive(Clone, Debug)]
pub struct ArticleView {
    /// The figures in the line above the article.
    pub meta: Meta,
    /// How much of the article the user has reviewed.
    pub progress: Progress,
    /// The length of the whole text in bytes, with one byte for the line break of each block.
    pub length: usize,
    /// The tags, in order.
    pub tags: PtrEq<Vec<Tag>>,
    /// The sections, in order.
    pub sections: Vec<PtrEq<Section>>,
}

/// The figures in the line above an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The number of words.
    pub words: usize,
    /// The number of numbered blocks.
    pub paragraphs: usize,
    /// The reading time in minutes, at least 1.
    pub minutes: usize,
}

/// How much of an article the user has reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The number of numbered blocks that the user has reviewed.
    pub reviewed: usize,
    /// The number of numbered blocks.
    pub paragraphs: usize,
    /// The number of other blocks, such as headlines, that the user has reviewed.
    pub others_reviewed: usize,
    /// The number of other blocks.
    pub others: usize,
}

impl Progress {
    /// Counts the reviewed blocks of a document.
    pub fn of(document: &Document) -> Self {
        let blocks = document.blocks();
        let paragraphs = blocks.iter().filter(|block| block.kind.is_numbered()).count();
        let (reviewed, others_reviewed) = document.reviewed_count();
        Self { reviewed, paragraphs, others_reviewed, others: blocks.len() - paragraphs }
    }

    /// Returns whether the user has reviewed all blocks.
    pub fn is_complete(&self) -> bool {
        self.reviewed == self.paragraphs && self.others_reviewed == self.others
    }
}

/// The parts of the article that the page highlights.
#[derive(Clone, Copy, Debug, Default)]
pub struct Highlight<'a> {
    /// The selected claim.
    pub selected: Option<&'a ClaimId>,
    /// The current block.
    pub current: Option<&'a BlockId>,
}

/// Consecutive blocks of an article, and the cards of the claims that start in them.
#[derive(Clone, Debug)]
pub struct Section {
    /// The index of the section, from 0.
    pub index: usize,
    /// The byte offset of the section in the whole text.
    pub start: usize,
    /// The length of the section in bytes, with one byte for the line break of each block.
    pub length: usize,
    /// The blocks.
    pub blocks: Vec<PtrEq<BlockView>>,
    /// The cards, in text order.
    pub cards: Vec<PtrEq<ClaimCardView>>,
}

impl ArticleView {
    /// Creates the view model of a document, with these highlights.
    pub fn new(document: &Document, shown: Highlight<'_>) -> Self {
        let words: usize = document.blocks().iter().map(|block| word_count(&block.text)).sum();
        let mut page = Self {
            meta: Meta { words, paragraphs: 0, minutes: words.div_ceil(WORDS_A_MINUTE).max(1) },
            progress: Progress::default(),
            length: 0,
            tags: tags(document),
            sections: Vec::new(),
        };
        let mut count = 0;
        let mut views = Vec::new();
        for (position, block) in document.blocks().iter().enumerate() {
            count += usize::from(block.kind.is_numbered());
            let number = block.kind.is_numbered().then_some(count);
            views.extend(BlockView::new(document, shown, position, number).map(PtrEq::new));
        }
        page.meta.paragraphs = count;
        page.update_progress(document);
        for (index, blocks) in views.chunks(SECTION_BLOCKS).enumerate() {
            let section = Section::new(index, page.length, blocks.to_vec(), document, shown);
            page.length += section.length;
            page.sections.push(PtrEq::new(section));
        }
        page
    }

    /// Returns the block at a position, counted from 0 in the whole article.
    pub fn block(&self, position: usize) -> Option<&PtrEq<BlockView>> {
        self.sections.get(position / SECTION_BLOCKS)?.blocks.get(position % SECTION_BLOCKS)
    }

    /// Counts the reviewed blocks again.
    pub fn update_progress(&mut self, document: &Document) {
        let (reviewed, others_reviewed) = document.reviewed_count();
        let others = document.blocks().len() - self.meta.paragraphs;
        self.progress =
            Progress { reviewed, paragraphs: self.meta.paragraphs, others_reviewed, others };
    }

    /// Lists the tags again, and drops the cards of the sections that contain the blocks at these
    /// positions, because the cards show tags that may have changed. [`ArticleView::refresh`] then
    /// creates the cards again.
    pub fn update_tags(&mut self, document: &Document, positions: &[usize]) {
        self.tags = tags(document);
        for position in positions {
            if let Some(section) = self.sections.get_mut(position / SECTION_BLOCKS)
                && !section.cards.is_empty()
            {
                let blocks = section.blocks.clone();
                *section = PtrEq::new(Section { blocks, cards: Vec::new(), ..**section });
            }
        }
    }

    /// Creates the blocks at these positions again, and the cards of the claims in their sections
    /// that have changed.
    pub fn refresh(&mut self, document: &Document, shown: Highlight<'_>, positions: &[usize]) {
        let mut touched =
            sorted_vec::by_key(positions.iter().map(|it| it / SECTION_BLOCKS), |it| *it);
        touched.dedup();
        for index in touched {
            let Some(section) = self.sections.get_mut(index) else { continue };
            let first = index * SECTION_BLOCKS;
            let mut blocks = section.blocks.clone();
            for position in positions {
                let inside = position.checked_sub(first);
                let Some(block) = inside.and_then(|it| blocks.get_mut(it)) else { continue };
                if let Some(view) = BlockView::new(document, shown, *position, block.number) {
                    *block = PtrEq::new(view);
                }
            }
            let drawn = section.rebuild(blocks, document, shown);
            *section = PtrEq::new(drawn);
        }
    }
}

fn tags(document: &Document) -> PtrEq<Vec<Tag>> {
    PtrEq::new(document.tags().into_iter().cloned().collect())
}

impl Section {
    /// Returns the byte offset in the whole text where a claim of this section starts.
    pub fn place_of(&self, card: &ClaimCardView) -> usize {
        let before = self.blocks.iter().take_while(|block| block.position < card.block);
        let before: usize = before.map(|block| block.text.len() + 1).sum();
        self.start + before + card.offset
    }

    fn new(
        index: usize,
        start: usize,
        blocks: Vec<PtrEq<BlockView>>,
        document: &Document,
        shown: Highlight<'_>,
    ) -> Self {
        // The line break after a block counts as a part of the block.
        let length = blocks.iter().map(|block| block.text.len() + 1).sum();
        let empty = Self { index, start, length, blocks: Vec::new(), cards: Vec::new() };
        empty.rebuild(blocks, document, shown)
    }

    /// Returns the section with these blocks and with the current cards. Cards that are still
    /// correct keep their pointers.
    fn rebuild(
        &self,
        blocks: Vec<PtrEq<BlockView>>,
        document: &Document,
        shown: Highlight<'_>,
    ) -> Self {
        let selected = shown.selected;
        let first = self.index * SECTION_BLOCKS;
        let mut old = self.cards.iter().peekable();
        let mut cards = Vec::with_capacity(self.cards.len() + 1);
        for claim in document.claims_from(first..first + blocks.len()) {
            let start = document.blocks().position(claim.target.block()).unwrap_or(first);
            let Some(block) = blocks.get(start - first) else { continue };
            // Both lists are in text order, so the next old card that is still correct is the card
            // of this claim, if it has one.
            while old.peek().is_some_and(|card| {
                let now = document.claim(&card.claim.id);
                now.is_none_or(|now| !card.is_current(now, document, selected))
            }) {
                old.next();
            }
            let kept = old.next_if(|card| {
                card.is_current(claim, document, selected) && card.paragraph == block.number
            });
            cards.push(kept.cloned().unwrap_or_else(|| {
                PtrEq::new(ClaimCardView::new(claim, document, selected, block))
            }));
        }
        Self { blocks, cards, ..*self }
    }
}
