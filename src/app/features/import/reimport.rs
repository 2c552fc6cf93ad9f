//! Reimporting an article: the user opens the import dialog again, takes back what the import
//! joined, dimmed or left out, and the article is replaced while the work on it stays. This is
//! refused where it would lose words of a claim or edited blocks.
//!
//! The import results are kept as long as the page is open. They take as much memory as the texts
//! themselves, and are not stored.

use std::{collections::HashMap, rc::Rc};

use crate::{
    app::{
        Effect, FocusTarget, ImportDialog, Notice, NoticeKind,
        features::import::model::{Import, RecentImport},
        remarks,
        state::{Ctx, State},
    },
    article::{Block, Blocks, Kind, Position, Span},
    claim::{Claim, Target, TargetRange},
    document::Document,
    edit::{Action, Change, Diff, Edit},
    event_context::EventContext,
    id::{ArticleId, BlockId},
    strings,
    text::ByteOffset,
};

impl Import {
    /// Returns whether the import dialog of the article on screen can be opened again.
    pub(in crate::app) fn can_reimport(&self, state: &State) -> bool {
        self.import_on_screen(state).is_some()
    }

    /// Returns the kept import of the article on screen.
    fn import_on_screen(&self, state: &State) -> Option<&RecentImport> {
        let shown = &state.open.as_ref()?.article;
        self.recent_imports.iter().find(|taken| taken.article == *shown)
    }

    /// Keeps the import dialog of an article. Where the imports take too much memory, the oldest
    /// are dropped.
    pub(in crate::app) fn remember_import(&mut self, article: ArticleId, dialog: ImportDialog) {
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

    /// Keeps the import dialog of an article that was just added, and shows a notice on what the
    /// import changed in its text.
    pub(in crate::app) fn report_import(
        &mut self,
        article: ArticleId,
        dialog: ImportDialog,
        ctx: &mut Ctx<'_>,
    ) {
        let Some(read) = &dialog.read else { return };
        let remarks = remarks(read);
        if !remarks.is_empty() {
            let is_new = dialog.reimport_of.is_none();
            let undone =
                if is_new { strings::UNDO_TAKES_OUT } else { strings::UNDO_READS_AS_BEFORE };
            let text = strings::was_read(read.source_format, &remarks, undone);
            ctx.state.notice = Some(Notice { text, weight: NoticeKind::ArticleImported });
        }
        self.remember_import(article, dialog);
    }

    /// Opens the import dialog of the article on screen again. Where it is not kept, shows the
    /// article that was added last and opens its dialog.
    pub(in crate::app) fn reopen_import(&mut self, ctx: &mut Ctx<'_>) -> Vec<Effect> {
        let is_here =
            |taken: &&RecentImport| ctx.state.articles.iter().any(|row| row.id == taken.article);
        let last = || self.recent_imports.iter().rfind(is_here);
        let Some(taken) = self.import_on_screen(ctx).or_else(last) else { return Vec::new() };
        let RecentImport { article, mut dialog } = taken.clone();
        let is_shown = ctx.state.open.as_ref().is_some_and(|reading| reading.article == article);
        let effects = if is_shown { Vec::new() } else { ctx.switch_article(&article) };
        ctx.state.dialog = None;
        ctx.dismiss_import_notice();
        dialog.add_when_ready = false;
        // The replaced text belongs to the field for a new text, which this dialog does not show.
        dialog.previous_text = None;
        dialog.reimport_of = Some(article);
        self.dialog = Some(dialog);
        effects
    }

    /// Replaces an article by the document `fresh`, made of the same text, and keeps the work on
    /// it. `None` where that would lose edited blocks or words of a claim.
    pub(in crate::app) fn reimport(
        &mut self,
        article: &ArticleId,
        fresh: &Document,
        ctx: &mut Ctx<'_>,
    ) -> Option<Vec<Effect>> {
        ctx.load(article);
        let before = ctx.state.documents.get(article)?.clone();
        // The new blocks do not have the edits that the user made, so these would be lost.
        if before.blocks().is_edited() {
            return None;
        }
        let after = transfer_work(&before, fresh, ctx.event)?;
        (self.dialog, ctx.state.notice) = (None, None);
        let edit = Edit {
            action: Action::ArticleReimported,
            article: article.clone(),
            at: ctx.event.time(),
            changes: vec![Change::Article(Diff {
                before: Some(Box::new(before)),
                after: Some(Box::new(after)),
            })],
        };
        let mut effects = ctx.commit(&edit);
        effects.extend(ctx.switch_article(article));
        effects.push(Effect::Focus(FocusTarget::Article));
        Some(effects)
    }
}

/// The memory, in bytes (4 MiB), that the texts and blocks of earlier imports may take; the latest
/// import is always kept.
const KEPT: usize = 4 << 20;

/// Returns a document with the blocks of `fresh` and the work on `old`; `None` where the words of a
/// claim are not in the new blocks.
fn transfer_work(old: &Document, fresh: &Document, context: EventContext) -> Option<Document> {
    let blocks = matched(old.blocks(), fresh.blocks(), context)?;
    let (article_metadata, scale) = (old.details().as_ref().clone(), old.scale().as_ref().clone());
    let mut document = Document::new(article_metadata, blocks, scale);
    document.set_unknown_members(old.unknown_members().clone());
    document.reserve_number(old.last_claim_number());
    for tag in old.tags() {
        document.set_tag(&tag.id, Some(Rc::new(tag.clone())));
    }
    for source in old.sources() {
        document.set_source(&source.id, Some(Rc::new(source.clone())));
    }
    for block in old.blocks().iter() {
        if document.blocks().get(&block.id).is_some() {
            document.set_review(&block.id, old.review(&block.id).cloned());
        }
    }
    for claim in old.claims() {
        let moved = moved(claim, old.blocks(), document.blocks())?;
        document.set_claim(&claim.id, Some(Rc::new(moved)));
    }
    Some(document)
}

/// Returns the blocks of `fresh`, in order. A block with the same text as an old one keeps the old
/// identifier, as long as the order allows; the others get new ones.
fn matched(old: &Blocks, fresh: &Blocks, context: EventContext) -> Option<Blocks> {
    let last: HashMap<&str, usize> =
        fresh.iter().enumerate().map(|(at, block)| (block.text.as_ref(), at)).collect();
    let mut left = old.iter().peekable();
    let mut blocks = Vec::with_capacity(fresh.len());
    for (at, block) in fresh.iter().enumerate() {
        // Old blocks that no later fresh block can match are skipped.
        while left.next_if(|it| last.get(it.text.as_ref()).is_none_or(|last| *last < at)).is_some()
        {
        }
        blocks.push(match left.next_if(|it| it.text == block.text) {
            // The user may have restored a promo, so an old promo gets the kind of the fresh block.
            // Any other kind is kept, because the user may have set it.
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

/// Returns a claim with its ranges in the new blocks; `None` where its block or some of its words
/// are not there.
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

/// Returns a range at its old position, if it has the same words there, or else where a new block
/// first has these words.
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
