//! The article as it is shown, in sections that are drawn and compared as a whole.
//!
//! A section keeps its pointer as long as nothing in it changes, so a change among thousands of
//! blocks draws one section, and a section one block.

use crate::{
    app::PtrEq,
    claim::Tag,
    document::Document,
    id::{BlockId, ClaimId},
    sorted_vec,
    text::word_count,
};

use super::{BlockView, ClaimCardView};

/// How many blocks a section has: `content-visibility` on sections of about this size keeps a
/// million words quick, where one on every block makes scrolling slow.
pub const SECTION_BLOCKS: usize = 50;
/// How many words are read in a minute, for the length in minutes: most adults read 175 to 300 of
/// English prose (Brysbaert 2019), and who checks reads slowly.
const WORDS_A_MINUTE: usize = 200;

/// An article as it is shown.
#[derive(Clone, Debug)]
pub struct ArticleView {
    /// What the line above the article says.
    pub meta: Meta,
    /// How much of it has been looked at.
    pub progress: Progress,
    /// How many bytes the whole text has.
    pub length: usize,
    /// The tags in order.
    pub tags: PtrEq<Vec<Tag>>,
    /// The sections in order.
    pub sections: Vec<PtrEq<Section>>,
}

/// What the line above an article says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// How many words the article has.
    pub words: usize,
    /// How many numbered blocks it has.
    pub paragraphs: usize,
    /// How many minutes it takes to read, at least 1.
    pub minutes: usize,
}

/// How much of an article has been looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many numbered blocks have been looked at.
    pub reviewed: usize,
    /// How many numbered blocks there are.
    pub paragraphs: usize,
    /// How many of the other blocks, such as headlines, have been looked at.
    pub others_looked: usize,
    /// How many other blocks there are.
    pub others: usize,
}

impl Progress {
    /// How much of a document has been looked at.
    pub fn of(document: &Document) -> Self {
        let blocks = document.blocks();
        let paragraphs = blocks.iter().filter(|block| block.kind.is_numbered()).count();
        let (reviewed, others_looked) = document.reviewed_count();
        Self { reviewed, paragraphs, others_looked, others: blocks.len() - paragraphs }
    }

    /// Whether nothing is left to be looked at.
    pub fn is_complete(&self) -> bool {
        self.reviewed == self.paragraphs && self.others_looked == self.others
    }
}

/// What is selected while an article is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Highlight<'a> {
    /// The claim that is worked on.
    pub selected: Option<&'a ClaimId>,
    /// The current block.
    pub current: Option<&'a BlockId>,
}

/// Some blocks of an article, and the cards of the claims that start in them.
#[derive(Clone, Debug)]
pub struct Section {
    /// The section's place among the sections, counted from 0.
    pub index: usize,
    /// Where it starts in the whole text, in bytes.
    pub start: usize,
    /// How many bytes it has.
    pub length: usize,
    /// The blocks.
    pub blocks: Vec<PtrEq<BlockView>>,
    /// The cards.
    pub cards: Vec<PtrEq<ClaimCardView>>,
}

impl ArticleView {
    /// An article as it is shown while this is selected.
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

    /// The block at a position.
    pub fn block(&self, position: usize) -> Option<&PtrEq<BlockView>> {
        self.sections.get(position / SECTION_BLOCKS)?.blocks.get(position % SECTION_BLOCKS)
    }

    /// Counts anew what has been looked at.
    pub fn update_progress(&mut self, document: &Document) {
        let (reviewed, others_looked) = document.reviewed_count();
        let others = document.blocks().len() - self.meta.paragraphs;
        self.progress =
            Progress { reviewed, paragraphs: self.meta.paragraphs, others_looked, others };
    }

    /// Lists the tags anew, and forgets the cards of the sections with blocks at these positions:
    /// they show tags that may have changed.
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

    /// Draws the blocks at these positions anew, and the cards of the claims that start there.
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
    /// Where a claim of this section starts in the whole text, in bytes.
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
        // Each block's line break belongs to it.
        let length = blocks.iter().map(|block| block.text.len() + 1).sum();
        let empty = Self { index, start, length, blocks: Vec::new(), cards: Vec::new() };
        empty.rebuild(blocks, document, shown)
    }

    /// The section with these blocks, and with the cards that belong to them now; cards that show
    /// what they should are kept.
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
            // Both lists are in text order, so the old card is the next one, if it is there.
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
