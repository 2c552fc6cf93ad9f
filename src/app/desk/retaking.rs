//! An article that was added, read otherwise: what was left out is taken in, what was joined is
//! taken apart, and the work done since stays.
//!
//! How a text was read is known for as long as the page is open: it takes as much room as the text
//! itself once more, and is not stored.

use std::{collections::HashMap, rc::Rc};

use crate::{
    app::{AddDialog, Effect, FocusOn, Notice, Weight, remarks},
    article::{Block, Blocks, Kind, Place, Span},
    claim::{Claim, Piece, Target},
    document::Document,
    edit::{Act, Change, Edit, Swap},
    id::{ArticleId, BlockId},
    stamp::Stamp,
    text::ByteOffset,
    words,
};

use super::Desk;

/// How many bytes of texts and passages are kept of what was read; the latest is always kept.
const KEPT: usize = 4 << 20;

/// An article that was added, and the dialog that it came from.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    article: ArticleId,
    dialog: AddDialog,
}

impl Taken {
    /// How much there is of it, in bytes.
    fn size(&self) -> usize {
        let passages = self.dialog.read.iter().flat_map(|read| &read.intake.passages);
        let lines: usize = passages.flat_map(|it| &it.lines).map(String::len).sum();
        lines + self.dialog.text.len() + self.dialog.html.as_ref().map_or(0, String::len)
    }
}

impl Desk {
    /// Whether it is known how the text of the article on screen was read.
    pub fn is_reading_known(&self) -> bool {
        self.taken_on_screen().is_some()
    }

    fn taken_on_screen(&self) -> Option<&Taken> {
        let shown = &self.reading.as_ref()?.article;
        self.taken.iter().find(|taken| taken.article == *shown)
    }

    /// Keeps the dialog that an article came from; of many large texts, those that came last.
    pub(super) fn keep_taken(&mut self, article: ArticleId, dialog: AddDialog) {
        self.taken.retain(|taken| taken.article != article);
        self.taken.push(Taken { article, dialog });
        let mut size = 0;
        let sizes = self.taken.iter().rev().map(|taken| {
            size += taken.size();
            size
        });
        let kept = sizes.take_while(|size| *size <= KEPT).count().max(1);
        self.taken.drain(..self.taken.len() - kept);
    }

    /// Keeps the dialog of an article that was just added, and tells what was done to its text.
    pub(super) fn tell_what_was_done(&mut self, article: ArticleId, dialog: AddDialog) {
        let Some(read) = &dialog.read else { return };
        let remarks = remarks(read);
        if !remarks.is_empty() {
            let is_new = dialog.replaces.is_none();
            let undone = if is_new { words::UNDO_TAKES_OUT } else { words::UNDO_READS_AS_BEFORE };
            let text = words::was_read(read.shape, &remarks, undone);
            self.notice = Some(Notice { text, weight: Weight::Taken });
        }
        self.keep_taken(article, dialog);
    }

    /// Opens the dialog once more that the article on screen came from; where that is not known, of
    /// the one that was added last, which is shown.
    pub(super) fn open_again(&mut self, stamp: Stamp) -> Vec<Effect> {
        let is_here = |taken: &&Taken| self.rows.iter().any(|row| row.id == taken.article);
        let last = || self.taken.iter().rfind(is_here);
        let Some(taken) = self.taken_on_screen().or_else(last) else { return Vec::new() };
        let Taken { article, mut dialog } = taken.clone();
        let is_shown = self.reading.as_ref().is_some_and(|reading| reading.article == article);
        let effects = if is_shown { Vec::new() } else { self.pick_article(&article, stamp) };
        self.window = None;
        self.drop_taken();
        dialog.is_adding = false;
        // It belongs to the field for a new text, which is not in this dialog.
        dialog.replaced = None;
        dialog.replaces = Some(article);
        self.dialog = Some(dialog);
        effects
    }

