//! An article that was added, read otherwise: what was left out is taken in, what was joined is
//! taken apart, and the work done since stays.
//!
//! How a text was read is known for as long as the page is open: it takes as much room as the text
//! itself once more, and is not stored.

use std::{collections::HashMap, rc::Rc};

use crate::{
    app::{Effect, FocusTarget, ImportDialog, Notice, NoticeKind, remarks},
    article::{Block, Blocks, Kind, Position, Span},
    claim::{Claim, Target, TargetRange},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ArticleId, BlockId},
    strings,
    text::ByteOffset,
};

use super::Workspace;

/// How many bytes of texts and passages are kept of what was read; the latest is always kept.
const KEPT: usize = 4 << 20;

/// An article that was added, and the dialog that it came from.
#[derive(Clone, Debug)]
pub(super) struct RecentImport {
    article: ArticleId,
    dialog: ImportDialog,
}

impl RecentImport {
    /// How much there is of it, in bytes.
    fn size(&self) -> usize {
        let blocks = self.dialog.read.iter().flat_map(|read| &read.imported.blocks);
        let lines: usize = blocks.flat_map(|it| &it.lines).map(String::len).sum();
        lines + self.dialog.text.len() + self.dialog.html.as_ref().map_or(0, String::len)
    }
}

impl Workspace {
    /// Whether it is known how the text of the article on screen was read.
    pub fn can_reimport(&self) -> bool {
        self.taken_on_screen().is_some()
    }

    fn taken_on_screen(&self) -> Option<&RecentImport> {
        let shown = &self.open.as_ref()?.article;
        self.recent_imports.iter().find(|taken| taken.article == *shown)
    }

    /// Keeps the dialog that an article came from; of many large texts, those that came last.
    pub(super) fn remember_import(&mut self, article: ArticleId, dialog: ImportDialog) {
        self.recent_imports.retain(|taken| taken.article != article);
        self.recent_imports.push(RecentImport { article, dialog });
        let mut size = 0;
        let sizes = self.recent_imports.iter().rev().map(|taken| {
            size += taken.size();
            size
        });
        let kept = sizes.take_while(|size| *size <= KEPT).count().max(1);
        self.recent_imports.drain(..self.recent_imports.len() - kept);
    }

    /// Keeps the dialog of an article that was just added, and tells what was done to its text.
    pub(super) fn report_import(&mut self, article: ArticleId, dialog: ImportDialog) {
        let Some(read) = &dialog.read else { return };
        let remarks = remarks(read);
        if !remarks.is_empty() {
            let is_new = dialog.reimport_of.is_none();
            let undone =
                if is_new { strings::UNDO_TAKES_OUT } else { strings::UNDO_READS_AS_BEFORE };
            let text = strings::was_read(read.shape, &remarks, undone);
            self.notice = Some(Notice { text, weight: NoticeKind::ArticleImported });
        }
        self.remember_import(article, dialog);
    }

    /// Opens the dialog once more that the article on screen came from; where that is not known, of
    /// the one that was added last, which is shown.
    pub(super) fn reopen_import(&mut self, context: EventContext) -> Vec<Effect> {
        let is_here =
            |taken: &&RecentImport| self.articles.iter().any(|row| row.id == taken.article);
        let last = || self.recent_imports.iter().rfind(is_here);
        let Some(taken) = self.taken_on_screen().or_else(last) else { return Vec::new() };
        let RecentImport { article, mut dialog } = taken.clone();
        let is_shown = self.open.as_ref().is_some_and(|reading| reading.article == article);
        let effects = if is_shown { Vec::new() } else { self.switch_article(&article, context) };
        self.window = None;
        self.dismiss_import_notice();
        dialog.add_when_ready = false;
        // It belongs to the field for a new text, which is not in this dialog.
        dialog.previous_text = None;
        dialog.reimport_of = Some(article);
        self.dialog = Some(dialog);
        effects
    }

    /// Puts a text that was read otherwise in the place of the article that it became.
    pub(super) fn reimport(
        &mut self,
        article: &ArticleId,
        fresh: &Document,
        context: EventContext,
    ) -> Option<Vec<Effect>> {
        self.load(article);
        let before = self.documents.get(article)?.clone();
        // What was corrected by hand would be read anew, too.
        if before.blocks().is_edited() {
            return None;
        }
        let after = transfer_work(&before, fresh, context)?;
        (self.dialog, self.notice) = (None, None);
        let edit = Edit {
            action: Action::ArticleReimported,
            article: article.clone(),
            at: context.time(),
            changes: vec![Change::Article(Diff {
                before: Some(Box::new(before)),
                after: Some(Box::new(after)),
            })],
        };
        let mut effects = self.commit(&edit, context);
        effects.extend(self.switch_article(article, context));
        effects.push(Effect::Focus(FocusTarget::Article));
        Some(effects)
    }
}

/// The fresh blocks with the work on the old ones; `None` where words of a claim are not there any
/// more.
fn transfer_work(old: &Document, fresh: &Document, context: EventContext) -> Option<Document> {
    let blocks = matched(old.blocks(), fresh.blocks(), context)?;
    let (article_metadata, scale) = (old.details().as_ref().clone(), old.scale().as_ref().clone());
    let mut document = Document::new(article_metadata, blocks, scale);
    document.set_beside(old.unknown_members().clone());
    document.reserve_number(old.last_claim_number());
    for tag in old.tags() {
        document.set_tag(&tag.id, Some(Rc::new(tag.clone())));
    }
    for source in old.sources() {
        document.set_source(&source.id, Some(Rc::new(source.clone())));
    }
    for block in old.blocks().iter() {
        if document.blocks().get(&block.id).is_some() {
            document.set_looked(&block.id, old.review(&block.id).cloned());
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
fn matched(old: &Blocks, fresh: &Blocks, context: EventContext) -> Option<Blocks> {
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
                let name = format!("{}-{at}", context.uuid(0));
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
        Target::Words { first, rest: further } => Target::Words {
            first: found(first, old, blocks)?,
            rest: further
                .iter()
                .map(|target_range| found(target_range, old, blocks))
                .collect::<Option<_>>()?,
        },
    };
    Some(Claim { target, ..claim.clone() })
}

/// A piece where it was, or else where its words stand in one of the new blocks.
fn found(target_range: &TargetRange, old: &Blocks, blocks: &Blocks) -> Option<TargetRange> {
    let words = target_range.span.text(old)?;
    if target_range.span.text(blocks).as_ref() == Some(&words) {
        return Some(target_range.clone());
    }
    blocks.iter().filter(|block| old.get(&block.id).is_none()).find_map(|block| {
        let start = block.text.find(&words)?;
        let place =
            |offset: usize| Position { block: block.id.clone(), offset: ByteOffset::new(offset) };
        let span = Span { start: place(start), end: place(start + words.len()) };
        span.text(blocks)?;
        Some(TargetRange { span, ..target_range.clone() })
    })
}