    /// Puts a text that was read otherwise in the place of the article that it became.
    pub(super) fn take_again(
        &mut self,
        article: &ArticleId,
        fresh: &Document,
        stamp: Stamp,
    ) -> Option<Vec<Effect>> {
        self.open(article);
        let before = self.documents.get(article)?.clone();
        // What was corrected by hand would be read anew, too.
        if before.blocks().is_repaired() {
            return None;
        }
        let after = carried_over(&before, fresh, stamp)?;
        (self.dialog, self.notice) = (None, None);
        let edit = Edit {
            act: Act::ArticleReadAgain,
            article: article.clone(),
            at: stamp.time(),
            changes: vec![Change::Article(Swap {
                before: Some(Box::new(before)),
                after: Some(Box::new(after)),
            })],
        };
        let mut effects = self.act(&edit, stamp);
        effects.extend(self.pick_article(article, stamp));
        effects.push(Effect::Focus(FocusOn::Article));
        Some(effects)
    }
}

/// The fresh blocks with the work on the old ones; `None` where words of a claim are not there any
/// more.
fn carried_over(old: &Document, fresh: &Document, stamp: Stamp) -> Option<Document> {
    let blocks = matched(old.blocks(), fresh.blocks(), stamp)?;
    let (details, scale) = (old.details().as_ref().clone(), old.scale().as_ref().clone());
    let mut document = Document::new(details, blocks, scale);
    document.set_beside(old.beside().clone());
    document.note_number(old.numbered());
    for tag in old.tags() {
        document.set_tag(&tag.id, Some(Rc::new(tag.clone())));
    }
    for source in old.sources() {
        document.set_source(&source.id, Some(Rc::new(source.clone())));
    }
    for block in old.blocks().iter() {
        if document.blocks().get(&block.id).is_some() {
            document.set_looked(&block.id, old.looked(&block.id).cloned());
        }
    }
    for claim in old.claims() {
        let moved = moved(claim, old.blocks(), document.blocks())?;
        document.set_claim(&claim.id, Some(Rc::new(moved)));
    }
    Some(document)
}

/// The fresh blocks, each by the name that the same text has among the old ones, in order; others by
/// new names.
fn matched(old: &Blocks, fresh: &Blocks, stamp: Stamp) -> Option<Blocks> {
    let last: HashMap<&str, usize> =
        fresh.iter().enumerate().map(|(at, block)| (block.text.as_ref(), at)).collect();
    let mut left = old.iter().peekable();
    let mut blocks = Vec::with_capacity(fresh.len());
    for (at, block) in fresh.iter().enumerate() {
        // What comes nowhere any more is passed over.
        while left.next_if(|it| last.get(it.text.as_ref()).is_none_or(|last| *last < at)).is_some()
        {
        }
        blocks.push(match left.next_if(|it| it.text == block.text) {
            // A promo that was taken back is one no longer; else the person's kind stays.
            Some(same) if same.kind == Kind::Promo => {
                Block { kind: block.kind, ..same.as_ref().clone() }
            }
            Some(same) => same.as_ref().clone(),
            None => {
                let name = format!("{}-{at}", stamp.uuid(0));
                Block { id: BlockId::new(&name)?, ..block.as_ref().clone() }
            }
        });
    }
    Blocks::new(blocks)
}

/// A claim with its words where they stand now.
fn moved(claim: &Claim, old: &Blocks, blocks: &Blocks) -> Option<Claim> {
    let target = match &claim.target {
        Target::Block(block) => Target::Block(blocks.get(block)?.id.clone()),
        Target::Words { first, further } => Target::Words {
            first: found(first, old, blocks)?,
            further: further
                .iter()
                .map(|piece| found(piece, old, blocks))
                .collect::<Option<_>>()?,
        },
    };
    Some(Claim { target, ..claim.clone() })
}

/// A piece where it was, or else where its words stand in one of the new blocks.
fn found(piece: &Piece, old: &Blocks, blocks: &Blocks) -> Option<Piece> {
    let words = piece.span.words(old)?;
    if piece.span.words(blocks).as_ref() == Some(&words) {
        return Some(piece.clone());
    }
    blocks.iter().filter(|block| old.get(&block.id).is_none()).find_map(|block| {
        let start = block.text.find(&words)?;
        let place =
            |offset: usize| Place { block: block.id.clone(), offset: ByteOffset::new(offset) };
        let span = Span { start: place(start), end: place(start + words.len()) };
        span.words(blocks)?;
        Some(Piece { span, ..piece.clone() })
    })
}
